import { isRecord, objectKey } from '../../manifests';
import { fieldOf, type Tree, type TreeObject } from '../../relations';
import { secretsMadeBy } from '../references/secrets';
import type { Problem, Rule } from '../rule';

export const secretWriters: Rule = {
  id: 'secret-writers',
  group: 'ownership',
  reason: 'Two writers of one value replace it in turn, and what signs in with it fails half of the time.',
  link: 'https://external-secrets.io/latest/guides/ownership-deletion-policy/',
  check,
};

interface Writes {
  readonly by: TreeObject;
  readonly path: string;
  /** What is written to, for people. */
  readonly where: string;
  /** Undefined for all of it. */
  readonly keys: ReadonlySet<string> | undefined;
}

function* check(tree: Tree): Generator<Problem> {
  const earlier = new Map<string, Writes[]>();
  for (const writes of [...inKubernetes(tree), ...inSecretsManager(tree)]) {
    const others = earlier.get(writes.where) ?? [];
    const other = others.find((one) => meet(one.keys, writes.keys));
    if (other)
      yield {
        object: writes.by,
        path: writes.path,
        message: `${writes.where} is written by ${objectKey(other.by.manifest)} as well`,
      };
    earlier.set(writes.where, [...others, writes]);
  }
}

/** Who makes a Secret writes all of it, who only adds to one its own keys. */
function inKubernetes(tree: Tree): Writes[] {
  return secretsMadeBy(tree).map(({ by, place, keys, isPart }) => ({
    by,
    path: 'spec.target',
    where: `Secret ${place}`,
    keys: isPart ? keys : undefined,
  }));
}

function inSecretsManager(tree: Tree): Writes[] {
  return tree.ofKinds('external-secrets.io/PushSecret').flatMap((by) =>
    [fieldOf(by, 'spec.data')].flat().flatMap((item, index): Writes[] => {
      const match = isRecord(item) ? item['match'] : undefined;
      const remote = isRecord(match) ? match['remoteRef'] : undefined;
      if (!isRecord(remote) || typeof remote['remoteKey'] !== 'string') return [];
      const { remoteKey, property } = remote;
      const keys = typeof property === 'string' ? new Set([property]) : undefined;
      return [{ by, path: `spec.data[${index}].match.remoteRef`, where: `the secret ${remoteKey}`, keys }];
    }),
  );
}

function meet(one: ReadonlySet<string> | undefined, other: ReadonlySet<string> | undefined): boolean {
  return one === undefined || other === undefined || [...one].some((key) => other.has(key));
}
