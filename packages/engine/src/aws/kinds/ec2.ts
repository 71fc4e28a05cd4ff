import { AWS_ID, elsewhere, NO_ARN, NO_METRICS, NO_TAGS, none, unknown } from './answers';
import { is, isNot } from './demand';
import { configuration, kind, type Service } from './kind';

const SERVICE: Service = {
  title: 'Amazon EC2',
  ack: 'ec2',
  crossplane: 'ec2',
  cloudFormation: 'EC2',
  iam: 'ec2',
  dataProtection: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html',
};

export const launchTemplate = configuration(SERVICE, 'LaunchTemplate', {
  forms: {
    ack: 'LaunchTemplate',
    crossplane: {
      kind: 'LaunchTemplate',
      fields: {
        'data.blockDeviceMappings[].ebs?.encrypted': 'blockDeviceMappings[].ebs.encrypted',
        'data.blockDeviceMappings[].ebs.kmsKeyID': 'blockDeviceMappings[].ebs.kmsKeyId',
      },
    },
    cloudFormation: { kind: 'AWS::EC2::LaunchTemplate', without: { tags: none('its kind has no field for tags') } },
  },
  arn: AWS_ID,
  identity: AWS_ID,
  encryption: {
    atRest: {
      demands: [is('data.blockDeviceMappings[].ebs?.encrypted', true)],
      source: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html',
    },
    key: {
      field: 'data.blockDeviceMappings[].ebs.kmsKeyID',
      controller: [],
      users: {
        AWSServiceRoleForAutoScaling: [
          'kms:CreateGrant',
          'kms:Decrypt',
          'kms:DescribeKey',
          'kms:Encrypt',
          'kms:GenerateDataKey',
          'kms:GenerateDataKeyWithoutPlaintext',
          'kms:ReEncryptFrom',
          'kms:ReEncryptTo',
        ],
        'whoever starts instances': [
          'kms:CreateGrant',
          'kms:Decrypt',
          'kms:DescribeKey',
          'kms:GenerateDataKeyWithoutPlaintext',
          'kms:ReEncryptFrom',
          'kms:ReEncryptTo',
        ],
      },
      source: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html',
    },
  },
  tags: 'tags',
  alarms: none('instances that it starts have metrics'),
  exposure: none(
    'metadataOptions.httpTokens required (rule instance-metadata); data.networkInterfaces[].associatePublicIPAddress is not judged today',
  ),
});

export const securityGroup = configuration(SERVICE, 'SecurityGroup', {
  forms: {
    ack: 'SecurityGroup',
    crossplane: { kind: 'SecurityGroup', without: { exposure: elsewhere('SecurityGroupRule') } },
    cloudFormation: 'AWS::EC2::SecurityGroup',
  },
  arn: AWS_ID,
  identity: AWS_ID,
  why: 'is configuration; its id changes with it, and AWS refuses to delete one in use',
  encryption: {
    inTransit: none('filters, and carries nothing itself'),
  },
  tags: 'tags',
  protection: none('EC2 refuses while something uses it'),
  backup: none('nothing to back up: git holds it'),
  alarms: none('publishes no metrics'),
  exposure: {
    demands: [
      isNot('ingressRules[].ipRanges[].cidrIP', '0.0.0.0/0'),
      isNot('ingressRules[].ipv6Ranges[].cidrIPv6', '::/0'),
    ],
  },
  edges: { 'ingressRules[]': 'network in' },
});

export const instance = kind(SERVICE, 'Instance', {
  forms: {
    ack: { kind: 'Instance', found: ['tags'], late: ['HibernationOptions', 'SourceDestCheckEnabled'] },
    crossplane: {
      kind: 'Instance',
      fields: {
        'blockDeviceMappings[].ebs?.encrypted': 'ebsBlockDevice[].encrypted',
        'blockDeviceMappings[].ebs.kmsKeyID': 'ebsBlockDevice[].kmsKeyId',
      },
    },
    cloudFormation: 'AWS::EC2::Instance',
  },
  arn: AWS_ID,
  identity: AWS_ID,
  stateful: 'what is on its volumes, where they go with it',
  encryption: {
    atRest: {
      demands: [is('blockDeviceMappings[].ebs?.encrypted', true)],
      source: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html',
    },
    inTransit: none('its programs say how they talk'),
    key: {
      field: 'blockDeviceMappings[].ebs.kmsKeyID',
      controller: [],
      users: {
        AWSServiceRoleForAutoScaling: [
          'kms:CreateGrant',
          'kms:Decrypt',
          'kms:DescribeKey',
          'kms:Encrypt',
          'kms:GenerateDataKey',
          'kms:GenerateDataKeyWithoutPlaintext',
          'kms:ReEncryptFrom',
          'kms:ReEncryptTo',
        ],
        'whoever starts instances': [
          'kms:CreateGrant',
          'kms:Decrypt',
          'kms:DescribeKey',
          'kms:GenerateDataKeyWithoutPlaintext',
          'kms:ReEncryptFrom',
          'kms:ReEncryptTo',
        ],
      },
      source: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html',
    },
  },
  tags: 'tags',
  // not confirmed
  protection: {
    field: 'disableAPITermination',
    value: true,
    source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-instance.html',
  },
  backup: { by: 'AWS Backup', type: 'EC2' },
  alarms: none('not watched: not in use'),
  exposure: none('metadataOptions.httpTokens required (rule instance-metadata)'),
});

