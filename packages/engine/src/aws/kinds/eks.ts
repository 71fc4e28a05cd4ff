import { AWS_ID, NO_METRICS, none, unknown } from './answers';
import { is, isSet } from './demand';
import { configuration, kind, type Service } from './kind';

const SERVICE: Service = {
  title: 'Amazon EKS',
  ack: 'eks',
  crossplane: 'eks',
  cloudFormation: 'EKS',
  iam: 'eks',
  dataProtection: 'https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html',
};

export const cluster = kind(SERVICE, 'Cluster', {
  forms: {
    ack: {
      kind: 'Cluster',
      late: [
        'DeletionProtection',
        'ControlPlaneScalingConfig.Tier',
        'KubeApiServerConfig',
        'KubeApiServerConfig.EventTTL',
        'KubeApiServerConfig.ServiceNodePortRange',
        'KubeApiServerConfig.ServiceNodePortRange.MinPort',
        'KubeApiServerConfig.ServiceNodePortRange.MaxPort',
        'KubeSchedulerConfig',
        'KubeSchedulerConfig.NodeResourcesFit',
        'KubeSchedulerConfig.NodeResourcesFit.ScoringStrategy',
        'KubeSchedulerConfig.NodeResourcesFit.ScoringStrategy.Type',
        'KubeSchedulerConfig.NodeResourcesFit.ScoringStrategy.Resources',
        'KubeControllerManagerConfig',
        'KubeControllerManagerConfig.HorizontalPodAutoscalerControllerConfig',
        'KubeControllerManagerConfig.HorizontalPodAutoscalerControllerConfig.HorizontalPodAutoscalerSyncPeriod',
      ],
    },
    crossplane: {
      kind: 'Cluster',
      fields: {
        name: '@name',
        'resourcesVPCConfig.endpointPublicAccess': 'vpcConfig.endpointPublicAccess',
        'encryptionConfig[].provider.keyARN': 'encryptionConfig.provider.keyArn',
      },
    },
    cloudFormation: 'AWS::EKS::Cluster',
  },
  arn: 'cluster/{name}',
  identity: ['name', 'resourcesVPCConfig'],
  stateful: "everything in the cluster's API: objects, and what their controllers hold",
  encryption: {
    // not confirmed
    atRest: {
      always:
        "Kubernetes data are encrypted by EKS (envelope encryption by default from 1.28 on); encryptionConfig takes a key of one's own for them, for good",
      source: 'https://docs.aws.amazon.com/eks/latest/userguide/envelope-encryption.html',
    },
    // not confirmed
    inTransit: {
      always: 'the API server takes TLS only',
      source: 'https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html',
    },
    key: {
      field: 'encryptionConfig[].provider.keyARN',
      controller: ['kms:CreateGrant', 'kms:DescribeKey'],
      users: { 'eks, by a grant': ['kms:Decrypt', 'kms:Encrypt'] },
      source: 'https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html',
    },
  },
  tags: 'tags',
  protection: {
    field: 'deletionProtection',
    value: true,
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-eks-cluster.html',
  },
  backup: { by: 'AWS Backup', type: 'EKS' },
  alarms: none('is made by the bootstrap; control-plane logs have filters'),
  exposure: { demands: [is('resourcesVPCConfig.endpointPublicAccess', false)] },
});

export const nodegroup = configuration(SERVICE, 'Nodegroup', {
  forms: {
    ack: 'Nodegroup',
    crossplane: { kind: 'NodeGroup', fields: { name: '@name' } },
    cloudFormation: { kind: 'AWS::EKS::Nodegroup', fields: { name: 'Id' } },
  },
  arn: unknown('its shape, nodegroup/{clusterName}/{name}/<id>/*, is not confirmed'),
  identity: ['name', 'clusterName'],
  why: 'its nodes are made again; what Pods keep on their disks goes with every node anyway',
  encryption: {
    // not confirmed
    atRest: {
      demands: [isSet('launchTemplate')],
      source: 'https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html',
    },
    inTransit: none('Pods say how they talk'),
  },
  tags: 'tags',
  protection: none('EKS has none for node groups'),
  backup: none('holds nothing that lasts'),
  alarms: none('nodes are watched by Prometheus and by the alarm HighCPUUtilization over all of them'),
  exposure: none('remoteAccess opens SSH: not judged today'),
  defaults: { capacityType: 'ON_DEMAND', 'updateConfig.maxUnavailable': 1 },
});

export const fargateProfile = configuration(SERVICE, 'FargateProfile', {
  forms: {
    ack: 'FargateProfile',
    crossplane: { kind: 'FargateProfile', fields: { name: '@name' } },
    cloudFormation: 'AWS::EKS::FargateProfile',
  },
  arn: { resource: 'fargateprofile/{clusterName}/{name}', suffix: '/*' },
  identity: ['name', 'clusterName'],
  encryption: {
    // not confirmed
    atRest: {
      always: 'disks of Fargate Pods are encrypted by AWS',
      source: 'https://docs.aws.amazon.com/eks/latest/userguide/fargate-pod-configuration.html',
    },
  },
  tags: 'tags',
  alarms: none('its Pods are watched by Prometheus'),
});

export const accessEntry = configuration(SERVICE, 'AccessEntry', {
  forms: {
    ack: { kind: 'AccessEntry', found: ['clusterName', 'principalARN'] },
    crossplane: 'AccessEntry',
    cloudFormation: 'AWS::EKS::AccessEntry',
  },
  arn: unknown('its shape, access-entry/{clusterName}/role/<account>/<name>/<id>, is not confirmed'),
  identity: AWS_ID,
  why: 'is configuration: without it whoever it names cannot enter the cluster',
  tags: 'tags',
  alarms: NO_METRICS,
});

export const podIdentityAssociation = configuration(SERVICE, 'PodIdentityAssociation', {
  forms: {
    ack: { kind: 'PodIdentityAssociation', found: ['clusterName'] },
    crossplane: 'PodIdentityAssociation',
    cloudFormation: 'AWS::EKS::PodIdentityAssociation',
  },
  arn: unknown('its shape, podidentityassociation/{clusterName}/<id>, is not confirmed'),
  identity: AWS_ID,
  why: 'is configuration: new Pods have no credentials without it',
  tags: 'tags',
  alarms: NO_METRICS,
});

export const addon = configuration(SERVICE, 'Addon', {
  forms: { ack: 'Addon', crossplane: 'Addon', cloudFormation: 'AWS::EKS::Addon' },
  arn: unknown('its shape, addon/{clusterName}/{name}/<id>/*, is not confirmed'),
  identity: ['name', 'clusterName'],
  tags: 'tags',
  alarms: NO_METRICS,
});
