import {
  bySize,
  bySwitch,
  byVersion,
  disrupts,
  type FieldEffect,
  nothing,
  type Reviewed,
  replaces,
  updates,
} from './field-effect';

const NODES = 'https://docs.aws.amazon.com/eks/latest/userguide/managed-node-update-behavior.html';
const UPGRADE = 'https://docs.aws.amazon.com/eks/latest/userguide/update-cluster.html';
const EC2 = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-resize.html';
const LAMBDA = 'https://docs.aws.amazon.com/lambda/latest/api/';
const ELB = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ModifyListener.html';
const SSM = 'https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-schemas-features.html';

const ENCRYPTION = 'https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html';
const AUTO_MODE = 'https://docs.aws.amazon.com/eks/latest/userguide/auto-enable-existing.html';
const VPC_CONFIG = 'https://docs.aws.amazon.com/eks/latest/APIReference/API_UpdateClusterConfig.html';

const otherTemplate = replaces(
  'a node group keeps its launch template, of which it can take another version: EKS refuses; another group is needed',
  'https://docs.aws.amazon.com/eks/latest/APIReference/API_LaunchTemplateSpecification.html',
);
const nodes = disrupts(
  'EKS replaces every node of the group, some at a time: Pods are evicted within their disruption budgets and start elsewhere',
  NODES,
);
const clusterVersion = byVersion(
  replaces('EKS does not downgrade a cluster: it refuses, and the controller stops with the error', UPGRADE),
  disrupts(
    'EKS upgrades the control plane, one minor version at a time, without a way back; nodes and add-ons have to follow',
    UPGRADE,
  ),
  disrupts(
    'EKS upgrades the control plane, one minor version at a time, without a way back; nodes and add-ons have to follow',
    UPGRADE,
  ),
);
const stop = disrupts(
  'EC2 stops the instance, changes it and starts it again: it is down meanwhile, and an address that is not elastic changes',
  EC2,
);
const document = updates('makes a new version of the document, which becomes the default', SSM);
const token = nothing(
  'makes repeated requests safe; nothing in AWS changes by it',
  'https://docs.aws.amazon.com/eks/latest/APIReference/API_UpdateNodegroupConfig.html',
);
const invoke = updates(
  'how often asynchronous calls are tried again, and where failures go',
  `${LAMBDA}API_PutFunctionEventInvokeConfig.html`,
);
const concurrency: FieldEffect = bySize(
  disrupts(
    'fewer executions at a time: calls above the new number are throttled',
    `${LAMBDA}API_PutFunctionConcurrency.html`,
  ),
  updates('more executions at a time', `${LAMBDA}API_PutFunctionConcurrency.html`),
);
const listener = disrupts('the listener moves: clients of the old port or protocol fail at once', ELB);

