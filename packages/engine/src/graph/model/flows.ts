import { physicalKeyOf } from '../../aws';
import type { Manifest } from '../../manifests';
import type { EdgeKind } from './architecture';

/** What the mention of an object by another means for a reader of the architecture. */
export interface Meaning {
  readonly kind: EdgeKind;
  /** Whether what flows comes from the mentioned object: a subscription mentions the topic that it gets messages from. */
  readonly isInwards: boolean;
}

const EVENT_OUT: Meaning = { kind: 'event', isInwards: false };
const EVENT_IN: Meaning = { kind: 'event', isInwards: true };
const NETWORK_OUT: Meaning = { kind: 'network', isInwards: false };
const NETWORK_IN: Meaning = { kind: 'network', isInwards: true };
const REFERENCE: Meaning = { kind: 'reference', isInwards: false };
const PERMISSION: Meaning = { kind: 'permission', isInwards: false };

/** By group and kind (of what Cloud Control makes, CloudFormation's type), then by the field or one that holds it; `[]` for items of lists. */
const FLOWS: Readonly<Record<string, Readonly<Record<string, Meaning>>>> = {
  'apigatewayv2.aws.m.upbound.io/APIMapping': {
    'spec.forProvider.apiId': NETWORK_OUT,
    'spec.forProvider.domainNameRef': NETWORK_IN,
  },
  'apigatewayv2.services.k8s.aws/Authorizer': { 'spec.authorizerURI': NETWORK_OUT },
  'apigatewayv2.services.k8s.aws/Integration': {
    'spec.connectionRef': NETWORK_OUT,
    'spec.integrationURI': NETWORK_OUT,
  },
  'apigatewayv2.services.k8s.aws/Route': {
    'spec.apiRef': NETWORK_IN,
    'spec.authorizerRef': NETWORK_OUT,
    'spec.targetRef': NETWORK_OUT,
  },
  'apigatewayv2.services.k8s.aws/VPCLink': { 'spec.securityGroupIDs[]': NETWORK_OUT },
  'backup.aws.m.upbound.io/VaultNotifications': {
    'spec.forProvider.backupVaultName': EVENT_IN,
    'spec.forProvider.snsTopicArn': EVENT_OUT,
  },
  'backup.services.k8s.aws/BackupPlan': { 'spec.rules[]': EVENT_OUT },
  'budgets.aws.m.upbound.io/Budget': { 'spec.forProvider.notification[]': EVENT_OUT },
  'budgets.aws.m.upbound.io/BudgetAction': {
    'spec.forProvider.budgetNameRef': EVENT_IN,
    'spec.forProvider.subscriber[]': EVENT_OUT,
  },
  'cloudfront.aws.m.upbound.io/RealtimeLogConfig': {
    'spec.forProvider.endpoint.kinesisStreamConfig.streamArn': EVENT_OUT,
  },
  'cloudfront.services.k8s.aws/Distribution': {
    'spec.distributionConfig.cacheBehaviors.items[].realtimeLogConfigARN': EVENT_OUT,
    'spec.distributionConfig.defaultCacheBehavior.realtimeLogConfigARN': EVENT_OUT,
    'spec.distributionConfig.origins.items[].domainName': NETWORK_OUT,
    'spec.distributionConfig.webACLID': NETWORK_IN,
  },
  'cloudwatch.aws.m.upbound.io/CompositeAlarm': {
    'spec.forProvider.alarmActions[]': EVENT_OUT,
    'spec.forProvider.alarmRule': EVENT_IN,
    'spec.forProvider.okActions[]': EVENT_OUT,
  },
  'cloudwatch.services.k8s.aws/MetricAlarm': { 'spec.alarmActions[]': EVENT_OUT, 'spec.oKActions[]': EVENT_OUT },
  'cloudwatchevents.aws.m.upbound.io/APIDestination': { 'spec.forProvider.connectionArnRef': EVENT_OUT },
  'cloudwatchlogs.aws.m.upbound.io/MetricFilter': { 'spec.forProvider.logGroupName': EVENT_IN },
  'codebuild.aws.m.upbound.io/Project': { 'spec.forProvider.vpcConfig.securityGroupIds[]': NETWORK_OUT },
  'cognitoidp.aws.m.upbound.io/UserPool': { 'spec.forProvider.lambdaConfig': EVENT_OUT },
  'dax.aws.m.upbound.io/Cluster': {
    'spec.forProvider.notificationTopicArn': EVENT_OUT,
    'spec.forProvider.securityGroupIds[]': NETWORK_IN,
  },
  'dms.aws.m.upbound.io/ReplicationInstance': { 'spec.forProvider.vpcSecurityGroupIds[]': NETWORK_OUT },
  'dms.aws.m.upbound.io/ReplicationTask': {
    'spec.forProvider.sourceEndpointArnRef': EVENT_IN,
    'spec.forProvider.targetEndpointArnRef': EVENT_OUT,
  },
  'ec2.aws.m.upbound.io/Route': { 'spec.forProvider.transitGatewayIdRef': NETWORK_OUT },
  'ec2.aws.m.upbound.io/TransitGatewayPeeringAttachment': {
    'spec.forProvider.peerTransitGatewayIdRef': NETWORK_OUT,
    'spec.forProvider.transitGatewayIdRef': NETWORK_IN,
  },
  'ec2.aws.m.upbound.io/TransitGatewayPeeringAttachmentAccepter': {
    'spec.forProvider.transitGatewayAttachmentIdRef': NETWORK_IN,
  },
  'ec2.aws.m.upbound.io/TransitGatewayRoute': {
    'spec.forProvider.transitGatewayAttachmentId': NETWORK_OUT,
    'spec.forProvider.transitGatewayRouteTableIdRef': NETWORK_IN,
  },
  'ec2.aws.m.upbound.io/TransitGatewayRouteTable': { 'spec.forProvider.transitGatewayIdRef': NETWORK_IN },
  'ec2.aws.m.upbound.io/TransitGatewayVPCAttachment': { 'spec.forProvider.transitGatewayIdRef': NETWORK_OUT },
  'ec2.services.k8s.aws/SecurityGroup': { 'spec.ingressRules[]': NETWORK_IN },
  'efs.services.k8s.aws/MountTarget': { 'spec.fileSystemRef': NETWORK_OUT, 'spec.securityGroupRefs': NETWORK_IN },
  'elasticache.services.k8s.aws/ReplicationGroup': {
    'spec.notificationTopicARN': EVENT_OUT,
    'spec.securityGroupRefs': NETWORK_IN,
  },
  'elbv2.k8s.aws/IngressClassParams': { 'spec.wafv2AclArn': NETWORK_IN },
  'elbv2.k8s.aws/TargetGroupBinding': { 'spec.serviceRef': NETWORK_OUT, 'spec.targetGroupARN': NETWORK_IN },
  'elbv2.services.k8s.aws/Listener': { 'spec.defaultActions[]': NETWORK_OUT, 'spec.loadBalancerRef': NETWORK_IN },
  'elbv2.services.k8s.aws/LoadBalancer': { 'spec.securityGroupRefs': NETWORK_IN },
  'eventbridge.services.k8s.aws/Archive': { 'spec.eventSourceARN': EVENT_IN },
  'eventbridge.services.k8s.aws/Rule': {
    'spec.eventBusName': EVENT_IN,
    'spec.targets[].arn': EVENT_OUT,
    'spec.targets[].deadLetterConfig': EVENT_OUT,
  },
  'lambda.aws.m.upbound.io/Permission': { 'spec.forProvider': PERMISSION },
  'lambda.services.k8s.aws/EventSourceMapping': {
    'spec.destinationConfig': EVENT_OUT,
    'spec.eventSourceARN': EVENT_IN,
    'spec.functionRef': EVENT_OUT,
  },
  'lambda.services.k8s.aws/Function': {
    'spec.environment.variables': NETWORK_OUT,
    'spec.functionEventInvokeConfig': EVENT_OUT,
    'spec.vpcConfig.securityGroupRefs': NETWORK_OUT,
  },
  'networking.k8s.io/Ingress': { 'spec.defaultBackend': NETWORK_OUT, 'spec.rules[]': NETWORK_OUT },
  'prometheusservice.services.k8s.aws/AlertManagerDefinition': {
    'spec.configuration': EVENT_OUT,
    'spec.workspaceRef': EVENT_IN,
  },
  'rds.aws.m.upbound.io/ProxyTarget': {
    'spec.forProvider.dbClusterIdentifier': NETWORK_OUT,
    'spec.forProvider.dbProxyName': NETWORK_IN,
  },
  'rds.services.k8s.aws/DBCluster': { 'spec.vpcSecurityGroupRefs': NETWORK_IN },
  'rds.services.k8s.aws/DBProxy': { 'spec.vpcSecurityGroupIDs[]': NETWORK_IN },
  'route53.services.k8s.aws/RecordSet': { 'spec.aliasTarget.dnsName': NETWORK_OUT },
  's3.services.k8s.aws/Bucket': {
    'spec.notification': EVENT_OUT,
    'spec.replication.rules[].destination': EVENT_OUT,
  },
  'schemas.aws.m.upbound.io/Discoverer': { 'spec.forProvider.sourceArnRef': EVENT_IN },
  'secretsmanager.aws.m.upbound.io/SecretRotation': {
    'spec.forProvider.rotationLambdaArn': EVENT_OUT,
    'spec.forProvider.secretId': EVENT_IN,
  },
  'sfn.services.k8s.aws/StateMachine': { 'spec.definition': EVENT_OUT },
  'sns.services.k8s.aws/Subscription': {
    'spec.endpoint': EVENT_OUT,
    'spec.redrivePolicy': EVENT_OUT,
    'spec.topicRef': EVENT_IN,
  },
  'sqs.services.k8s.aws/Queue': { 'spec.redrivePolicy': EVENT_OUT },
};

