import { canonicalJson } from '../../src/manifests/json';
import { late } from '../../src/wiring';
import { valueAt } from '../../src/wiring/field-path';
import { type Content, find, object, wire } from './wire';

const ACM = 'acm.services.k8s.aws/v1alpha1 Certificate';
const API = 'apigatewayv2.services.k8s.aws/v1alpha1 API';
const AUTHORIZER = 'apigatewayv2.services.k8s.aws/v1alpha1 Authorizer';
const INTEGRATION = 'apigatewayv2.services.k8s.aws/v1alpha1 Integration';
const VPC_LINK = 'apigatewayv2.services.k8s.aws/v1alpha1 VPCLink';
const DISTRIBUTION = 'cloudfront.services.k8s.aws/v1alpha1 Distribution';
const CLUSTER = 'rds.services.k8s.aws/v1alpha1 DBCluster';
const FUNCTION = 'lambda.services.k8s.aws/v1alpha1 Function';
const LISTENER = 'elbv2.services.k8s.aws/v1alpha1 Listener';
const LOAD_BALANCER = 'elbv2.services.k8s.aws/v1alpha1 LoadBalancer';
const MAPPING = 'lambda.services.k8s.aws/v1alpha1 EventSourceMapping';
const QUEUE = 'sqs.services.k8s.aws/v1alpha1 Queue';
const RECORD = 'route53.services.k8s.aws/v1alpha1 RecordSet';
const ROLE = 'iam.services.k8s.aws/v1alpha1 Role';
const RULE = 'eventbridge.services.k8s.aws/v1alpha1 Rule';
const SECURITY_GROUP = 'ec2.services.k8s.aws/v1alpha1 SecurityGroup';
const SUBSCRIPTION = 'sns.services.k8s.aws/v1alpha1 Subscription';
const TOPIC = 'sns.services.k8s.aws/v1alpha1 Topic';
const USER_POOL = 'cognitoidp.aws.m.upbound.io/v1beta1 UserPool';
const CLIENT = 'cognitoidp.aws.m.upbound.io/v1beta1 UserPoolClient';
const IDENTITY_POOL = 'cognitoidentity.aws.m.upbound.io/v1beta1 Pool';
const RESOURCE = 'cloudcontrol.aws.m.upbound.io/v1beta1 Resource';
const ARN = 'status.ackResourceMetadata.arn';

const spec = (fields: object): Content => ({ spec: fields });
const forProvider = (fields: object): Content => ({ spec: { forProvider: fields } });

interface Pair {
  /** What the field is for. */
  readonly what: string;
  readonly producer: readonly [type: string, content: Content];
  readonly path: string;
  readonly consumer: readonly [type: string, content: (value: string) => Content];
  /** Where the result is looked for, and what it is. */
  readonly field: string;
  readonly chosen: 'literal' | 'native' | 'kro';
  readonly expected: unknown;
}

const pair = (
  what: string,
  producer: Pair['producer'],
  path: string,
  consumer: Pair['consumer'],
  chosen: Pair['chosen'],
  field: string,
  expected: unknown,
): Pair => ({ what, producer, path, consumer, chosen, field, expected });

