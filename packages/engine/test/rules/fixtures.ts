import { ALARMED_POLICY, watched } from '../../src/aws/alarms';
import { canonicalJson } from '../../src/manifests/json';
import { ACCOUNT, ack, arn, type Fixture, policy } from './objects';

const KEY = 'arn:aws:kms:us-east-1:123456789012:key/mrk-11fdac826333db35f60eaaa7ea4218db';
const RETAINED = {
  'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
  'services.k8s.aws/deletion-policy': 'retain',
};

function crossplane(service: string, kind: string, name: string, forProvider: object): Fixture {
  const metadata = { name, namespace: 'aws' };
  return { apiVersion: `${service}.aws.m.upbound.io/v1beta1`, kind, metadata, spec: { forProvider } };
}

function kubernetes(apiVersion: string, kind: string, name: string, content: object, namespace?: string): Fixture {
  return { apiVersion, kind, metadata: { name, ...(namespace && { namespace }) }, ...content };
}

const tlsOnly = (resource: string) =>
  policy({
    Action: 's3:*',
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    Effect: 'Deny',
    Principal: '*',
    Resource: resource,
  });

const container = {
  name: 'web',
  image: 'example.com/web:1.2.3',
  env: [{ name: 'MODE', valueFrom: { configMapKeyRef: { name: 'web', key: 'mode' } } }],
  resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '128Mi' } },
  livenessProbe: { httpGet: { path: '/', port: 8080 } },
  readinessProbe: { httpGet: { path: '/', port: 8080 } },
  securityContext: {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
  },
};