export const transitGateway = configuration(SERVICE, 'TransitGateway', {
  forms: { ack: 'TransitGateway', crossplane: 'TransitGateway', cloudFormation: 'AWS::EC2::TransitGateway' },
  lead: 'crossplane',
  arn: AWS_ID,
  identity: AWS_ID,
  why: 'is configuration; its id changes with it, and every attachment goes with it',
  encryption: {
    // not confirmed
    inTransit: none(
      'encryptionSupport; off by default: traffic between VPCs of Nitro instances is encrypted by AWS all the same',
      'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-encryption-controls.html',
    ),
  },
  tags: 'tags',
  protection: none('EC2 refuses while attachments exist'),
  backup: none('nothing to back up: git holds it'),
  alarms: none('not watched yet'),
  exposure: none('its route tables and the VPCs say who is reached'),
});

export const transitGatewayVpcAttachment = configuration(SERVICE, 'TransitGatewayVpcAttachment', {
  forms: {
    ack: 'TransitGatewayVPCAttachment',
    crossplane: 'TransitGatewayVPCAttachment',
    cloudFormation: 'AWS::EC2::TransitGatewayVpcAttachment',
  },
  lead: 'crossplane',
  arn: AWS_ID,
  identity: AWS_ID,
  tags: 'tags',
  alarms: none("its gateway's metrics count its packets (dimension TransitGatewayAttachment)"),
  edges: { transitGatewayIdRef: 'network out' },
});

export const transitGatewayPeeringAttachment = configuration(SERVICE, 'TransitGatewayPeeringAttachment', {
  forms: { crossplane: 'TransitGatewayPeeringAttachment', cloudFormation: 'AWS::EC2::TransitGatewayPeeringAttachment' },
  arn: AWS_ID,
  identity: AWS_ID,
  encryption: {
    // not confirmed
    inTransit: {
      always: 'AWS encrypts traffic between regions',
      source: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering.html',
    },
  },
  tags: 'tags',
  alarms: none("its gateway's metrics count its packets"),
  edges: { peerTransitGatewayIdRef: 'network out', transitGatewayIdRef: 'network in' },
});

export const transitGatewayPeeringAttachmentAccepter = configuration(
  SERVICE,
  'TransitGatewayPeeringAttachmentAccepter',
  {
    forms: { crossplane: 'TransitGatewayPeeringAttachmentAccepter' },
    arn: NO_ARN,
    identity: AWS_ID,
    why: 'belongs to another object, and goes and comes with it',
    tags: 'tags',
    alarms: NO_METRICS,
    edges: { transitGatewayAttachmentIdRef: 'network in' },
  },
);

export const transitGatewayRouteTable = configuration(SERVICE, 'TransitGatewayRouteTable', {
  forms: { crossplane: 'TransitGatewayRouteTable', cloudFormation: 'AWS::EC2::TransitGatewayRouteTable' },
  arn: AWS_ID,
  identity: AWS_ID,
  encryption: {
    inTransit: none('says where packets go'),
  },
  tags: 'tags',
  alarms: NO_METRICS,
  edges: { transitGatewayIdRef: 'network in' },
});

export const transitGatewayRoute = configuration(SERVICE, 'TransitGatewayRoute', {
  forms: { crossplane: 'TransitGatewayRoute', cloudFormation: 'AWS::EC2::TransitGatewayRoute' },
  arn: NO_ARN,
  identity: AWS_ID,
  encryption: {
    inTransit: none('says where packets go'),
  },
  tags: NO_TAGS,
  alarms: NO_METRICS,
  edges: { transitGatewayAttachmentId: 'network out', transitGatewayRouteTableIdRef: 'network in' },
});

export const transitGatewayRouteTableAssociation = configuration(SERVICE, 'TransitGatewayRouteTableAssociation', {
  forms: {
    crossplane: 'TransitGatewayRouteTableAssociation',
    cloudFormation: 'AWS::EC2::TransitGatewayRouteTableAssociation',
  },
  arn: NO_ARN,
  identity: AWS_ID,
  encryption: {
    inTransit: none('says where packets go'),
  },
  tags: NO_TAGS,
  alarms: NO_METRICS,
});

export const transitGatewayRouteTablePropagation = configuration(SERVICE, 'TransitGatewayRouteTablePropagation', {
  forms: {
    crossplane: 'TransitGatewayRouteTablePropagation',
    cloudFormation: 'AWS::EC2::TransitGatewayRouteTablePropagation',
  },
  arn: NO_ARN,
  identity: AWS_ID,
  encryption: {
    inTransit: none('says where packets go'),
  },
  tags: NO_TAGS,
  alarms: NO_METRICS,
});

