/** The release that a kind's types were imported from (cdk8s.yaml); its controller runs at the same. */
export interface UpstreamRelease {
  /** `aws-controllers-k8s/sqs-controller`. */
  readonly repository: string;
  /** Its tag: `v1.6.1`. */
  readonly tag: string;
  /** Where in the repository the CRDs are: `config/crd/bases`. */
  readonly folder: string;
}

/** A kind that an environment has objects of, or that its kro graphs read or make. */
export interface KindInUse {
  /** Empty for core kinds. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  /** The construct of one of its objects, for messages. */
  readonly example: string;
  /** Of its objects. */
  readonly namespaces: readonly string[];
  /** What kro does with it: make objects from graphs, look at some, or serve instances of a graph. */
  readonly kro: { readonly makes: boolean; readonly reads: boolean; readonly serves: boolean };
  /** Undefined for core kinds and those that a graph brings. */
  readonly release: UpstreamRelease | undefined;
}

/** What the charts of an environment use, from which its controllers follow. */
export interface InUse {
  readonly kinds: readonly KindInUse[];
  /** The hosts of its Ingresses. */
  readonly ingressHosts: readonly { readonly host: string; readonly example: string }[];
  /** Groups, and names of CRDs, that the charts' own Applications install. */
  readonly installed: ReadonlySet<string>;
  /** Of every CRD that cdk8s.yaml has, by the CRD's name, whether it is in use or not. */
  readonly releases: ReadonlyMap<string, UpstreamRelease>;
}

/** The kinds of each group, in the order of their names. */
export function byGroup(kinds: readonly KindInUse[]): (readonly [group: string, kinds: readonly KindInUse[]])[] {
  const groups = [...new Set(kinds.map(({ group }) => group))].sort();
  return groups.map((group) => [group, kinds.filter((kind) => kind.group === group)]);
}
