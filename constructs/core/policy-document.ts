import { canonicalJson } from '@aws-platform/engine/manifests';

/** `sqs:SendMessage`. */
export type Action = `${string}:${string}`;

/** `{ ArnEquals: { 'aws:SourceArn': [...] } }`. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** Who a statement of a resource policy or a trust policy speaks of. */
export type Principals =
  | 'anyone'
  | { readonly services: readonly string[] }
  | { readonly aws: readonly string[] }
  | { readonly identityProvider: string };

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html */
export interface Statement {
  /** Letters and digits, unique in its policy. */
  readonly sid: string;
  /** @default 'Allow' */
  readonly effect?: 'Allow' | 'Deny';
  /** Only in policies of resources and roles' trust. */
  readonly principals?: Principals;
  /** A wildcard is refused, except in a `Deny`. */
  readonly actions: readonly Action[];
  /** Left out in trust policies. `*` is refused in an `Allow`. */
  readonly resources?: readonly string[];
  /** In place of `resources`: `*`, and why there is nothing narrower. */
  readonly everyResource?: { readonly because: string };
  readonly conditions?: Conditions;
}

/** A policy document as canonical JSON. Throws for a wildcard in an `Allow` and for a repeated or malformed Sid. */
export function policyJson(statements: readonly Statement[]): string {
  const sids = new Set<string>();
  for (const { sid, effect = 'Allow', actions, resources } of statements) {
    if (!/^[A-Za-z0-9]+$/.test(sid)) throw new Error(`Sid '${sid}' is not allowed, only letters and digits`);
    if (sids.has(sid)) throw new Error(`Sid '${sid}' stands twice in one policy`);
    sids.add(sid);
    if (effect === 'Deny') continue;
    const wildcard = actions.find((action) => action.includes('*')) ?? resources?.find((resource) => resource === '*');
    if (wildcard) throw new Error(`${sid} allows '${wildcard}', name what is needed`);
  }
  return canonicalJson({ Version: '2012-10-17', Statement: statements.map(render) });
}

function render({
  sid,
  effect = 'Allow',
  principals,
  actions,
  resources,
  everyResource,
  conditions,
}: Statement): unknown {
  return {
    Sid: sid,
    Effect: effect,
    Principal: principals && renderPrincipals(principals),
    Action: oneOrMany(actions),
    Resource: everyResource ? '*' : resources && oneOrMany(resources),
    Condition: conditions,
  };
}

function renderPrincipals(principals: Principals): unknown {
  if (principals === 'anyone') return '*';
  if ('identityProvider' in principals) return { Federated: principals.identityProvider };
  return 'services' in principals ? { Service: oneOrMany(principals.services) } : { AWS: oneOrMany(principals.aws) };
}

/** AWS writes a list of one as a string; so do we, or controllers see a difference. */
function oneOrMany(values: readonly string[]): string | string[] {
  return values.length === 1 ? values[0]! : [...values].sort();
}

/** A Sid for one of several statements of a kind: `AccessLogsOf` and `data-bucket` are `AccessLogsOfDataBucket`. */
export function sidFor(what: string, name: string): string {
  return what + name.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9]?)/g, (_, letter: string) => letter.toUpperCase());
}

/** Refuses every call that is not made over TLS. */
export function tlsOnly(actions: readonly Action[], ...resources: readonly string[]): Statement {
  return {
    sid: 'DenyWithoutTls',
    effect: 'Deny',
    principals: 'anyone',
    actions,
    resources,
    conditions: { Bool: { 'aws:SecureTransport': 'false' } },
  };
}

/** Lets a key be used only through an AWS service: `onlyThrough('dynamodb', region)`. */
export function onlyThrough(service: string, region: string): Conditions {
  return { StringEquals: { 'kms:ViaService': `${service}.${region}.amazonaws.com` } };
}
