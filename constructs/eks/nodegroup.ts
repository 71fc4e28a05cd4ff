import type { Construct } from 'constructs';
import * as eks from '../../imports/eks.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import type { LaunchTemplate } from '../ec2/launch-template';
import type { NodeRole } from './node-role';

/** Bounds: https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html */
export interface NodeGroupProps {
  readonly capacityType: 'ON_DEMAND' | 'SPOT';
  /** 1 to 20; fixed once the group is made. */
  readonly instanceTypes: readonly string[];
  readonly launchTemplate: LaunchTemplate;
  readonly role: NodeRole;
  /** Nodes; 0 or more. */
  readonly minSize: number;
  /** Nodes; 1 or more, as many as the account's quota. */
  readonly maxSize: number;
  /** Nodes at creation, from `minSize` to `maxSize`; later the autoscaler decides. */
  readonly desiredSize: number;
  /** Of the nodes; keys and values of at most 63 characters. @default none */
  readonly labels?: Readonly<Record<string, string>>;
  /** What Pods must tolerate to run here. @default none */
  readonly taints?: readonly Taint[];
  /** Of the nodes that an update replaces at the same time, 1 to 100. @default 25 */
  readonly maxUnavailablePercentage?: number;
}

/** https://docs.aws.amazon.com/eks/latest/APIReference/API_Taint.html */
export interface Taint {
  /** 1 to 63 characters. */
  readonly key: string;
  /** At most 63 characters. */
  readonly value: string;
  readonly effect: 'NO_SCHEDULE' | 'NO_EXECUTE' | 'PREFER_NO_SCHEDULE';
}

/**
 * A managed node group of the platform's cluster in its private subnets, whose size an autoscaler in the cluster
 * decides.
 */
export class NodeGroup extends AwsObject {
  constructor(scope: Construct, id: string, props: NodeGroupProps) {
    super(scope, id);
    const { launchTemplate, role, labels = {}, taints = [], maxUnavailablePercentage = 25 } = props;
    const { capacityType, instanceTypes, minSize, maxSize, desiredSize } = props;
    // https://docs.aws.amazon.com/eks/latest/userguide/create-managed-node-group.html
    this.requireMatch(
      'node group name',
      this.awsName,
      /^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/,
      'at most 63 letters, digits, hyphens and underscores, a letter or digit first',
    );
    this.requireRange('instanceTypes', instanceTypes.length, 1, 20);
    this.requireRange('maxSize', maxSize, 1, Number.MAX_SAFE_INTEGER, ' nodes');
    this.requireRange('minSize', minSize, 0, maxSize, ' nodes');
    this.requireRange('desiredSize', desiredSize, minSize, maxSize, ' nodes');
    this.requireRange('maxUnavailablePercentage', maxUnavailablePercentage, 1, 100, ' %');
    for (const [key, value] of Object.entries(labels)) {
      this.requireMatch('label', key, /^.{1,63}$/, '1 to 63 characters');
      this.requireMatch(`label ${key}`, value, /^.{1,63}$/, '1 to 63 characters');
    }
    for (const { key, value } of taints) {
      this.requireMatch('taint', key, /^.{1,63}$/, '1 to 63 characters');
      this.requireLength(`taint ${key}`, value, 63);
    }

    const { annotations, ...metadata } = this.ackMetadata();
    new eks.Nodegroup(this, 'Resource', {
      metadata: {
        ...metadata,
        // else the controller would undo every decision of the autoscaler
        annotations: { ...annotations, 'eks.services.k8s.aws/desired-size-managed-by': 'external-autoscaler' },
      },
      spec: {
        name: this.awsName,
        clusterName: this.need('cluster').name,
        capacityType,
        amiType: 'AL2023_x86_64_STANDARD',
        instanceTypes: [...instanceTypes],
        launchTemplate: { name: launchTemplate.awsName, version: String(launchTemplate.version) },
        nodeRole: role.arn,
        subnets: [...this.need('vpc').privateSubnetIds],
        scalingConfig: { minSize, maxSize, desiredSize },
        updateConfig: { maxUnavailablePercentage },
        labels: { ...labels },
        taints: taints.map((taint) => ({ ...taint })),
        tags: this.tags,
      },
    });
  }
}
