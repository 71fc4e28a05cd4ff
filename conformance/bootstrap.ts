import type { DocumentValue, Evidence } from '@aws-platform/engine/conformance';

const of = (path: string) => (evidence: Evidence) => evidence.ofBootstrap(path);
const has = (path: string, isSo: (value: unknown) => boolean) => (evidence: Evidence) => {
  const value = evidence.ofBootstrap(path);
  return value === undefined ? undefined : isSo(value);
};
const list = (value: unknown) => value as unknown[];

/** What the document says of the VPC, the cluster and its first nodes: the bootstrap makes them. */
export const bootstrap: readonly DocumentValue[] = [
  { path: 'EKSCluster.Name', value: 'production-eks-cluster', read: of('eks.name') },
  {
    path: 'EKSCluster.Version',
    value: '1.28',
    read: of('eks.version'),
    deviation: {
      chosen: '1.36',
      because: 'EKS ended support of 1.28, also extended, on 2025-11-26, and makes no new cluster of it',
      source: 'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html',
    },
  },
  { path: 'EKSCluster.Endpoint.PrivateAccess', value: true, read: of('eks.privateAccess') },
  { path: 'EKSCluster.Endpoint.PublicAccess', value: false, read: of('eks.publicAccess') },
  {
    path: 'EKSCluster.Logging.Enable',
    value: ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'],
    read: of('eks.logging'),
  },
  // EKS has no other provider than AWS KMS: a key of it for Secrets is the whole setting
  {
    path: 'EKSCluster.Encryption.Provider',
    value: 'aws-kms',
    read: (evidence) => (list(evidence.ofBootstrap('eks.encrypted') ?? []).length > 0 ? 'aws-kms' : undefined),
  },
  {
    path: 'EKSCluster.Encryption.KeyId',
    value: true,
    read: has('eks.encrypted', (value) => list(value).some((resources) => list(resources).includes('secrets'))),
  },
  { path: 'EKS: Managed Control Plane', value: true, read: has('eks.name', (name) => typeof name === 'string') },
  {
    path: 'EKS: Multi-AZ Support',
    value: 3,
    read: (evidence) => list(evidence.ofBootstrap('vpc.privateSubnets') ?? []).length,
  },
  {
    path: 'EKS: Security Integration',
    value: true,
    read: has('eks.addOns', (names) => list(names).includes('eks-pod-identity-agent')),
  },
  {
    path: 'EKS: Add-ons Ecosystem',
    value: [
      'aws-ebs-csi-driver',
      'aws-efs-csi-driver',
      'coredns',
      'eks-pod-identity-agent',
      'kube-proxy',
      'metrics-server',
      'snapshot-controller',
      'vpc-cni',
    ],
    read: of('eks.addOns'),
  },
  { path: 'NodeGroups.general-purpose.Name', value: 'general-purpose', read: of('nodeGroups[0].name') },
  {
    path: 'NodeGroups.general-purpose.InstanceTypes',
    value: ['m5.large', 'm5.xlarge', 'm5a.large'],
    read: of('nodeGroups[0].instanceTypes'),
  },
  { path: 'NodeGroups.general-purpose.CapacityType', value: 'ON_DEMAND', read: of('nodeGroups[0].capacityType') },
  { path: 'NodeGroups.general-purpose.ScalingConfig.MinSize', value: 3, read: of('nodeGroups[0].scaling.MinSize') },
  { path: 'NodeGroups.general-purpose.ScalingConfig.MaxSize', value: 10, read: of('nodeGroups[0].scaling.MaxSize') },
  {
    path: 'NodeGroups.general-purpose.ScalingConfig.DesiredSize',
    value: 5,
    read: of('nodeGroups[0].scaling.DesiredSize'),
  },
  { path: 'VPCConfiguration.CIDR', value: '10.0.0.0/16', read: of('vpc.cidr') },
  {
    path: 'VPCConfiguration.AvailabilityZones',
    value: ['us-east-1a', 'us-east-1b', 'us-east-1c'],
    read: of('vpc.availabilityZones'),
  },
  {
    path: 'VPCConfiguration.PublicSubnets',
    value: ['10.0.1.0/24', '10.0.2.0/24', '10.0.3.0/24'],
    read: of('vpc.publicSubnets'),
  },
  {
    path: 'VPCConfiguration.PrivateSubnets',
    value: ['10.0.11.0/24', '10.0.12.0/24', '10.0.13.0/24'],
    read: of('vpc.privateSubnets'),
  },
  {
    path: 'VPCConfiguration.DatabaseSubnets',
    value: ['10.0.21.0/24', '10.0.22.0/24', '10.0.23.0/24'],
    read: of('vpc.databaseSubnets'),
  },
  { path: 'VPC: NAT Gateways', value: 3, read: of('vpc.natGateways') },
  {
    path: 'VPC: VPC Endpoints',
    value: ['dynamodb', 'ecr.api', 'ecr.dkr', 'eks-auth', 'kms', 'logs', 's3', 'secretsmanager', 'sns', 'sqs', 'sts'],
    read: of('vpc.endpoints'),
  },
];
