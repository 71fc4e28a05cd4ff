import { isRecord } from '../../manifests/fields';
import { fieldOf, type Tree } from '../tree';

const cache = new WeakMap<Tree, ReadonlySet<string>>();

/** The Secrets, as `namespace/name`, that objects of the tree make: ExternalSecrets, Certificates, and what Crossplane writes connection details to. */
export function secretsMadeBy(tree: Tree): ReadonlySet<string> {
  let secrets = cache.get(tree);
  if (!secrets) {
    secrets = new Set(
      tree.objects.flatMap((object) =>
        nameOfMade(object).map((name) => `${object.manifest.metadata.namespace}/${name}`),
      ),
    );
    cache.set(tree, secrets);
  }
  return secrets;

  function nameOfMade(object: Tree['objects'][number]): string[] {
    const { kind, metadata } = object.manifest;
    const connection = fieldOf(object, 'spec.writeConnectionSecretToRef');
    const names = isRecord(connection) ? [connection['name']] : [];
    if (kind === 'ExternalSecret') names.push(fieldOf(object, 'spec.target.name') ?? metadata.name);
    if (kind === 'Certificate') names.push(fieldOf(object, 'spec.secretName'));
    return names.filter((name) => typeof name === 'string');
  }
}
