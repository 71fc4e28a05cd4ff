import { InputError } from '@aws-platform/engine/errors';
import { Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { AppProject } from '../../imports/argoproj.io';
import { Landing } from '../core/landing';
import { ARGOCD_NAMESPACE, argocdName, destinationOf } from './names';

export interface HelmProjectProps {
  /** One sentence for people, at most 255 characters. */
  readonly description: string;
  /** The kinds of the cluster that the charts make, as `group/Kind`; `/Kind` for core kinds. */
  readonly clusterKinds: readonly string[];
  /** The kinds with a namespace that they make. */
  readonly namespacedKinds: readonly string[];
}

/**
 * What the Helm releases in it may do: take charts from their own repositories, and make the kinds that their charts
 * make, in their own namespaces. Named by its id; each release adds its repository and namespace itself.
 */
export class HelmProject extends Construct {
  /** Of the project; behind the landing's prefix where Argo CD has several. */
  readonly name: string;
  private readonly repositories = new Set<string>();
  private readonly namespaces = new Set<string>();

  constructor(scope: Construct, id: string, { description, clusterKinds, namespacedKinds }: HelmProjectProps) {
    super(scope, id);
    const landing = Landing.of(this);
    this.name = argocdName(landing, id);
    new AppProject(this, 'Resource', {
      metadata: { name: this.name, namespace: ARGOCD_NAMESPACE },
      spec: {
        description,
        sourceRepos: Lazy.any({ produce: () => [...this.repositories].sort() }) as string[],
        destinations: Lazy.any({
          produce: () => [...this.namespaces].sort().map((namespace) => ({ ...destinationOf(landing), namespace })),
        }) as { namespace: string }[],
        clusterResourceWhitelist: clusterKinds.map((kind) => this.parse(kind)),
        namespaceResourceWhitelist: namespacedKinds.map((kind) => this.parse(kind)),
      },
    });
  }

  allow(repository: string, namespace: string): void {
    this.repositories.add(repository);
    this.allowNamespace(namespace);
  }

  /** Where a chart makes objects besides its own namespace. */
  allowNamespace(namespace: string): void {
    this.namespaces.add(namespace);
  }

  private parse(text: string): { group: string; kind: string } {
    const [, group, kind] = /^([a-z0-9.-]*)\/([A-Z]\w*)$/.exec(text) ?? [];
    if (group === undefined || kind === undefined)
      throw new InputError(`${this.node.path}: '${text}' is no kind, allowed is group/Kind: apps/Deployment, /Service`);
    return { group, kind };
  }
}
