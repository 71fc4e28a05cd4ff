import type { Manifest } from '../../manifests';
import { read } from '../../manifests';
import type { Tree } from '../../relations';
import type { Problem, Rule } from '../rule';

export const singleDefault: Rule = {
  id: 'single-default',
  group: 'policy',
  reason: 'Of two defaults the cluster takes whichever is newer, or refuses what names none.',
  link: 'https://kubernetes.io/docs/concepts/storage/storage-classes/#default-storageclass',
  check,
};

const ANNOTATIONS: Readonly<Record<string, string>> = {
  'networking.k8s.io/IngressClass': 'ingressclass.kubernetes.io/is-default-class',
  'storage.k8s.io/StorageClass': 'storageclass.kubernetes.io/is-default-class',
};

const CLASS_KINDS: Readonly<Record<string, { readonly path: string; readonly isDefault: (one: Manifest) => boolean }>> =
  {
    ...Object.fromEntries(
      Object.entries(ANNOTATIONS).map(([kind, annotation]) => [
        kind,
        {
          path: `metadata.annotations.${annotation}`,
          isDefault: ({ metadata }: Manifest) => metadata.annotations?.[annotation] === 'true',
        },
      ]),
    ),
    'scheduling.k8s.io/PriorityClass': {
      path: 'globalDefault',
      isDefault: (one: Manifest) => read(one, 'globalDefault') === true,
    },
  };

function* check(tree: Tree): Generator<Problem> {
  for (const [kind, { path, isDefault }] of Object.entries(CLASS_KINDS)) {
    const [first, ...others] = tree.ofKinds(kind).filter(({ manifest }) => isDefault(manifest));
    for (const object of others)
      yield { object, path, message: `${first!.manifest.metadata.name} is the default already` };
  }
}
