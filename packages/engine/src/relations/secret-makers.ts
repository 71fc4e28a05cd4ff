import { append } from '../collections';
import { kindKey, type Manifest, read } from '../manifests';
import type { Tree, TreeObject } from './tree';

/** The objects of a tree on whose behalf a controller makes Secrets or ConfigMaps that are in no file. */
export class SecretMakers {
  private readonly byName = new Map<string, TreeObject[]>();

  constructor(tree: Tree) {
    for (const object of tree.objects)
      for (const made of madeBy(object.manifest))
        append(this.byName, `${made.kind} ${made.namespace}/${made.name}`, object);
  }

  /** Who makes a Secret (`/Secret`) or ConfigMap (`/ConfigMap`) of a name. */
  of(kind: string, namespace: string | undefined, name: string): readonly TreeObject[] {
    return this.byName.get(`${kind} ${namespace ?? ''}/${name}`) ?? [];
  }
}

interface Made {
  readonly kind: '/Secret' | '/ConfigMap';
  readonly namespace: string;
  readonly name: string;
}

function* madeBy(manifest: Manifest): Generator<Made> {
  const { name, namespace = '' } = manifest.metadata;
  const text = (path: string) => {
    const value = read(manifest, path);
    return typeof value === 'string' ? value : undefined;
  };
  switch (kindKey(manifest)) {
    // https://external-secrets.io/latest/api/externalsecret/
    case 'external-secrets.io/ExternalSecret':
      yield { kind: '/Secret', namespace, name: text('spec.target.name') ?? name };
      return;
    case 'cert-manager.io/Certificate':
      yield { kind: '/Secret', namespace, name: text('spec.secretName') ?? name };
      return;
    case 'bitnami.com/SealedSecret':
      yield { kind: '/Secret', namespace, name: text('spec.template.metadata.name') ?? name };
      return;
    // https://aws-controllers-k8s.github.io/docs/guides/field-export
    case 'services.k8s.aws/FieldExport':
      yield {
        kind: text('spec.to.kind') === 'configmap' ? '/ConfigMap' : '/Secret',
        namespace: text('spec.to.namespace') ?? namespace,
        name: text('spec.to.name') ?? '',
      };
  }
  // Crossplane's managed resources: https://docs.crossplane.io/latest/managed-resources/managed-resources/
  const connection = text('spec.writeConnectionSecretToRef.name');
  if (connection !== undefined)
    yield {
      kind: '/Secret',
      namespace: text('spec.writeConnectionSecretToRef.namespace') ?? namespace,
      name: connection,
    };
}