/** Sound objects of kinds that dist may not hold yet: no rule has anything against them. */
export function fixtures(): Fixture[] {
  const sound: Fixture[] = structuredClone([
    ack('iam', 'Role', 'worker', {
      name: 'worker',
      assumeRolePolicyDocument: policy({
        Action: 'sts:AssumeRole',
        Effect: 'Allow',
        Principal: { Service: 'lambda.amazonaws.com' },
        Sid: 'Assume',
      }),
      inlinePolicies: {
        work: policy(
          { Action: 'sqs:SendMessage', Effect: 'Allow', Resource: arn('sqs', 'order-processing'), Sid: 'Send' },
          { Action: ['xray:PutTraceSegments'], Effect: 'Allow', Resource: '*', Sid: 'Trace' },
        ),
      },
    }),
    ack('lambda', 'Function', 'worker', {
      name: 'worker',
      role: 'arn:aws:iam::123456789012:role/worker',
      deadLetterConfig: { targetARN: arn('sqs', 'undelivered-events-dlq') },
    }),
    ack('lambda', 'EventSourceMapping', 'worker-orders', {
      eventSourceARN: arn('dynamodb', 'table/parcels/stream/2026-01-01T00:00:00.000'),
      functionRef: { from: { name: 'worker' } },
      destinationConfig: { onFailure: { destination: arn('sqs', 'undelivered-events-dlq') } },
    }),
    ack(
      'dynamodb',
      'Table',
      'parcels',
      {
        tableName: 'parcels',
        deletionProtectionEnabled: true,
        sseSpecification: { enabled: true, kmsMasterKeyID: KEY, sseType: 'KMS' },
        tags: [{ key: 'Backup', value: 'platform' }],
      },
      RETAINED,
    ),
    ack(
      's3',
      'Bucket',
      'reports',
      {
        name: 'reports-123456789012-us-east-1',
        encryption: {
          rules: [
            {
              applyServerSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyID: KEY },
              bucketKeyEnabled: true,
            },
          ],
        },
        publicAccessBlock: {
          blockPublicACLs: true,
          blockPublicPolicy: true,
          ignorePublicACLs: true,
          restrictPublicBuckets: true,
        },
        policy: tlsOnly('arn:aws:s3:::reports-123456789012-us-east-1'),
        tagging: { tagSet: [{ key: 'Backup', value: 'platform' }] },
      },
      RETAINED,
    ),
    ack(
      'cloudwatchlogs',
      'LogGroup',
      'worker',
      { name: '/aws/lambda/worker', kmsKeyID: KEY, retentionDays: 14, tags: { Backup: 'platform' } },
      RETAINED,
    ),
    ack('sfn', 'StateMachine', 'orders', {
      name: 'orders',
      roleARN: 'arn:aws:iam::123456789012:role/worker',
      definition: canonicalJson({
        StartAt: 'Validate',
        States: {
          Validate: {
            Type: 'Task',
            Resource: arn('lambda', 'function:worker'),
            Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Failed' }],
            Next: 'Decide',
          },
          Decide: {
            Type: 'Choice',
            Choices: [{ Variable: '$.ok', BooleanEquals: true, Next: 'Done' }],
            Default: 'Failed',
          },
          Done: { Type: 'Succeed' },
          Failed: { Type: 'Fail' },
        },
      }),
    }),
    ack('cloudwatch', 'Dashboard', 'orders', {
      dashboardName: 'orders',
      dashboardBody: canonicalJson({
        widgets: [
          {
            type: 'metric',
            x: 0,
            y: 0,
            width: 12,
            height: 6,
            properties: { region: 'us-east-1', metrics: [['AWS/SQS', 'ApproximateAgeOfOldestMessage']] },
          },
        ],
      }),
    }),
    ack('ec2', 'SecurityGroup', 'fixture-database', {
      name: 'fixture-database',
      ingressRules: [{ ipProtocol: 'tcp', fromPort: 5432, toPort: 5432, ipRanges: [{ cidrIP: '10.0.0.0/16' }] }],
    }),
    ack('elbv2', 'LoadBalancer', 'internal', {
      name: 'internal',
      scheme: 'internal',
      securityGroupRefs: [{ from: { name: 'fixture-database' } }],
    }),
    ack('elbv2', 'Listener', 'internal-https', {
      loadBalancerRef: { from: { name: 'internal' } },
      protocol: 'HTTPS',
      sslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
      defaultActions: [{ type: 'fixed-response' }],
    }),
    ack('ec2', 'LaunchTemplate', 'nodes', {
      name: 'nodes',
      data: { metadataOptions: { httpTokens: 'required' }, blockDeviceMappings: [{ ebs: { encrypted: true } }] },
    }),
    crossplane('cloudcontrol', 'Resource', 'detector', {
      typeName: 'AWS::GuardDuty::Detector',
      desiredState: canonicalJson({ Enable: true, FindingPublishingFrequency: 'FIFTEEN_MINUTES' }),
    }),
    crossplane('cognitoidp', 'UserPoolClient', 'web', { userPoolIdRef: { name: 'users' } }),
    {
      ...crossplane('cognitoidp', 'UserPool', 'users', { deletionProtection: 'ACTIVE', tags: { Backup: 'platform' } }),
      metadata: {
        name: 'users',
        namespace: 'aws',
        annotations: { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' },
      },
      spec: {
        managementPolicies: ['Observe', 'Create', 'Update', 'LateInitialize'],
        forProvider: { deletionProtection: 'ACTIVE', tags: { Backup: 'platform' } },
      },
    },
    {
      ...kubernetes('v1', 'Namespace', 'apps', {}),
      metadata: { name: 'apps', labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
    },
    kubernetes('v1', 'ServiceAccount', 'web', {}, 'apps'),
    kubernetes('v1', 'ConfigMap', 'web', { data: { mode: 'fast' } }, 'apps'),
    kubernetes('v1', 'Service', 'web', { spec: { selector: { app: 'web' }, ports: [{ port: 80 }] } }, 'apps'),
    kubernetes(
      'apps/v1',
      'Deployment',
      'web',
      {
        spec: {
          selector: { matchLabels: { app: 'web' } },
          template: {
            metadata: { labels: { app: 'web' } },
            spec: { serviceAccountName: 'web', containers: [container], volumes: [{ name: 'tmp', emptyDir: {} }] },
          },
        },
      },
      'apps',
    ),
    kubernetes(
      'networking.k8s.io/v1',
      'NetworkPolicy',
      'deny-all',
      { spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] } },
      'apps',
    ),
    kubernetes('networking.k8s.io/v1', 'IngressClass', 'alb', { spec: { controller: 'ingress.k8s.aws/alb' } }),
    kubernetes(
      'networking.k8s.io/v1',
      'Ingress',
      'fixture',
      {
        spec: {
          ingressClassName: 'alb',
          rules: [
            {
              http: {
                paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'web', port: { number: 80 } } } }],
              },
            },
          ],
        },
      },
      'apps',
    ),
    kubernetes('rbac.authorization.k8s.io/v1', 'ClusterRole', 'reader', {
      rules: [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get'] }],
    }),
    kubernetes(
      'rbac.authorization.k8s.io/v1',
      'RoleBinding',
      'reader',
      {
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'reader' },
        subjects: [{ kind: 'ServiceAccount', name: 'web', namespace: 'apps' }],
      },
      'apps',
    ),
    kubernetes('external-secrets.io/v1', 'ClusterSecretStore', 'aws', { spec: { provider: {} } }),
    kubernetes(
      'external-secrets.io/v1',
      'ExternalSecret',
      'web',
      { spec: { secretStoreRef: { kind: 'ClusterSecretStore', name: 'aws' }, target: { name: 'web' } } },
      'apps',
    ),
    kubernetes(
      'argoproj.io/v1alpha1',
      'Application',
      'operator',
      {
        spec: {
          project: 'controllers',
          source: { repoURL: 'https://github.com/company/aws-platform.git', chart: 'operator' },
          destination: { server: 'https://kubernetes.default.svc', namespace: 'argocd' },
        },
      },
      'argocd',
    ),
  ]);
  return sound.map(unwatched);
}

/** Alarms come of charts only: an object of a kind that has them says that it needs none. */
export function unwatched(fixture: Fixture): Fixture {
  const home = { account: ACCOUNT, region: 'us-east-1' };
  const found = watched(fixture, { home, late: () => '', nameOf: (_kind, name) => name });
  if (found?.measured.some(({ alarms }) => alarms.length > 0))
    fixture.metadata.annotations = {
      ...fixture.metadata.annotations,
      [`exception.platform.example.com/${ALARMED_POLICY}`]: 'no chart made it',
    };
  return fixture;
}