/** EKS, EC2, Lambda, load balancers. */
export const compute: Reviewed = {
  'eks.services.k8s.aws/Cluster': {
    clientRequestToken: token,
    encryptionConfig: (from) =>
      from === undefined
        ? updates('EKS encrypts Secrets with the key from now on, without a way back', ENCRYPTION)
        : replaces('EKS keeps the key that encrypts Secrets: it refuses another one, or none', ENCRYPTION),
    'kubernetesNetworkConfig.elasticLoadBalancing': updates(
      'Auto Mode takes care of load balancers, or no longer',
      AUTO_MODE,
    ),
    resourcesVPCConfig: updates(
      'EKS changes access, subnets and security groups of the control plane in place',
      VPC_CONFIG,
    ),
    'resourcesVPCConfig.securityGroupIDs': updates(
      'EKS changes the security groups of the control plane in place',
      VPC_CONFIG,
    ),
    'resourcesVPCConfig.securityGroupRefs': updates(
      'EKS changes the security groups of the control plane in place',
      VPC_CONFIG,
    ),
    'resourcesVPCConfig.subnetIDs': updates(
      'EKS moves the network interfaces of the control plane in place',
      VPC_CONFIG,
    ),
    'resourcesVPCConfig.subnetRefs': updates(
      'EKS moves the network interfaces of the control plane in place',
      VPC_CONFIG,
    ),
    version: clusterVersion,
  },
  'eks.services.k8s.aws/Addon': {
    addonVersion: updates(
      'EKS rolls the new version of the add-on out',
      'https://docs.aws.amazon.com/eks/latest/userguide/updating-an-add-on.html',
    ),
    clientRequestToken: token,
  },
  'eks.services.k8s.aws/FargateProfile': { clientRequestToken: token },
  'eks.services.k8s.aws/Nodegroup': {
    amiType: replaces(
      'a node group keeps its AMI type and instance types: EKS refuses; another group is needed',
      NODES,
    ),
    clientRequestToken: token,
    instanceTypes: replaces('a node group keeps its instance types: EKS refuses; another group is needed', NODES),
    launchTemplate: nodes,
    'launchTemplate.id': otherTemplate,
    'launchTemplate.name': otherTemplate,
    releaseVersion: nodes,
    scalingConfig: updates(
      'the group grows or shrinks between the new bounds; what the autoscaler no longer needs is drained',
      'https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html',
    ),
    version: nodes,
  },
  'eks.services.k8s.aws/PodIdentityAssociation': { clientRequestToken: token },
  'ec2.services.k8s.aws/Instance': {
    blockDeviceMappings: replaces('an instance keeps the volumes that it began with: another instance is needed', EC2),
    capacityReservationSpecification: updates('which reservation the instance uses', EC2),
    ebsOptimized: stop,
    instanceType: stop,
    kernelID: stop,
    privateDNSNameOptions: stop,
    ramDiskID: stop,
    securityGroupIDs: updates('other firewall rules at once', EC2),
    userData: stop,
  },
  'ec2.services.k8s.aws/LaunchTemplate': {
    defaultVersion: updates(
      'instances that follow the default version begin with another one from now on',
      'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-launch-template-versions.html',
    ),
    tags: updates(
      'tags of the template',
      'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-launch-template-versions.html',
    ),
  },
  'ec2.services.k8s.aws/Subnet': {
    ipv6CIDRBlock: updates(
      'an IPv6 range is attached or detached',
      'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-associate-ipv6-cidr.html',
    ),
  },
  'ec2.services.k8s.aws/VPC': {
    cidrBlocks: (from, to) =>
      Array.isArray(from) && Array.isArray(to) && from[0] === to[0]
        ? updates(
            'other ranges are added or taken away; the first one stays',
            'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html',
          )
        : undefined,
    instanceTenancy: (_, to) =>
      to === 'default'
        ? updates(
            'new instances are no longer dedicated',
            'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/dedicated-instance.html',
          )
        : replaces(
            'a VPC becomes dedicated at creation alone',
            'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/dedicated-instance.html',
          ),
  },
  'lambda.services.k8s.aws/Function': {
    functionEventInvokeConfig: invoke,
    publish: nothing('asked when a version is published', `${LAMBDA}API_PublishVersion.html`),
    reservedConcurrentExecutions: concurrency,
  },
  'lambda.services.k8s.aws/Alias': {
    functionEventInvokeConfig: invoke,
    permissions: updates('who may call the alias', `${LAMBDA}API_AddPermission.html`),
  },
  'lambda.services.k8s.aws/Version': { functionEventInvokeConfig: invoke },
  'lambda.services.k8s.aws/EventSourceMapping': {
    enabled: bySwitch(
      disrupts(
        'the function gets nothing from its source any more; a stream goes on losing records by age',
        `${LAMBDA}API_UpdateEventSourceMapping.html`,
      ),
      updates('the function gets records again', `${LAMBDA}API_UpdateEventSourceMapping.html`),
    ),
  },
  'lambda.aws.m.upbound.io/Permission': {
    statementId: replaces(
      'a statement keeps its id: Crossplane refuses the change (ForceNew), Synced=False',
      `${LAMBDA}API_AddPermission.html`,
    ),
    qualifier: replaces(
      'a statement stays with its version or alias: Crossplane refuses the change (ForceNew), Synced=False',
      `${LAMBDA}API_AddPermission.html`,
    ),
  },
  'elbv2.services.k8s.aws/Listener': { port: listener, protocol: listener },
  'apprunner.aws.m.upbound.io/Service': {
    sourceConfiguration: updates(
      'App Runner deploys the other source beside the old one and switches',
      'https://docs.aws.amazon.com/apprunner/latest/dg/manage-deploy.html',
    ),
    tags: updates('tags change in place', 'https://docs.aws.amazon.com/apprunner/latest/api/API_TagResource.html'),
  },
  'ssm.services.k8s.aws/Document': {
    attachments: document,
    content: document,
    displayName: document,
    documentFormat: document,
    requires: document,
    targetType: document,
    versionName: document,
  },
};
