import { join } from 'node:path';
import { environments } from '../../environments';
import { isStatefulKind } from '../../packages/engine/src/aws';
import { kroObjectsIn } from '../../packages/engine/src/kro/objects';
import { kindKey, type Manifest } from '../../packages/engine/src/manifests/manifest';
import { readManifests } from '../../packages/engine/src/manifests/read';
import { ROOT } from '../repository';

/**
 * What holds data or identities, service by service, whichever controller makes it. Written here once more on purpose:
 * the constructs and the entries of the kinds say it too, and one that lost a kind would still agree with itself.
 */
const STATEFUL: Readonly<Record<string, readonly string[]>> = {
  Aurora: [
    'rds.services.k8s.aws/DBCluster',
    'rds.services.k8s.aws/DBInstance',
    'rds.services.k8s.aws/GlobalCluster',
    'rds.aws.m.upbound.io/Cluster',
    'rds.aws.m.upbound.io/ClusterInstance',
    'rds.aws.m.upbound.io/GlobalCluster',
  ],
  DynamoDB: [
    'dynamodb.services.k8s.aws/Table',
    'dynamodb.aws.m.upbound.io/Table',
    'dynamodb.aws.m.upbound.io/TableReplica',
  ],
  DAX: ['dax.aws.m.upbound.io/Cluster'],
  ElastiCache: ['elasticache.services.k8s.aws/ReplicationGroup', 'elasticache.aws.m.upbound.io/ReplicationGroup'],
  S3: ['s3.services.k8s.aws/Bucket'],
  EFS: ['efs.services.k8s.aws/FileSystem'],
  SQS: ['sqs.services.k8s.aws/Queue'],
  EventBridge: ['eventbridge.services.k8s.aws/Archive', 'cloudwatchevents.aws.m.upbound.io/Archive'],
  Kinesis: ['kinesis.services.k8s.aws/Stream', 'AWS::Kinesis::Stream'],
  KMS: ['kms.services.k8s.aws/Key', 'kms.aws.m.upbound.io/ReplicaKey'],
  'Secrets Manager': ['secretsmanager.services.k8s.aws/Secret'],
  Cognito: [
    'cognitoidp.aws.m.upbound.io/UserPool',
    'cognitoidentityprovider.services.k8s.aws/UserPool',
    'cognitoidentity.aws.m.upbound.io/Pool',
  ],
  'AWS Backup': ['backup.services.k8s.aws/BackupVault', 'backup.aws.m.upbound.io/Vault'],
  ECR: ['ecr.services.k8s.aws/Repository'],
  'CloudWatch Logs': ['cloudwatchlogs.services.k8s.aws/LogGroup', 'cloudwatchlogs.aws.m.upbound.io/Group'],
  'Managed Prometheus and Grafana': [
    'prometheusservice.services.k8s.aws/Workspace',
    'grafana.aws.m.upbound.io/Workspace',
  ],
  'Route 53': ['route53.services.k8s.aws/HostedZone'],
  CodeCommit: ['codecommit.aws.m.upbound.io/Repository'],
  CloudTrail: ['cloudtrail.aws.m.upbound.io/Trail', 'cloudtrail.services.k8s.aws/Trail'],
};
const KINDS = new Set(Object.values(STATEFUL).flat());

/** No data, and all the same nothing that a merge may take off. */
const PROTECTIONS = new Set(['backup.aws.m.upbound.io/VaultLockConfiguration', 'backup.aws.m.upbound.io/VaultPolicy']);

const EXCEPTION = 'exception.platform.company.com/stateful-retained';

interface Written {
  readonly manifest: Manifest;
  /** The document in git: the object itself, or the graph and its instance that kro makes it from. */
  readonly inGit: readonly Manifest[];
}

const annotations = ({ metadata }: Manifest): Readonly<Record<string, string>> => metadata.annotations ?? {};
const spec = (manifest: Manifest) => manifest['spec'] as Readonly<Record<string, unknown>>;

function kindOf(manifest: Manifest): string {
  const provider = spec(manifest)?.['forProvider'] as Readonly<Record<string, unknown>> | undefined;
  return kindKey(manifest) === 'cloudcontrol.aws.m.upbound.io/Resource'
    ? String(provider?.['typeName'])
    : kindKey(manifest);
}

function writtenIn(manifests: readonly Manifest[]): Written[] {
  return [
    ...manifests.map((manifest) => ({ manifest, inGit: [manifest] })),
    ...kroObjectsIn(manifests).map(({ manifest, owner }) => ({ manifest, inGit: [owner] })),
  ];
}

/**
 * Who deletes an object once its document is gone from git, or its Application from Argo CD: first Argo CD would have
 * to delete the Kubernetes object, and then the controller the AWS object. Either alone is enough to save the data, and
 * both are wanted, because a person with kubectl is no Argo CD.
 */
function deletersAfterRemoval({ manifest, inGit }: Written): string[] {
  const options = inGit.map((one) => (annotations(one)['argocd.argoproj.io/sync-options'] ?? '').split(','));
  const everyHas = (option: string) => options.every((all) => all.includes(option));
  return [
    ...(everyHas('Prune=false') ? [] : ['Argo CD, when it prunes']),
    ...(everyHas('Delete=false') ? [] : ['Argo CD, with the Application']),
    ...(isLeftByController(manifest) ? [] : ['the controller']),
  ];
}

