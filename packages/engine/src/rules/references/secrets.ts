import { oncePer } from '../../collections';
import { isRecord, kindKey } from '../../manifests';
import { fieldOf, type Tree, type TreeObject } from '../../relations';

/** A Secret that an object makes, or a part of it. */
export interface MadeSecret {
  readonly by: TreeObject;
  /** `namespace/name`. */
  readonly place: string;
  /** Undefined where only its maker knows. */
  readonly keys: ReadonlySet<string> | undefined;
  /** Whether the Secret must be made by somebody else first. */
  readonly isPart: boolean;
}

/**
 * The Secrets that objects of the tree make: ExternalSecrets, Certificates, and what Crossplane writes connection
 * details to.
 */
export const secretsMadeBy = oncePer((tree: Tree): readonly MadeSecret[] =>
  tree.objects.flatMap((object) => madeBy(object)),
);

const madeBy = oncePer((object: TreeObject): readonly MadeSecret[] => {
  const { metadata } = object.manifest;
  const key = kindKey(object.manifest);
  const made = (name: unknown, keys?: ReadonlySet<string>, isPart = false): MadeSecret[] =>
    typeof name === 'string' ? [{ by: object, place: `${metadata.namespace}/${name}`, keys, isPart }] : [];
  if (key === 'external-secrets.io/ExternalSecret') {
    const target = recordAt(object, 'spec.target');
    const policy = target['creationPolicy'] ?? 'Owner';
    // with a manifest it makes something else
    if (policy === 'None' || target['manifest'] !== undefined) return [];
    return made(target['name'] ?? metadata.name, keysOfExternalSecret(object), policy === 'Merge');
  }
  if (key === 'cert-manager.io/Certificate') return made(fieldOf(object, 'spec.secretName'));
  return made(recordAt(object, 'spec.writeConnectionSecretToRef')['name']);
});

/** https://external-secrets.io/latest/guides/templating/ */
function keysOfExternalSecret(object: TreeObject): ReadonlySet<string> | undefined {
  const template = recordAt(object, 'spec.target.template');
  const { data, templateFrom, mergePolicy } = template;
  if (!isEmptyList(templateFrom)) return undefined;
  const written = isRecord(data) ? Object.keys(data) : [];
  if (written.length > 0 && mergePolicy !== 'Merge') return new Set(written);
  if (!isEmptyList(fieldOf(object, 'spec.dataFrom'))) return undefined;
  const read = [fieldOf(object, 'spec.data')].flat().flatMap((item) => (isRecord(item) ? [item['secretKey']] : []));
  return new Set([...written, ...read.filter((key) => typeof key === 'string')]);
}

function recordAt(object: TreeObject, path: string): Record<string, unknown> {
  const value = fieldOf(object, path);
  return isRecord(value) ? value : {};
}

function isEmptyList(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}