export const transitGatewayConnect = configuration(SERVICE, 'TransitGatewayConnect', {
  forms: { crossplane: 'TransitGatewayConnect', cloudFormation: 'AWS::EC2::TransitGatewayConnect' },
  arn: AWS_ID,
  identity: AWS_ID,
  encryption: {
    inTransit: none('says where packets go'),
  },
  tags: 'tags',
  alarms: NO_METRICS,
});

export const customerGateway = configuration(SERVICE, 'CustomerGateway', {
  forms: { crossplane: 'CustomerGateway', cloudFormation: 'AWS::EC2::CustomerGateway' },
  arn: AWS_ID,
  identity: AWS_ID,
  tags: 'tags',
  alarms: NO_METRICS,
});

export const route = configuration(SERVICE, 'Route', {
  forms: { crossplane: 'Route', cloudFormation: 'AWS::EC2::Route' },
  arn: NO_ARN,
  identity: AWS_ID,
  encryption: {
    inTransit: none('says where packets go'),
  },
  tags: NO_TAGS,
  alarms: NO_METRICS,
  edges: { transitGatewayIdRef: 'network out' },
});

export const vpnConnection = configuration(SERVICE, 'VpnConnection', {
  forms: { crossplane: 'VPNConnection', cloudFormation: 'AWS::EC2::VPNConnection' },
  arn: AWS_ID,
  identity: AWS_ID,
  why: 'is configuration; its keys and outside addresses change with it, and the other side needs the new ones',
  encryption: {
    // not confirmed
    inTransit: {
      always: 'IPsec; the algorithms can be narrowed',
      source: 'https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html',
    },
  },
  tags: 'tags',
  alarms: none('not watched: off'),
});

export const vpcEndpoint = configuration(SERVICE, 'VpcEndpoint', {
  forms: { ack: 'VPCEndpoint', crossplane: 'VPCEndpoint', cloudFormation: 'AWS::EC2::VPCEndpoint' },
  lead: 'cloudFormation',
  arn: AWS_ID,
  identity: AWS_ID,
  encryption: {
    inTransit: none('carries calls of AWS APIs'),
  },
  tags: 'Tags',
  alarms: NO_METRICS,
  exposure: { policy: 'policyDocument' },
});

export const dhcpOptions = configuration(SERVICE, 'DhcpOptions', {
  forms: { ack: 'DHCPOptions', crossplane: 'VPCDHCPOptions', cloudFormation: 'AWS::EC2::DHCPOptions' },
  arn: AWS_ID,
  identity: AWS_ID,
  tags: 'tags',
  alarms: NO_METRICS,
});

export const elasticIpAddress = configuration(SERVICE, 'ElasticIpAddress', {
  forms: { ack: 'ElasticIPAddress', crossplane: 'EIP', cloudFormation: 'AWS::EC2::EIP' },
  arn: AWS_ID,
  identity: AWS_ID,
  why: 'is an address: it goes back to AWS, and another one is another address',
  tags: 'tags',
  alarms: NO_METRICS,
});

export const managedPrefixList = configuration(SERVICE, 'ManagedPrefixList', {
  forms: { ack: 'ManagedPrefixList', crossplane: 'ManagedPrefixList', cloudFormation: 'AWS::EC2::PrefixList' },
  arn: AWS_ID,
  identity: AWS_ID,
  tags: 'tags',
  alarms: NO_METRICS,
});

export const routeTable = configuration(SERVICE, 'RouteTable', {
  forms: {
    ack: { kind: 'RouteTable', found: ['tags'] },
    crossplane: 'RouteTable',
    cloudFormation: 'AWS::EC2::RouteTable',
  },
  arn: AWS_ID,
  identity: AWS_ID,
  tags: 'tags',
  alarms: NO_METRICS,
});

export const subnet = configuration(SERVICE, 'Subnet', {
  forms: { ack: 'Subnet', crossplane: 'Subnet', cloudFormation: 'AWS::EC2::Subnet' },
  arn: AWS_ID,
  identity: AWS_ID,
  tags: 'tags',
  alarms: NO_METRICS,
  exposure: none('mapPublicIPOnLaunch is not judged today'),
});

export const vpc = configuration(SERVICE, 'Vpc', {
  forms: { ack: 'VPC', crossplane: 'VPC', cloudFormation: 'AWS::EC2::VPC' },
  arn: AWS_ID,
  identity: AWS_ID,
  encryption: {
    // not confirmed
    inTransit: none(
      'VPC encryption controls are a setting of the VPC',
      'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-encryption-controls.html',
    ),
  },
  tags: 'tags',
  alarms: NO_METRICS,
});

export const vpcEndpointService = configuration(SERVICE, 'VpcEndpointService', {
  forms: {
    ack: 'VPCEndpointServiceConfiguration',
    crossplane: 'VPCEndpointService',
    cloudFormation: 'AWS::EC2::VPCEndpointService',
  },
  arn: unknown('its shape, vpc-endpoint-service/<id>, is not confirmed'),
  identity: AWS_ID,
  tags: 'tags',
  alarms: NO_METRICS,
});