const pairs: Pair[] = [
  pair(
    'authorizer ← issuer',
    [USER_POOL, forProvider({})],
    'status.atProvider.endpoint',
    [AUTHORIZER, (value) => spec({ jwtConfiguration: { issuer: `https://${value}` } })],
    'kro',
    'spec.jwtConfiguration.issuer',
    'https://${producer.status.atProvider.endpoint}',
  ),
  pair(
    'authorizer ← audience',
    [CLIENT, forProvider({})],
    'status.atProvider.id',
    [AUTHORIZER, (value) => spec({ jwtConfiguration: { audience: [value] } })],
    'kro',
    'spec.jwtConfiguration.audience',
    ['${producer.status.atProvider.id}'],
  ),
  pair(
    'client ← user pool',
    [USER_POOL, forProvider({})],
    'status.atProvider.id',
    [CLIENT, (value) => forProvider({ userPoolId: value })],
    'native',
    'spec.forProvider',
    { userPoolIdRef: { name: 'producer' } },
  ),
  pair(
    'identity pool ← client',
    [CLIENT, forProvider({})],
    'status.atProvider.id',
    [IDENTITY_POOL, (value) => forProvider({ cognitoIdentityProviders: [{ clientId: value }] })],
    'native',
    'spec.forProvider.cognitoIdentityProviders',
    [{ clientIdRef: { name: 'producer' } }],
  ),
  pair(
    'identity pool ← provider name',
    [USER_POOL, forProvider({})],
    'status.atProvider.endpoint',
    [
      IDENTITY_POOL,
      (value) => ({
        spec: {
          managementPolicies: ['Observe', 'Create', 'Update'],
          forProvider: { cognitoIdentityProviders: [{ providerName: value }] },
        },
      }),
    ],
    'kro',
    'spec.forProvider.cognitoIdentityProviders[0].providerName',
    '${producer.status.atProvider.endpoint}',
  ),
  pair(
    'role trust ← identity pool',
    [IDENTITY_POOL, forProvider({})],
    'status.atProvider.id',
    [
      ROLE,
      (value) =>
        spec({
          assumeRolePolicyDocument: canonicalJson({
            Statement: [{ Condition: { StringEquals: { 'cognito-identity.amazonaws.com:aud': value } } }],
          }),
        }),
    ],
    'kro',
    'spec.assumeRolePolicyDocument',
    '{"Statement":[{"Condition":{"StringEquals":{"cognito-identity.amazonaws.com:aud":"${producer.status.atProvider.id}"}}}]}',
  ),
  pair(
    'integration ← listener',
    [LISTENER, spec({})],
    ARN,
    [INTEGRATION, (value) => spec({ integrationURI: value })],
    'kro',
    'spec.integrationURI',
    '${producer.status.ackResourceMetadata.arn}',
  ),
  pair(
    'integration ← API',
    [API, spec({})],
    'status.apiID',
    [INTEGRATION, (value) => spec({ apiID: value })],
    'native',
    'spec',
    { apiRef: { from: { name: 'producer' } } },
  ),
  pair(
    'authorizer ← API',
    [API, spec({})],
    'status.apiID',
    [AUTHORIZER, (value) => spec({ apiID: value })],
    'native',
    'spec',
    { apiRef: { from: { name: 'producer' } } },
  ),
  pair(
    'integration ← VPC link',
    [VPC_LINK, spec({})],
    'status.vpcLinkID',
    [INTEGRATION, (value) => spec({ connectionID: value })],
    'native',
    'spec',
    { connectionRef: { from: { name: 'producer' } } },
  ),
  pair(
    'integration ← function',
    [FUNCTION, spec({ name: 'worker' })],
    ARN,
    [INTEGRATION, (value) => spec({ integrationURI: value })],
    'literal',
    'spec.integrationURI',
    'arn:aws:lambda:us-east-1:123456789012:function:worker',
  ),
  pair(
    'permission ← API',
    [API, spec({})],
    'status.apiID',
    [
      'lambda.aws.m.upbound.io/v1beta1 Permission',
      (value) => forProvider({ sourceArn: `arn:aws:execute-api:us-east-1:123456789012:${value}/*/*` }),
    ],
    'kro',
    'spec.forProvider.sourceArn',
    'arn:aws:execute-api:us-east-1:123456789012:${producer.status.apiID}/*/*',
  ),
  pair(
    'domain name ← certificate',
    [ACM, spec({})],
    ARN,
    [
      'apigatewayv2.aws.m.upbound.io/v1beta1 DomainName',
      (value) => forProvider({ domainNameConfiguration: { certificateArn: value } }),
    ],
    'kro',
    'spec.forProvider.domainNameConfiguration.certificateArn',
    '${producer.status.ackResourceMetadata.arn}',
  ),
  pair(
    'validation record ← name',
    [ACM, spec({})],
    'status.domainValidations[0].resourceRecord.name',
    [RECORD, (value) => spec({ name: value })],
    'kro',
    'spec.name',
    '${producer.status.domainValidations[0].resourceRecord.name}',
  ),
  pair(
    'validation record ← value',
    [ACM, spec({})],
    'status.domainValidations[0].resourceRecord.value',
    [RECORD, (value) => spec({ resourceRecords: [{ value }] })],
    'kro',
    'spec.resourceRecords[0].value',
    '${producer.status.domainValidations[0].resourceRecord.value}',
  ),
  pair(
    'viewer certificate ← certificate',
    [ACM, spec({})],
    ARN,
    [DISTRIBUTION, (value) => spec({ distributionConfig: { viewerCertificate: { acmCertificateARN: value } } })],
    'native',
    'spec.distributionConfig.viewerCertificate',
    { acmCertificateRef: { from: { name: 'producer' } } },
  ),
  pair(
    'distribution ← web ACL',
    ['wafv2.services.k8s.aws/v1alpha1 WebACL', spec({})],
    ARN,
    [DISTRIBUTION, (value) => spec({ distributionConfig: { webACLID: value } })],
    'kro',
    'spec.distributionConfig.webACLID',
    '${producer.status.ackResourceMetadata.arn}',
  ),
  pair(
    'origin ← access control',
    ['cloudfront.services.k8s.aws/v1alpha1 OriginAccessControl', spec({})],
    'status.id',
    [DISTRIBUTION, (value) => spec({ distributionConfig: { origins: { items: [{ originAccessControlID: value }] } } })],
    'kro',
    'spec.distributionConfig.origins.items[0].originAccessControlID',
    '${producer.status.id}',
  ),
  pair(
    'alias record ← distribution',
    [DISTRIBUTION, spec({})],
    'status.domainName',
    [RECORD, (value) => spec({ aliasTarget: { dnsName: value } })],
    'kro',
    'spec.aliasTarget.dnsName',
    '${producer.status.domainName}',
  ),
  pair(
    'alias record ← load balancer',
    [LOAD_BALANCER, spec({})],
    'status.dnsName',
    [RECORD, (value) => spec({ aliasTarget: { dnsName: value } })],
    'kro',
    'spec.aliasTarget.dnsName',
    '${producer.status.dnsName}',
  ),
  pair(
    'listener ← load balancer',
    [LOAD_BALANCER, spec({})],
    ARN,
    [LISTENER, (value) => spec({ loadBalancerARN: value })],
    'native',
    'spec',
    { loadBalancerRef: { from: { name: 'producer' } } },
  ),
  pair(
    'environment ← cluster endpoint',
    [CLUSTER, spec({})],
    'status.endpoint',
    [
      FUNCTION,
      (value) => spec({ environment: { variables: { DATABASE_URL: `postgresql://${value}:5432/platform_db` } } }),
    ],
    'kro',
    'spec.environment.variables.DATABASE_URL',
    'postgresql://${producer.status.endpoint}:5432/platform_db',
  ),
  pair(
    'environment ← cluster name',
    [CLUSTER, spec({ dbClusterIdentifier: 'platform-db' })],
    'spec.dbClusterIdentifier',
    [FUNCTION, (value) => spec({ environment: { variables: { CLUSTER: value } } })],
    'literal',
    'spec.environment.variables.CLUSTER',
    'platform-db',
  ),
  pair(
    'proxy ← security group',
    [SECURITY_GROUP, spec({})],
    'status.id',
    ['rds.services.k8s.aws/v1alpha1 DBProxy', (value) => spec({ vpcSecurityGroupIDs: [value] })],
    'kro',
    'spec.vpcSecurityGroupIDs',
    ['${producer.status.id}'],
  ),
  pair(
    'proxy ← role',
    [ROLE, spec({ name: 'proxy', path: '/platform/' })],
    ARN,
    ['rds.services.k8s.aws/v1alpha1 DBProxy', (value) => spec({ roleARN: value })],
    'literal',
    'spec.roleARN',
    'arn:aws:iam::123456789012:role/platform/proxy',
  ),
  pair(
    'proxy ← secret',
    ['secretsmanager.services.k8s.aws/v1alpha1 Secret', spec({ name: 'db' })],
    ARN,
    ['rds.services.k8s.aws/v1alpha1 DBProxy', (value) => spec({ auth: [{ secretARN: value }] })],
    'kro',
    'spec.auth[0].secretARN',
    '${producer.status.ackResourceMetadata.arn}',
  ),
  pair(
    'VPC link ← security group',
    [SECURITY_GROUP, spec({})],
    'status.id',
    [VPC_LINK, (value) => spec({ securityGroupIDs: [value] })],
    'kro',
    'spec.securityGroupIDs',
    ['${producer.status.id}'],
  ),
  pair(
    'load balancer ← security group',
    [SECURITY_GROUP, spec({})],
    'status.id',
    [LOAD_BALANCER, (value) => spec({ securityGroups: [value] })],
    'native',
    'spec',
    { securityGroupRefs: [{ from: { name: 'producer' } }] },
  ),
  pair(
    'load balancer ← security groups, one by hand',
    [SECURITY_GROUP, spec({})],
    'status.id',
    [LOAD_BALANCER, (value) => spec({ securityGroups: ['sg-0123', value] })],
    'kro',
    'spec.securityGroups',
    ['sg-0123', '${producer.status.id}'],
  ),
  pair(
    'function ← security group',
    [SECURITY_GROUP, spec({})],
    'status.id',
    [FUNCTION, (value) => spec({ vpcConfig: { securityGroupIDs: [value] } })],
    'native',
    'spec.vpcConfig',
    { securityGroupRefs: [{ from: { name: 'producer' } }] },
  ),
  pair(
    'DAX ← security group of the other family',
    [SECURITY_GROUP, spec({})],
    'status.id',
    [
      'dax.aws.m.upbound.io/v1beta1 Cluster',
      (value) => ({
        spec: { managementPolicies: ['Observe', 'Create', 'Update'], forProvider: { securityGroupIds: [value] } },
      }),
    ],
    'kro',
    'spec.forProvider.securityGroupIds',
    ['${producer.status.id}'],
  ),
  pair(
    'DMS ← security group of the other family',
    [SECURITY_GROUP, spec({})],
    'status.id',
    ['dms.aws.m.upbound.io/v1beta1 ReplicationInstance', (value) => forProvider({ vpcSecurityGroupIds: [value] })],
    'kro',
    'spec.forProvider.vpcSecurityGroupIds',
    ['${producer.status.id}'],
  ),
  pair(
    'CodeBuild ← security group of the other family',
    [SECURITY_GROUP, spec({})],
    'status.id',
    [
      'codebuild.aws.m.upbound.io/v1beta1 Project',
      (value) => forProvider({ vpcConfig: { securityGroupIds: [value] } }),
    ],
    'kro',
    'spec.forProvider.vpcConfig.securityGroupIds',
    ['${producer.status.id}'],
  ),
  pair(
    'event source ← stream',
    ['dynamodb.services.k8s.aws/v1alpha1 Table', spec({})],
    'status.latestStreamARN',
    [MAPPING, (value) => spec({ eventSourceARN: value })],
    'kro',
    'spec.eventSourceARN',
    '${producer.status.latestStreamARN}',
  ),
  pair(
    'event source ← queue',
    [QUEUE, spec({ queueName: 'jobs' })],
    ARN,
    [MAPPING, (value) => spec({ eventSourceARN: value })],
    'literal',
    'spec.eventSourceARN',
    'arn:aws:sqs:us-east-1:123456789012:jobs',
  ),
  pair(
    'event source ← function name',
    [FUNCTION, spec({ name: 'worker' })],
    'spec.name',
    [MAPPING, (value) => spec({ functionName: value })],
    'literal',
    'spec.functionName',
    'worker',
  ),
  pair(
    'subscription ← topic',
    [TOPIC, spec({ name: 'alerts' })],
    ARN,
    [SUBSCRIPTION, (value) => spec({ topicARN: value })],
    'literal',
    'spec.topicARN',
    'arn:aws:sns:us-east-1:123456789012:alerts',
  ),
  pair(
    'function ← role',
    [ROLE, spec({ name: 'worker' })],
    ARN,
    [FUNCTION, (value) => spec({ role: value })],
    'literal',
    'spec.role',
    'arn:aws:iam::123456789012:role/worker',
  ),
  pair(
    'archive ← bus of the other family',
    ['cloudwatchevents.aws.m.upbound.io/v1beta1 Bus', forProvider({ region: 'us-east-1' })],
    'status.atProvider.arn',
    ['eventbridge.services.k8s.aws/v1alpha1 Archive', (value) => spec({ eventSourceARN: value })],
    'literal',
    'spec.eventSourceARN',
    'arn:aws:events:us-east-1:123456789012:event-bus/producer',
  ),
  pair(
    'rule ← API destination',
    ['cloudwatchevents.aws.m.upbound.io/v1beta1 APIDestination', forProvider({})],
    'status.atProvider.arn',
    [RULE, (value) => spec({ targets: [{ arn: value }] })],
    'kro',
    'spec.targets[0].arn',
    '${producer.status.atProvider.arn}',
  ),
  pair(
    'API destination ← connection',
    ['cloudwatchevents.aws.m.upbound.io/v1beta1 Connection', forProvider({})],
    'status.atProvider.arn',
    ['cloudwatchevents.aws.m.upbound.io/v1beta1 APIDestination', (value) => forProvider({ connectionArn: value })],
    'native',
    'spec.forProvider',
    { connectionArnRef: { name: 'producer' } },
  ),
  pair(
    'storage class ← file system',
    ['efs.services.k8s.aws/v1alpha1 FileSystem', spec({})],
    'status.fileSystemID',
    [
      'storage.k8s.io/v1 StorageClass',
      (value) => ({ provisioner: 'efs.csi.aws.com', parameters: { fileSystemId: value } }),
    ],
    'kro',
    'parameters.fileSystemId',
    '${producer.status.fileSystemID}',
  ),
  pair(
    'agent ← workspace',
    ['prometheusservice.services.k8s.aws/v1alpha1 Workspace', spec({})],
    'status.workspaceID',
    [
      'monitoring.coreos.com/v1alpha1 PrometheusAgent',
      (value) =>
        spec({
          remoteWrite: [
            { url: `https://aps-workspaces.us-east-1.amazonaws.com/workspaces/${value}/api/v1/remote_write` },
          ],
        }),
    ],
    'kro',
    'spec.remoteWrite[0].url',
    'https://aps-workspaces.us-east-1.amazonaws.com/workspaces/${producer.status.workspaceID}/api/v1/remote_write',
  ),
  pair(
    'anomaly subscription ← monitor',
    ['ce.aws.m.upbound.io/v1beta1 AnomalyMonitor', forProvider({})],
    'status.atProvider.arn',
    [
      RESOURCE,
      (value) =>
        forProvider({
          typeName: 'AWS::CE::AnomalySubscription',
          desiredState: canonicalJson({ MonitorArnList: [value] }),
        }),
    ],
    'kro',
    'spec.forProvider.desiredState',
    '{"MonitorArnList":["${producer.status.atProvider.arn}"]}',
  ),
  pair(
    'text ← number',
    ['dynamodb.services.k8s.aws/v1alpha1 Table', spec({})],
    'status.itemCount',
    [RULE, (value) => spec({ description: `about ${value} items` })],
    'kro',
    'spec.description',
    'about ${string(producer.status.itemCount)} items',
  ),
];

test.each(pairs.map((one) => [`${one.what}: ${one.chosen}`, one] as const))(
  'GIVEN %s WHEN wired THEN the field holds it',
  (_what, one) => {
    const manifests = wire((chart) => {
      const [producerType, producerContent] = one.producer;
      const [consumerType, consumerContent] = one.consumer;
      const producer = object(chart('producers'), producerType, 'producer', producerContent);
      object(chart('consumers'), consumerType, 'consumer', consumerContent(late(producer, one.path)));
    });
    const { manifest, isWrapped } = find(manifests, 'consumer');
    expect(valueAt(manifest, one.field)).toEqual(one.expected);
    expect(isWrapped).toBe(one.chosen === 'kro');
    expect(JSON.stringify(manifests)).not.toContain('⟦');
  },
);

test('GIVEN the table THEN it holds at least 30 pairs, of every kind of wiring', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(30);
  expect(new Set(pairs.map(({ chosen }) => chosen))).toEqual(new Set(['literal', 'native', 'kro']));
});
