import type { AckForm, Form, Kind } from './kind';

export type { AckForm, Form } from './kind';

/** How a manifest can stand for a thing of AWS. */
export type FormName = 'ack' | 'crossplane' | 'crossplaneV1' | 'cloudFormation' | 'other';

/** One form of a kind, under its key. */
export interface Known {
  /** Group and kind, or CloudFormation's type: `sqs.services.k8s.aws/Queue`, `AWS::SQS::Queue`. */
  readonly key: string;
  readonly kind: Kind;
  readonly name: FormName;
  readonly form: Form & Pick<AckForm, 'found' | 'late' | 'neverSettling'>;
  /** Whether the entry's fields are spelled as this form spells them. */
  readonly isLead: boolean;
}

/** Every form of a kind. */
export function formsOf(kind: Kind): Known[] {
  const { ack, crossplane, cloudFormation, other } = kind.forms;
  const lead = kind.lead ?? (ack ? 'ack' : crossplane ? 'crossplane' : cloudFormation ? 'cloudFormation' : 'other');
  const known = (name: FormName, given: AckForm | string, keyOf: (form: Form) => string): Known => {
    const form = typeof given === 'string' ? { kind: given } : given;
    return { key: keyOf(form), kind, name, form, isLead: name.replace('V1', '') === lead };
  };
  const { service } = kind;
  return [
    ...(ack ? [known('ack', ack, (form) => `${form.group ?? service.ack}.services.k8s.aws/${form.kind}`)] : []),
    ...[crossplane ?? []]
      .flat()
      .flatMap((form) => [
        known('crossplane', form, (one) => `${one.group ?? service.crossplane}.aws.m.upbound.io/${one.kind}`),
        known('crossplaneV1', form, (one) => `${one.group ?? service.crossplane}.aws.upbound.io/${one.kind}`),
      ]),
    ...(cloudFormation ? [known('cloudFormation', cloudFormation, (form) => form.kind)] : []),
    ...(other ? [known('other', other, () => other)] : []),
  ];
}