/** Where Cloud Control's state, one text, speaks of several objects: by the kind that is spoken of. */
const STATE_FLOWS: Readonly<Record<string, Readonly<Record<string, Meaning>>>> = {
  'AWS::CE::AnomalySubscription': {
    'ce.aws.m.upbound.io/AnomalyMonitor': EVENT_IN,
    'sns.services.k8s.aws/Topic': EVENT_OUT,
  },
  'AWS::KinesisFirehose::DeliveryStream': { 'AWS::Kinesis::Stream': EVENT_IN, 's3.services.k8s.aws/Bucket': EVENT_OUT },
};

/** Policies: of roles, of who may use a resource, and of whose dead letters a queue takes. */
const POLICY = /(?:^|\.)(?:assumeRolePolicyDocument|inlinePolicies|policy|redriveAllowPolicy)(?:$|[.[])/;

/** What it means that a field of one object, `spec.targets[0].arn`, mentions another. */
export function meaningOf(from: Manifest, path: string, to: Manifest): Meaning {
  const key = physicalKeyOf(from);
  const ofState = STATE_FLOWS[key]?.[physicalKeyOf(to)];
  if (ofState) return ofState;
  const field = path.replace(/\[\d+\]/g, '[]');
  const fields = FLOWS[key] ?? {};
  const found = Object.keys(fields).find(
    (one) => field === one || (['.', '['].includes(field.slice(one.length)[0] ?? '') && field.startsWith(one)),
  );
  if (found !== undefined) return fields[found]!;
  return POLICY.test(field) ? PERMISSION : REFERENCE;
}
