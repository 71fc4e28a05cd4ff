import { kindKey, type Manifest } from '../manifests';

/** Crossplane's kind that stands for many, of version 2 and 1. */
const RESOURCE = /^cloudcontrol\.aws\.(?:m\.)?upbound\.io\/Resource$/;

export function isCloudControl(manifest: Manifest): boolean {
  return RESOURCE.test(kindKey(manifest));
}

/**
 * What a manifest makes in AWS: its group and kind, and for Cloud Control, which makes many things, CloudFormation's
 * type.
 */
export function physicalKeyOf(manifest: Manifest): string {
  const key = kindKey(manifest);
  return RESOURCE.test(key) ? String(forProvider(manifest)['typeName']) : key;
}

/** The fields of the AWS object: those of the spec, of Crossplane's `forProvider`, or of Cloud Control's state. */
export function physicalFieldsOf(manifest: Manifest): Readonly<Record<string, unknown>> {
  const fields = forProvider(manifest);
  return isCloudControl(manifest) ? { ...fields, ...state(fields['desiredState']) } : fields;
}

function forProvider(manifest: Manifest): Readonly<Record<string, unknown>> {
  const spec = (manifest['spec'] ?? {}) as Readonly<Record<string, unknown>>;
  return (spec['forProvider'] ?? spec) as Readonly<Record<string, unknown>>;
}

function state(text: unknown): object {
  try {
    return Object(JSON.parse(String(text)));
  } catch {
    // the rule json-syntax says so
    return {};
  }
}
