import { isNetworkAddress } from '@aws-platform/engine/aws';
import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { PlatformObject } from '../core/platform-object';

export type Labels = Readonly<Record<string, string>>;

/** The other end: Pods of the same namespace, Pods of another one, or addresses. */
export type NetworkPeer =
  | { /** Every Pod that has these labels; `{}` is every Pod. */ readonly pods: Labels }
  | { readonly namespace: string /** @default every Pod */; readonly pods?: Labels }
  | { /** IPv4, such as `10.0.11.0/24`. */ readonly cidrs: readonly string[] };

export interface NetworkRule {
  readonly peers: readonly NetworkPeer[];
  /** Of the receiving end, 1 to 65535: behind a Service those of its Pods. */
  readonly ports: readonly number[];
  /** @default ['TCP'] */
  readonly protocols?: readonly ('TCP' | 'UDP')[];
}

export interface NetworkPolicyProps {
  readonly namespace: string;
  /** Whose traffic this is about. @default every Pod of the namespace */
  readonly pods?: Labels;
  /** What may come in. @default nothing is said about it */
  readonly ingress?: readonly NetworkRule[];
  /** What may go out. @default nothing is said about it */
  readonly egress?: readonly NetworkRule[];
}

const CIDR = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)\/(?:3[0-2]|[12]?\d)$/;

/**
 * Lets some Pods talk to others, named by its id. Policies add up: one with an empty list lets nothing through, and the
 * next one adds to it. The VPC CNI looks at a packet before a Service's address becomes a Pod's, and knows the
 * addresses of Services whose Pods are selected
 * (https://docs.aws.amazon.com/eks/latest/userguide/cni-network-policy.html). It takes the narrowest block only, so
 * blocks with exceptions cannot be written (https://github.com/aws/amazon-vpc-cni-k8s/issues/3096), and it does not
 * reach Pods on Fargate.
 */
export class NetworkPolicy extends PlatformObject {
  constructor(scope: Construct, id: string, { namespace, pods = {}, ingress, egress }: NetworkPolicyProps) {
    super(scope, id);
    if (!ingress && !egress) this.fail('says nothing: ingress, egress or both are needed');
    new ApiObject(this, 'Resource', {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: id, namespace },
      spec: {
        podSelector: selector(pods),
        policyTypes: [...(ingress ? ['Ingress'] : []), ...(egress ? ['Egress'] : [])],
        ...(ingress && {
          ingress: ingress.map((rule) => ({ from: this.peers(rule, 'ingress'), ports: this.ports(rule) })),
        }),
        ...(egress && { egress: egress.map((rule) => ({ to: this.peers(rule, 'egress'), ports: this.ports(rule) })) }),
      },
    });
  }

  private peers({ peers }: NetworkRule, direction: 'ingress' | 'egress'): object[] {
    if (peers.length === 0) this.fail(`${direction} has a rule without peers, which Kubernetes takes for everybody`);
    return peers.flatMap((peer): object[] => {
      if ('cidrs' in peer) return peer.cidrs.map((cidr) => ({ ipBlock: { cidr: this.checked(cidr, direction) } }));
      if (!('namespace' in peer)) return [{ podSelector: selector(peer.pods) }];
      const namespaceSelector = selector({ 'kubernetes.io/metadata.name': peer.namespace });
      return [{ namespaceSelector, ...(peer.pods && { podSelector: selector(peer.pods) }) }];
    });
  }

  private ports({ ports, protocols = ['TCP'] }: NetworkRule): object[] {
    if (ports.length === 0) this.fail('has a rule without ports, which Kubernetes takes for all of them');
    for (const port of ports)
      if (!Number.isInteger(port) || port < 1 || port > 65_535)
        this.fail(`port is ${port}, a whole number from 1 to 65535 is allowed`);
    return protocols.flatMap((protocol) => ports.map((port) => ({ protocol, port })));
  }

  private checked(cidr: string, direction: 'ingress' | 'egress'): string {
    if (!CIDR.test(cidr)) this.fail(`'${cidr}' is no CIDR, allowed is one like 10.0.11.0/24`);
    if (!isNetworkAddress(cidr)) this.fail(`'${cidr}' has bits set behind its prefix`);
    if (direction === 'ingress' && cidr.endsWith('/0')) this.fail(`'${cidr}' lets everybody in: name who may come`);
    return cidr;
  }
}

function selector(labels: Labels): object {
  return Object.keys(labels).length > 0 ? { matchLabels: { ...labels } } : {};
}
