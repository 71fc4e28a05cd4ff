import { isRecord, read, records } from '../../manifests';
import type { Tree, TreeObject } from '../../relations';
import type { Problem, Rule } from '../rule';

export const sharedVolume: Rule = {
  id: 'shared-volume',
  group: 'policy',
  reason: 'Of EBS only io2 can be attached to several nodes, and a file system that two nodes write to is destroyed.',
  link: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volumes-multi.html',
  check,
};

const SEVERAL_NODES = new Set(['ReadOnlyMany', 'ReadWriteMany']);

function* check(tree: Tree): Generator<Problem> {
  const classes = new Map(tree.ofKinds('storage.k8s.io/StorageClass').map((one) => [one.manifest.metadata.name, one]));
  const usual = [...classes.values()].find(isDefault)?.manifest.metadata.name;
  for (const { object, path, spec } of claimsIn(tree)) {
    const modes = spec['accessModes'];
    const mode = Array.isArray(modes) ? modes.find((one) => SEVERAL_NODES.has(String(one))) : undefined;
    const name = String(spec['storageClassName'] ?? usual);
    const manifest = classes.get(name)?.manifest;
    if (mode === undefined || !manifest || read(manifest, 'provisioner') !== 'ebs.csi.aws.com') continue;
    const type = String(read(manifest, 'parameters.type'));
    if (type !== 'io2')
      yield {
        object,
        path: `${path}.accessModes`,
        message: `${mode} of ${name}: volumes of ${type} have one node each`,
      };
    else if (spec['volumeMode'] !== 'Block')
      yield { object, path: `${path}.volumeMode`, message: `has to be Block for ${mode} of ${name}` };
  }
}

/** Classes for claims that name none: of two the API server takes the newer one. */
function isDefault({ manifest }: TreeObject): boolean {
  return manifest.metadata.annotations?.['storageclass.kubernetes.io/is-default-class'] === 'true';
}

interface Claim {
  readonly object: TreeObject;
  readonly path: string;
  readonly spec: Readonly<Record<string, unknown>>;
}

function* claimsIn(tree: Tree): Generator<Claim> {
  for (const object of tree.ofKinds('/PersistentVolumeClaim')) {
    const spec = read(object.manifest, 'spec');
    if (isRecord(spec)) yield { object, path: 'spec', spec };
  }
  for (const object of tree.ofKinds('apps/StatefulSet'))
    for (const [index, template] of records(read(object.manifest, 'spec.volumeClaimTemplates')).entries()) {
      const { spec } = template;
      if (isRecord(spec)) yield { object, path: `spec.volumeClaimTemplates[${index}].spec`, spec };
    }
}
