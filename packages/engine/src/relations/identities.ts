import { append } from '../collections';
import { isRecord, kindKey, read } from '../manifests';
import { visit } from '../references';
import type { Need } from './needs';
import { fieldOf, type Tree, type TreeObject } from './tree';

const ASSOCIATIONS = ['eks.services.k8s.aws/PodIdentityAssociation', 'eks.aws.m.upbound.io/PodIdentityAssociation'];

/**
 * Who gives the Pods of a workload their identity in AWS. EKS gives a Pod its credentials when it starts, and never
 * later: https://docs.aws.amazon.com/eks/latest/userguide/pod-id-association.html
 */
export class Identities {
  /** By the namespace and name of the service account. */
  private readonly associations = new Map<string, TreeObject[]>();

  constructor(tree: Tree) {
    for (const association of tree.ofKinds(...ASSOCIATIONS))
      append(this.associations, accountOfAssociation(association), association);
  }

  /** What has to be there before the Pods that an object makes. */
  of(object: TreeObject): readonly Need[] {
    if (this.associations.size === 0) return [];
    return accountsOf(object).flatMap(({ account, path }) =>
      (this.associations.get(account) ?? []).map((to) => ({ to, path, because: 'gives its Pods their identity' })),
    );
  }
}

function accountOfAssociation(association: TreeObject): string {
  const spec = fieldOf(association, 'spec.forProvider') ?? fieldOf(association, 'spec');
  return `${read(spec, 'namespace')}/${read(spec, 'serviceAccount')}`;
}

interface Account {
  readonly account: string;
  readonly path: string;
}

/** The service accounts of an object's Pods; of a Helm chart's as far as its values name them. */
function accountsOf({ manifest }: TreeObject): Account[] {
  const isChart = kindKey(manifest) === 'argoproj.io/Application';
  const namespace = isChart ? read(manifest, 'spec.destination.namespace') : manifest.metadata.namespace;
  const accounts: Account[] = [];
  visit(manifest, ({ name, value, path }) => {
    if (!isChart && name === 'serviceAccountName') accounts.push({ account: `${namespace}/${value}`, path });
    if (isChart && name === 'serviceAccount' && isRecord(value))
      accounts.push({ account: `${namespace}/${value['name']}`, path: `${path}.name` });
  });
  return accounts;
}
