import { append, oncePer } from '../collections';
import { kindKey } from '../manifests';
import { Definitions } from './definitions';
import { Identities } from './identities';
import { SecretMakers } from './secret-makers';
import type { Tree, TreeObject } from './tree';

const EXTERNAL_SECRET = 'external-secrets.io/ExternalSecret';
const PUSH_SECRET = 'external-secrets.io/PushSecret';

/** What an object needs of another one. */
export interface Need {
  readonly to: TreeObject;
  /** The field that says so, such as `spec.masterUserPassword`. */
  readonly path: string;
  /** As part of a sentence, behind the name of what is needed: `makes Secret database-credentials`. */
  readonly because: string;
}

/** Everything in a tree that stands between an object and its being ready, or its being taken by the server at all. */
export class Needs {
  private readonly definitions: Definitions;
  private readonly secretMakers: SecretMakers;
  readonly identities: Identities;
  private readonly namespaces: ReadonlyMap<string, TreeObject>;
  /** What writes a secret's first value, by the secret's name in AWS. */
  private readonly pushers = new Map<string, TreeObject[]>();

  constructor(private readonly tree: Tree) {
    this.definitions = new Definitions(tree);
    this.secretMakers = new SecretMakers(tree);
    this.identities = new Identities(tree);
    const argocd = new Set(tree.ofKinds('argoproj.io/Application').map(({ manifest }) => manifest.metadata.namespace));
    this.namespaces = new Map(
      tree
        .ofKinds('/Namespace')
        .filter(({ manifest }) => !argocd.has(manifest.metadata.name))
        .map((object) => [object.manifest.metadata.name, object]),
    );
    for (const object of tree.ofKinds(PUSH_SECRET))
      for (const name of new Set(tree.mentionsOf(object).flatMap((one) => (one.by === 'aws-name' ? one.name : []))))
        append(this.pushers, name, object);
  }

  /**
   * What the server refuses an object without: its namespace, and the definition of its kind. The namespace of the
   * tree's Applications is there before them, with Argo CD.
   */
  readonly beforeApplied = oncePer((object: TreeObject): readonly Need[] => {
    const { manifest } = object;
    const namespace = this.namespaces.get(manifest.metadata.namespace ?? '');
    return [
      ...(namespace ? [{ to: namespace, path: 'metadata.namespace', because: 'is its namespace' }] : []),
      ...this.definitions.of(manifest).map((to) => ({ to, path: 'kind', because: 'brings its kind' })),
    ];
  });

  /** What an object, once it is there, waits for before it is ready. */
  readonly beforeReady = oncePer((object: TreeObject): readonly Need[] => [
    ...this.tree
      .dependenciesOf(object)
      .map(({ to, path }) => ({ to, path, because: path === 'kind' ? 'is the graph of it' : 'is named there' })),
    ...this.secretsOf(object),
    ...this.valuesOf(object),
    ...this.definitions.of(object.manifest).map((to) => ({ to, path: 'kind', because: 'runs its controller' })),
  ]);

  /** Everything that should be there before an object is applied, whether or not anybody waits for it. */
  inFrontOf(object: TreeObject): readonly Need[] {
    return [...this.beforeApplied(object), ...this.beforeReady(object), ...this.identities.of(object)];
  }

  /** Whether an object is ready only after a person's act: a value that nothing in the tree writes. */
  awaitsPerson(object: TreeObject): boolean {
    return kindKey(object.manifest) === EXTERNAL_SECRET && this.valuesOf(object).next().done === true;
  }

  /** A value that is read from Secrets Manager has to be there; one that the cluster makes is pushed there first. */
  private *valuesOf(object: TreeObject): Generator<Need, void> {
    if (kindKey(object.manifest) !== EXTERNAL_SECRET) return;
    for (const mention of this.tree.mentionsOf(object))
      if (mention.by === 'aws-name')
        for (const to of this.pushers.get(mention.name) ?? [])
          yield { to, path: mention.path, because: `writes the first value of ${mention.name}` };
  }

  private *secretsOf(object: TreeObject): Generator<Need> {
    for (const mention of this.tree.mentionsOf(object)) {
      if (mention.by !== 'name' || !mention.needed) continue;
      for (const kind of mention.kinds)
        for (const to of this.secretMakers.of(kind, mention.namespace, mention.name))
          if (to !== object && kindKey(to.manifest) !== kind)
            yield { to, path: mention.path, because: `makes ${kind.slice(1)} ${mention.name}` };
    }
  }
}