function isLeftByController(manifest: Manifest): boolean {
  // https://aws-controllers-k8s.github.io/docs/guides/deletion-policy/
  if (manifest.apiVersion.includes('.services.k8s.aws/'))
    return annotations(manifest)['services.k8s.aws/deletion-policy'] === 'retain';
  // https://docs.crossplane.io/latest/managed-resources/managed-resources/#managementpolicies: the default is ['*']
  const policies = (spec(manifest)['managementPolicies'] ?? ['*']) as readonly string[];
  return !policies.includes('*') && !policies.includes('Delete');
}

const name = ({ manifest: { kind, metadata } }: Written) => `${kind} ${metadata.name}`;

describe.each(environments.map((environment) => environment.name))('dist/%s', (environment) => {
  const manifests = readManifests(join(ROOT, 'dist', environment));
  const stateful = writtenIn(manifests).filter(({ manifest }) => KINDS.has(kindOf(manifest)));
  const kept = writtenIn(manifests).filter(({ manifest }) => PROTECTIONS.has(kindOf(manifest)));
  const excepted = stateful.filter(({ manifest }) => annotations(manifest)[EXCEPTION] !== undefined);

  test.each([...stateful, ...kept].filter((one) => !excepted.includes(one)).map((one) => [name(one), one] as const))(
    'GIVEN %s WHEN it leaves git THEN it stays in AWS',
    (_name, one) => {
      expect(deletersAfterRemoval(one)).toEqual([]);
    },
  );

  test('GIVEN an object whose loss is acceptable WHEN it is looked at THEN it says why, and production has none', () => {
    for (const { manifest } of excepted) expect(annotations(manifest)[EXCEPTION]).toMatch(/\S.{8,}\S/);
    if (environment === 'production') expect(excepted.map(name)).toEqual([]);
  });

  test('GIVEN the tree WHEN its stateful objects are counted THEN those that every environment has are among them', () => {
    const kinds = new Set(stateful.map(({ manifest }) => kindOf(manifest)));
    expect([...kinds]).toEqual(
      expect.arrayContaining([
        'AWS::Kinesis::Stream',
        'backup.services.k8s.aws/BackupVault',
        'cloudwatchlogs.services.k8s.aws/LogGroup',
        'eventbridge.services.k8s.aws/Archive',
        'route53.services.k8s.aws/HostedZone',
        'secretsmanager.services.k8s.aws/Secret',
        'sqs.services.k8s.aws/Queue',
      ]),
    );
  });
});

test('GIVEN what holds data WHEN the entries of its kinds are asked THEN each says so', () => {
  expect([...KINDS].filter((kind) => !isStatefulKind(kind))).toEqual([]);
});

describe('an object that would not stay', () => {
  const safe = { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' };
  const retain = { 'services.k8s.aws/deletion-policy': 'retain' };
  const queue = (own: Record<string, string>): Manifest =>
    ({
      apiVersion: 'sqs.services.k8s.aws/v1alpha1',
      kind: 'Queue',
      metadata: { name: 'q', annotations: own },
    }) as Manifest;
  const trail = (managementPolicies?: readonly string[]): Manifest =>
    ({
      apiVersion: 'cloudtrail.aws.m.upbound.io/v1beta1',
      kind: 'Trail',
      metadata: { name: 't', annotations: safe },
      spec: { managementPolicies },
    }) as unknown as Manifest;
  const kro = (own: Record<string, string>): Manifest =>
    ({
      apiVersion: 'wiring.platform.company.com/v1alpha1',
      kind: 'Wiring',
      metadata: { name: 'w', annotations: own },
    }) as Manifest;

  test.each<[string, Manifest, Manifest | undefined, string[]]>([
    ['a queue that has everything', queue({ ...safe, ...retain }), undefined, []],
    ['a queue that ACK deletes', queue(safe), undefined, ['the controller']],
    [
      'a queue that ACK is told to delete',
      queue({ ...safe, 'services.k8s.aws/deletion-policy': 'delete' }),
      undefined,
      ['the controller'],
    ],
    [
      'a queue that Argo CD prunes',
      queue({ ...retain, 'argocd.argoproj.io/sync-options': 'Delete=false' }),
      undefined,
      ['Argo CD, when it prunes'],
    ],
    [
      'a queue that goes with its Application',
      queue({ ...retain, 'argocd.argoproj.io/sync-options': 'Prune=false' }),
      undefined,
      ['Argo CD, with the Application'],
    ],
    ['a trail without policies', trail(), undefined, ['the controller']],
    ['a trail with every policy', trail(['*']), undefined, ['the controller']],
    ['a trail that may be deleted', trail(['Observe', 'Delete']), undefined, ['the controller']],
    ['a trail that may not', trail(['Observe', 'Update']), undefined, []],
    [
      'a queue that kro makes, whose instance is pruned',
      queue({ ...safe, ...retain }),
      kro({}),
      ['Argo CD, when it prunes', 'Argo CD, with the Application'],
    ],
    ['a queue that kro makes, whose instance stays', queue(retain), kro(safe), []],
  ])('GIVEN %s WHEN it leaves git THEN it is known who deletes it', (_what, manifest, carrier, deleters) => {
    expect(deletersAfterRemoval({ manifest, inGit: [carrier ?? manifest] })).toEqual(deleters);
  });
});
