import type { Form, FormName } from './forms';

/**
 * The field as a form spells it; undefined where it has none. `fields` of the form knows it, or a field that holds it;
 * what is not said there has the same letters in the form's own case.
 */
export function spelled({ fields = {} }: Form, name: FormName, isLead: boolean, field: string): string | undefined {
  for (let end = field.length; end > 0; end = field.lastIndexOf('.', end - 1)) {
    const known = fields[field.slice(0, end)];
    if (known === null) return undefined;
    if (known !== undefined) return known + inCase(name, isLead, field.slice(end));
  }
  return inCase(name, isLead, field);
}

function inCase(name: FormName, isLead: boolean, field: string): string {
  if (isLead || field.startsWith('@')) return field;
  switch (name) {
    case 'ack':
      return field.replace(/(?<=[a-z])(?:Kms|Vpc|Sse|Acl|Url|Arn|Id|Ip)(?=s?(?:[A-Z.[?]|$))/g, (word) =>
        word.toUpperCase(),
      );
    case 'cloudFormation':
      return camel(field).replace(/(?<=^|\.)[a-z]/g, (letter) => letter.toUpperCase());
    case 'other':
      return field;
    default:
      return camel(field).replace(/(?<=^|\.)[A-Z]/g, (letter) => letter.toLowerCase());
  }
}

/** `kmsKeyId` of `kmsKeyID`, `sqsManagedSseEnabled` of `sqsManagedSSEEnabled`. */
function camel(field: string): string {
  return field
    .replace(/(?:ARN|ID|URL|IP|ACL)(?=s(?:[A-Z.[?]|$))/g, (word) => word[0] + word.slice(1).toLowerCase())
    .replace(/[A-Z]{2,}(?![a-z])|[A-Z]{2,}(?=[A-Z][a-z])/g, (word) => word[0] + word.slice(1).toLowerCase());
}

/**
 * Fields beside one that a controller fills with it: `kmsKeyRef` of `kmsKeyID`; `kmsKeyIdRef` and `kmsKeyIdSelector` of
 * `kmsKeyId`.
 */
export function referencesOf(name: FormName, field: string): string[] {
  switch (name) {
    case 'ack':
      return [`${field.replace(/(?:ID|ARN|Name|Identifier)$/, '')}Ref`];
    case 'crossplane':
    case 'crossplaneV1':
      return [`${field}Ref`, `${field}Selector`];
    default:
      return [];
  }
}
