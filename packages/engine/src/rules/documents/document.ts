import { knownOf } from '../../aws';
import { oncePer } from '../../collections';
import { kindKey } from '../../manifests';
import { familyOf, visit } from '../../references';
import type { Tree, TreeObject } from '../../relations';

/** What a JSON text inside a manifest is. */
export type DocumentType =
  | 'iam-policy'
  | 'trust-policy'
  | 'redrive-policy'
  | 'redrive-allow-policy'
  | 'event-pattern'
  | 'filter-policy'
  | 'state-machine'
  | 'dashboard'
  | 'desired-state'
  | 'json';

/** A JSON text inside a manifest. */
export interface EmbeddedDocument {
  readonly object: TreeObject;
  readonly path: string;
  readonly type: DocumentType;
  readonly text: string;
  /** Undefined where the text is not JSON; `error` says why. */
  readonly value?: unknown;
  readonly error?: string;
}

/** Fields that hold JSON as a text; AWS's APIs use each name for one kind of document. */
const FIELDS: readonly { readonly name: RegExp; readonly type: DocumentType }[] = [
  { name: /^assumeRolePolicy(?:Document)?$/, type: 'trust-policy' },
  { name: /^redrivePolicy$/, type: 'redrive-policy' },
  { name: /^redriveAllowPolicy$/, type: 'redrive-allow-policy' },
  { name: /^eventPattern$/, type: 'event-pattern' },
  { name: /^filterPolicy$/, type: 'filter-policy' },
  { name: /^dashboardBody$/, type: 'dashboard' },
  { name: /^desiredState$/, type: 'desired-state' },
  { name: /^(?:lifecyclePolicy(?:Text)?|deliveryPolicy|dataProtectionPolicy)$/, type: 'json' },
  {
    name: /^(?:policy(?:Document|Text)?|accessPolic(?:y|ies)|resourcePolicy|policyBody|bucketPolicy|keyPolicy|registryPolicyText)$/,
    type: 'iam-policy',
  },
];

/** Fields named `policy` whose text is no IAM policy. */
const OTHER_POLICIES = new Set([
  'ecr.services.k8s.aws/Repository.lifecyclePolicy',
  'ecr.aws.m.upbound.io/LifecyclePolicy.policy',
]);

/** Every JSON text in the AWS objects of a tree and every policy in the others, parsed once for all rules. */
export const documentsIn = oncePer((tree: Tree): readonly EmbeddedDocument[] =>
  tree.objects.flatMap((object) => documentsOf(object)),
);

/** Those of some types that could be parsed. */
export function parsedIn(tree: Tree, ...types: readonly DocumentType[]): EmbeddedDocument[] {
  return documentsIn(tree).filter(({ type, error }) => error === undefined && types.includes(type));
}

/** Those of one object. */
export const documentsOf = oncePer((object: TreeObject): readonly EmbeddedDocument[] => {
  const isKubernetes = familyOf(object.manifest) === 'kubernetes';
  const documents: EmbeddedDocument[] = [];
  const kind = kindKey(object.manifest);
  visit(object.manifest, ({ name, value, path }) => {
    if (typeof value !== 'string') return;
    // ConfigMaps carry policies to secrets; any other text of Kubernetes is its own matter
    const type = isKubernetes ? beyondDoubt(value) : typeOf(kind, name, path, value);
    if (type) documents.push({ object, path, type, text: value, ...parse(value) });
  });
  return documents;
});

function typeOf(kind: string, name: string, path: string, text: string): DocumentType | undefined {
  if (knownOf(kind)?.kind.documents?.[name] === 'state-machine') return 'state-machine';
  if (OTHER_POLICIES.has(`${kind}.${name}`)) return 'json';
  if (/\.inlinePolic(?:y|ies)\b/.test(path) && /^\s*\{/.test(text)) return 'iam-policy';
  const type = FIELDS.find((field) => field.name.test(name))?.type;
  if (type) return isNameOnly(text) ? undefined : type;
  return beyondDoubt(text);
}

/** Under a name that is not known: only what is a document beyond doubt. */
function beyondDoubt(text: string): DocumentType | undefined {
  return /^\s*\{[\s\S]*"Statement"\s*:/.test(text) ? 'iam-policy' : undefined;
}

/** Some kinds take an ARN or a managed policy's name under the same field name. */
function isNameOnly(text: string): boolean {
  return /^[\w+=,.@:/-]+$/.test(text);
}

function parse(text: string): { value?: unknown; error?: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { error: (error as Error).message };
  }
}
