import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../charts/platform-chart';
import { renderOrigin } from '../../constructs/cloudfront/origin';
import { OriginAccessControl } from '../../constructs/cloudfront/origin-access-control';
import { Trail } from '../../constructs/cloudtrail/trail';
import { SecurityGroup } from '../../constructs/ec2/security-group';
import { AccessPoint } from '../../constructs/efs/access-point';
import { FileSystem, type FileSystemProps } from '../../constructs/efs/file-system';
import { MountTargets } from '../../constructs/efs/mount-targets';
import { InternalLoadBalancer } from '../../constructs/elbv2/load-balancer';
import type { LifecycleRule, StorageClass } from '../../constructs/s3/bucket-lifecycle';
import type { BucketNotification } from '../../constructs/s3/bucket-notification';
import { Queue } from '../../constructs/sqs/queue';
import { bucket, chart, environment, lambdaFunction, manifests, wired } from './scope';

interface RenderedStatement {
  readonly Sid: string;
  readonly Principal: unknown;
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

const ACCOUNT = '123456789012';
const BECAUSE = 'load balancers know no other keys';
const FUNCTION = `arn:aws:lambda:us-east-1:${ACCOUNT}:function:resize`;
const days = (count: number) => Duration.days(count);
const logs = (scope: PlatformChart, id = 'logs') =>
  bucket(scope, id, { encryption: { s3Managed: true, because: BECAUSE } });
const copy = (scope: PlatformChart) => bucket(scope, 'files-copy', { region: 'dr' });
const group = (scope: PlatformChart) => new SecurityGroup(scope, 'efs', { description: 'Mount targets' });
const fileSystem = (scope: PlatformChart, props: Partial<FileSystemProps> = {}) =>
  new FileSystem(scope, 'shared', { throughput: { mode: 'elastic' }, infrequentAfterDays: 30, ...props });
const accessPoint = (scope: PlatformChart, change: object = {}) =>
  new AccessPoint(scope, 'jenkins', {
    fileSystem: fileSystem(scope),
    path: '/jenkins',
    uid: 1000,
    gid: 1000,
    ...change,
  });
const mountTargets = (scope: PlatformChart, subnetIds: Record<string, string | undefined>) =>
  new MountTargets(scope, 'shared-in', { fileSystem: fileSystem(scope), subnetIds, securityGroup: group(scope) });
const moves = (...steps: readonly (readonly [StorageClass, number])[]): LifecycleRule => ({
  transitions: steps.map(([to, after]) => ({ to, after: days(after) })),
});

function statements(scope: PlatformChart, name: string): RenderedStatement[] {
  return JSON.parse(String(manifests(scope)[name]!.spec['policy'])).Statement;
}

describe('Bucket', () => {
  test('GIVEN a name WHEN a bucket is made THEN it is private, versioned, encrypted, over TLS only, and outlives its manifest', () => {
    const scope = chart({ namePrefix: 'staging-' });
    const { arn } = bucket(scope, 'files');
    const { metadata, spec } = manifests(scope)['files']!;
    expect(arn).toBe('arn:aws:s3:::staging-files-123456789012-us-east-1');
    expect(metadata.annotations).toMatchObject({
      'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
      'services.k8s.aws/deletion-policy': 'retain',
    });
    expect(spec).toMatchObject({
      name: 'staging-files-123456789012-us-east-1',
      versioning: { status: 'Enabled' },
      encryption: {
        rules: [
          {
            applyServerSideEncryptionByDefault: {
              sseAlgorithm: 'aws:kms',
              kmsMasterKeyID: environment().outputs.keys.storage,
            },
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
      ownershipControls: { rules: [{ objectOwnership: 'BucketOwnerEnforced' }] },
    });
    expect(statements(scope, 'files')).toEqual([
      {
        Sid: 'DenyWithoutTls',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [arn, `${arn}/*`],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ]);
  });

  test('GIVEN no lifecycle WHEN a bucket is made THEN unfinished uploads, old versions and empty markers go all the same', () => {
    const scope = chart();
    bucket(scope, 'files');
    expect(manifests(scope)['files']!.spec['lifecycle']).toEqual({
      rules: [
        {
          id: 'housekeeping',
          status: 'Enabled',
          filter: { prefix: '' },
          abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
          expiration: { expiredObjectDeleteMarker: true },
          noncurrentVersionExpiration: { noncurrentDays: 30 },
        },
      ],
    });
  });

  test('GIVEN rules of a lifecycle WHEN a bucket is made THEN they stand before its own, with their names', () => {
    const scope = chart();
    const cooler = moves(['STANDARD_IA', 30], ['GLACIER_IR', 60], ['DEEP_ARCHIVE', 90]);
    bucket(scope, 'files', {
      lifecycle: { cooler: { ...cooler, prefix: 'old/', expireAfter: days(91) }, gone: { expireAfter: days(1) } },
    });
    const { rules } = manifests(scope)['files']!.spec['lifecycle'] as { rules: unknown[] };
    expect(rules.slice(0, -1)).toEqual([
      {
        id: 'cooler',
        status: 'Enabled',
        filter: { prefix: 'old/' },
        transitions: [
          { days: 30, storageClass: 'STANDARD_IA' },
          { days: 60, storageClass: 'GLACIER_IR' },
          { days: 90, storageClass: 'DEEP_ARCHIVE' },
        ],
        expiration: { days: 91 },
      },
      { id: 'gone', status: 'Enabled', filter: { prefix: '' }, expiration: { days: 1 } },
    ]);
  });

  test('GIVEN keys of S3 with a reason WHEN a bucket is made THEN the reason stands in the manifest', () => {
    const scope = chart();
    logs(scope);
    const { metadata, spec } = manifests(scope)['logs']!;
    expect(metadata.annotations).toMatchObject({ 'exception.platform.company.com/encrypted-at-rest': BECAUSE });
    expect(spec['encryption']).toEqual({
      rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' }, bucketKeyEnabled: false }],
    });
  });
});

describe('replication', () => {
  test('GIVEN a replica in the DR region WHEN a bucket is made THEN S3 copies everything, decrypted here and encrypted there', () => {
    const scope = chart();
    const { keys, dr } = environment().outputs;
    bucket(scope, 'files', { replica: copy(scope) });
    const { files, 'files-copy': replica, 'files-replication': role } = manifests(scope);
    expect(replica!.metadata.annotations).toMatchObject({ 'services.k8s.aws/region': 'us-west-2' });
    expect(replica!.spec).toMatchObject({ name: 'files-copy-123456789012-us-west-2' });
    expect(files!.spec['replication']).toEqual({
      role: 'arn:aws:iam::123456789012:role/platform/files-replication',
      rules: [
        {
          id: 'everything',
          priority: 1,
          status: 'Enabled',
          filter: { prefix: '' },
          deleteMarkerReplication: { status: 'Enabled' },
          sourceSelectionCriteria: { sseKMSEncryptedObjects: { status: 'Enabled' } },
          destination: {
            bucket: 'arn:aws:s3:::files-copy-123456789012-us-west-2',
            encryptionConfiguration: { replicaKMSKeyID: dr.keys.storage },
            metrics: { status: 'Enabled' },
          },
        },
      ],
    });
    const { replicate } = role!.spec['inlinePolicies'] as Record<string, string>;
    const found = JSON.parse(replicate!).Statement as { Sid: string; Resource: string; Condition?: object }[];
    expect(found.map(({ Sid, Resource }) => [Sid, Resource])).toEqual([
      ['Source', 'arn:aws:s3:::files-123456789012-us-east-1'],
      ['SourceObjects', 'arn:aws:s3:::files-123456789012-us-east-1/*'],
      ['Copies', 'arn:aws:s3:::files-copy-123456789012-us-west-2/*'],
      ['DecryptSource', keys.storage],
      ['EncryptCopies', dr.keys.storage],
    ]);
    expect(found[3]!.Condition).toMatchObject({ StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } });
    expect(found[4]!.Condition).toMatchObject({ StringEquals: { 'kms:ViaService': 's3.us-west-2.amazonaws.com' } });
  });
});

describe('notifications', () => {
  test('GIVEN a function and a queue WHEN they are notified THEN filters are as AWS answers, and the queue lets this bucket send', () => {
    const scope = chart();
    const queue = new Queue(scope, 'changes');
    bucket(scope, 'files', {
      notifications: {
        made: { events: ['s3:ObjectCreated:*'], prefix: 'in/', suffix: '.png', to: lambdaFunction(scope, 'resize') },
        gone: { events: ['s3:ObjectRemoved:*', 's3:LifecycleExpiration:*'], to: queue },
      },
    });
    expect(manifests(scope)['files']!.spec['notification']).toEqual({
      lambdaFunctionConfigurations: [
        {
          id: 'made',
          events: ['s3:ObjectCreated:*'],
          filter: {
            key: {
              filterRules: [
                { name: 'Prefix', value: 'in/' },
                { name: 'Suffix', value: '.png' },
              ],
            },
          },
          lambdaFunctionARN: FUNCTION,
        },
      ],
      queueConfigurations: [
        { id: 'gone', events: ['s3:ObjectRemoved:*', 's3:LifecycleExpiration:*'], queueARN: queue.arn },
      ],
    });
    expect(statements(scope, 'changes')[0]).toMatchObject({
      Principal: { Service: 's3.amazonaws.com' },
      Condition: {
        ArnEquals: { 'aws:SourceArn': 'arn:aws:s3:::files-123456789012-us-east-1' },
        StringEquals: { 'aws:SourceAccount': ACCOUNT },
      },
    });
  });

  test('GIVEN a function WHEN it is notified after the bucket was made THEN it is told, and may be invoked for this bucket', () => {
    const scope = chart();
    const files = bucket(scope, 'files');
    files.notify('made', { events: ['s3:ObjectCreated:*'], to: lambdaFunction(scope, 'resize') });
    const all = manifests(scope);
    expect(all['files']!.spec['notification']).toEqual({
      lambdaFunctionConfigurations: [{ id: 'made', events: ['s3:ObjectCreated:*'], lambdaFunctionARN: FUNCTION }],
    });
    expect(all['resize-files']!.spec['forProvider']).toMatchObject({
      principal: 's3.amazonaws.com',
      sourceArn: 'arn:aws:s3:::files-123456789012-us-east-1',
      sourceAccount: ACCOUNT,
    });
  });

  test('GIVEN a source whose ARN has an account WHEN it may send THEN the account is not asked for again', () => {
    const scope = chart();
    new Queue(scope, 'changes').allowSend('events.amazonaws.com', `arn:aws:events:us-east-1:${ACCOUNT}:rule/r`);
    expect(statements(scope, 'changes')[0]!.Condition).toEqual({
      ArnEquals: { 'aws:SourceArn': `arn:aws:events:us-east-1:${ACCOUNT}:rule/r` },
    });
  });

  test.each<[string, Partial<BucketNotification>, Partial<BucketNotification>]>([
    ['prefixes', { prefix: 'a/' }, { prefix: 'b/' }],
    ['suffixes', { prefix: 'a/', suffix: '.png' }, { prefix: 'a/', suffix: '.jpg' }],
    ['events', { events: ['s3:ObjectCreated:Put'] }, { events: ['s3:ObjectCreated:Post'] }],
  ])('GIVEN notifications that differ in %s WHEN a bucket is made THEN S3 can tell them apart', (_what, one, other) => {
    const scope = chart();
    const to = lambdaFunction(scope);
    const events = ['s3:ObjectCreated:*'] as const;
    expect(() =>
      bucket(scope, 'files', { notifications: { one: { events, to, ...one }, other: { events, to, ...other } } }),
    ).not.toThrow();
  });
});

describe('who is let in', () => {
  const allowed = (scope: PlatformChart, name: string) =>
    statements(scope, name).filter(({ Sid }) => Sid !== 'DenyWithoutTls');

  test('GIVEN a trail WHEN it is given a bucket THEN it alone may write below its account', () => {
    const scope = chart();
    const { arn } = new Trail(scope, 'audit', { bucket: bucket(scope, 'records'), keyPrefix: 'trail' });
    expect(allowed(scope, 'records')).toEqual([
      expect.objectContaining({
        Action: 's3:GetBucketAcl',
        Resource: 'arn:aws:s3:::records-123456789012-us-east-1',
        Condition: { StringEquals: { 'aws:SourceArn': arn } },
      }),
      expect.objectContaining({
        Action: 's3:PutObject',
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        Resource: `arn:aws:s3:::records-123456789012-us-east-1/trail/AWSLogs/${ACCOUNT}/*`,
        Condition: { StringEquals: { 'aws:SourceArn': arn, 's3:x-amz-acl': 'bucket-owner-full-control' } },
      }),
    ]);
  });

  test('GIVEN a bucket whose requests are logged WHEN it is made THEN S3 writes its lines and no others', () => {
    const scope = chart();
    bucket(scope, 'user-files', { accessLogs: logs(scope) });
    expect(manifests(scope)['user-files']!.spec['logging']).toEqual({
      loggingEnabled: { targetBucket: 'logs-123456789012-us-east-1', targetPrefix: 's3-access/user-files/' },
    });
    expect(allowed(scope, 'logs')).toEqual([
      {
        Sid: 'AccessLogsOfUserFiles',
        Effect: 'Allow',
        Principal: { Service: 'logging.s3.amazonaws.com' },
        Action: 's3:PutObject',
        Resource: 'arn:aws:s3:::logs-123456789012-us-east-1/s3-access/user-files/*',
        Condition: {
          ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::user-files-123456789012-us-east-1' },
          StringEquals: { 'aws:SourceAccount': ACCOUNT },
        },
      },
    ]);
  });

  test('GIVEN a load balancer WHEN its requests are logged THEN it writes below the account, and two share one statement', () => {
    const scope = chart();
    const accessLogs = { bucket: logs(scope), prefix: 'alb' };
    const securityGroup = group(scope);
    for (const id of ['a', 'b'])
      new InternalLoadBalancer(scope, id, {
        subnetIds: ['subnet-1', 'subnet-2'],
        securityGroup,
        deletionProtection: true,
        accessLogs,
      });
    expect(manifests(scope)['a']!.spec['attributes']).toEqual(
      expect.arrayContaining([
        { key: 'access_logs.s3.enabled', value: 'true' },
        { key: 'access_logs.s3.bucket', value: 'logs-123456789012-us-east-1' },
        { key: 'access_logs.s3.prefix', value: 'alb' },
      ]),
    );
    expect(allowed(scope, 'logs')).toEqual([
      expect.objectContaining({
        Principal: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' },
        Resource: `arn:aws:s3:::logs-123456789012-us-east-1/alb/AWSLogs/${ACCOUNT}/*`,
      }),
    ]);
  });

  test('GIVEN a bucket of the DR region WHEN it is an origin THEN its domain is that region’s', () => {
    const scope = chart();
    const accessControl = new OriginAccessControl(scope, 'site', { description: '' });
    expect(renderOrigin('site', { bucket: copy(scope), accessControl }, 'us-east-1')).toMatchObject({
      domainName: 'files-copy-123456789012-us-west-2.s3.us-west-2.amazonaws.com',
    });
  });
});

describe('FileSystem', () => {
  test('GIVEN elastic throughput WHEN it is made THEN it is encrypted, backed up, cooled by age, and outlives its manifest', () => {
    const scope = chart();
    fileSystem(scope, { archiveAfterDays: 90 });
    const { metadata, spec } = manifests(scope)['shared']!;
    expect(metadata.annotations).toMatchObject({ 'services.k8s.aws/deletion-policy': 'retain' });
    expect(spec).toMatchObject({
      encrypted: true,
      kmsKeyID: environment().outputs.keys.storage,
      performanceMode: 'generalPurpose',
      throughputMode: 'elastic',
      backupPolicy: { status: 'DISABLED' },
      lifecyclePolicies: [
        { transitionToIA: 'AFTER_30_DAYS', transitionToArchive: '', transitionToPrimaryStorageClass: '' },
        { transitionToIA: '', transitionToArchive: 'AFTER_90_DAYS', transitionToPrimaryStorageClass: '' },
        { transitionToIA: '', transitionToArchive: '', transitionToPrimaryStorageClass: 'AFTER_1_ACCESS' },
      ],
    });
    expect(spec['provisionedThroughputInMiBps']).toBeUndefined();
  });

  test('GIVEN no role, another account or no TLS WHEN a client mounts THEN it is refused, and nobody is let in by name', () => {
    const scope = chart();
    fileSystem(scope);
    const found = statements(scope, 'shared') as (RenderedStatement & { Effect: string })[];
    expect(found.map(({ Sid, Effect, Condition }) => [Sid, Effect, Condition])).toEqual([
      ['DenyWithoutTls', 'Deny', { Bool: { 'aws:SecureTransport': 'false' } }],
      ['DenyOtherAccounts', 'Deny', { StringNotEquals: { 'aws:PrincipalAccount': ACCOUNT } }],
    ]);
  });

  test('GIVEN provisioned throughput and a file that may cool after a day WHEN it is made THEN AWS is told both', () => {
    const scope = chart();
    fileSystem(scope, { throughput: { mode: 'provisioned', mibPerSecond: 64 }, infrequentAfterDays: 1 });
    expect(manifests(scope)['shared']!.spec).toMatchObject({
      throughputMode: 'provisioned',
      provisionedThroughputInMiBps: 64,
      lifecyclePolicies: [{ transitionToIA: 'AFTER_1_DAY' }, { transitionToPrimaryStorageClass: 'AFTER_1_ACCESS' }],
    });
  });

  test('GIVEN a subnet of each zone WHEN it is mounted there THEN each has its own target, with the file system by reference', () => {
    const scope = chart();
    mountTargets(scope, { 'us-east-1a': 'subnet-1', 'us-east-1b': 'subnet-2' });
    expect(wired(scope)['MountTarget shared-in-us-east-1b']!.spec).toEqual({
      fileSystemRef: { from: { name: 'shared' } },
      subnetID: 'subnet-2',
      securityGroupRefs: [{ from: { name: 'efs' } }],
    });
    expect(wired(scope)['MountTarget shared-in-us-east-1a']!.spec).toMatchObject({ subnetID: 'subnet-1' });
  });

  test('GIVEN a directory WHEN an access point is made THEN it is its user’s, and closed to everybody else', () => {
    const scope = chart();
    accessPoint(scope);
    expect(wired(scope)['AccessPoint jenkins']!.spec).toMatchObject({
      fileSystemRef: { from: { name: 'shared' } },
      posixUser: { uid: 1000, gid: 1000 },
      rootDirectory: {
        path: '/jenkins',
        creationInfo: { ownerUID: 1000, ownerGID: 1000, permissions: '0750' },
      },
    });
  });
});

describe('what AWS would refuse is refused at construction, with the place and what is allowed', () => {
  const where = 'production/test/chart';
  const aging = (scope: PlatformChart, rule: LifecycleRule) => bucket(scope, 'b', { lifecycle: { r: rule } });
  const notified = (scope: PlatformChart, ...all: Partial<BucketNotification>[]) => {
    const to = lambdaFunction(scope);
    return bucket(scope, 'b', {
      notifications: Object.fromEntries(
        all.map((one, index) => [
          `n${index}`,
          { events: ['s3:ObjectCreated:*'], to, ...one } satisfies BucketNotification,
        ]),
      ),
    });
  };
  const balancer = (scope: PlatformChart, target: typeof logs | typeof copy, prefix: string) =>
    new InternalLoadBalancer(scope, 'a', {
      subnetIds: ['subnet-1', 'subnet-2'],
      securityGroup: group(scope),
      deletionProtection: true,
      accessLogs: { bucket: target(scope), prefix },
    });

  test.each<[string, (scope: PlatformChart) => unknown, string]>([
    [
      'a bucket name of 64 characters',
      (scope) => bucket(scope, 'b'.repeat(41)),
      `bucket name '${'b'.repeat(41)}-123456789012-us-east-1' (64 characters) is not allowed, only 3 to 63 lower-case letters`,
    ],
    ['a bucket name with dots side by side', (scope) => bucket(scope, 'a..b'), `${where}/a..b: bucket name 'a..b-`],
    ['a bucket name with a capital letter', (scope) => bucket(scope, 'Files'), "bucket name 'Files-123456789012"],
    ['a bucket name that begins with a hyphen', (scope) => bucket(scope, '-files'), "bucket name '-files-"],
    ['a bucket name in Punycode', (scope) => bucket(scope, 'xn--files'), 'and not xn--, sthree- or amzn-s3-demo- in'],
    ["a bucket name like S3's own", (scope) => bucket(scope, 'sthree-files'), "bucket name 'sthree-files-"],
    ["a bucket name like those of AWS's examples", (scope) => bucket(scope, 'amzn-s3-demo-a'), "name 'amzn-s3-demo-a-"],
    [
      'a reason for keys of S3 that is none',
      (scope) => bucket(scope, 'b', { encryption: { s3Managed: true, because: 'logs' } }),
      `${where}/b: encryption: because is 'logs', a reason of at least 10 characters is required`,
    ],
    ['a rule that does nothing', (scope) => aging(scope, { prefix: 'a/' }), `${where}/b: lifecycle.r does nothing`],
    [
      'an infrequent class after 29 days',
      (scope) => aging(scope, moves(['STANDARD_IA', 29])),
      `${where}/b: lifecycle.r: STANDARD_IA after 29 days, at least 30 are needed`,
    ],
    [
      'a class 29 days behind another',
      (scope) => aging(scope, moves(['STANDARD_IA', 30], ['GLACIER', 59])),
      'lifecycle.r: GLACIER after 59 days, at least 60 are needed: 30 in STANDARD_IA first',
    ],
    [
      'a class before a colder one',
      (scope) => aging(scope, moves(['GLACIER', 30], ['STANDARD_IA', 90])),
      'lifecycle.r: objects cannot move from GLACIER to STANDARD_IA',
    ],
    [
      'a class twice',
      (scope) => aging(scope, moves(['GLACIER', 30], ['GLACIER', 90])),
      'lifecycle.r: objects cannot move from GLACIER to GLACIER',
    ],
    [
      'instant retrieval out of one zone',
      (scope) => aging(scope, moves(['ONEZONE_IA', 30], ['GLACIER_IR', 90])),
      'lifecycle.r: objects cannot move from ONEZONE_IA to GLACIER_IR',
    ],
    [
      'an expiry on the day of a transition',
      (scope) => aging(scope, { ...moves(['STANDARD_IA', 30]), expireAfter: days(30) }),
      'lifecycle.r: expireAfter is 30 days, more than 30 are needed, those of the last transition',
    ],
    ['an expiry at once', (scope) => aging(scope, { expireAfter: days(0) }), 'expireAfter is 0 days, more than 0 are'],
    [
      'versions that go at once',
      (scope) => bucket(scope, 'b', { noncurrentRetention: days(0) }),
      `${where}/b: noncurrentRetention is less than a day`,
    ],
    [
      '1,000 rules beside the bucket’s own',
      (scope) =>
        bucket(scope, 'b', {
          lifecycle: Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`r${i}`, { expireAfter: days(1) }])),
        }),
      `${where}/b: lifecycle has 1001 rules with the bucket's own, at most 1,000 are allowed`,
    ],
    [
      'a rule with the name of the bucket’s own',
      (scope) => bucket(scope, 'b', { lifecycle: { housekeeping: { expireAfter: days(1) } } }),
      "lifecycle.housekeeping: the name is the bucket's own rule's",
    ],
    [
      'a rule name of 256 characters',
      (scope) => bucket(scope, 'b', { lifecycle: { ['r'.repeat(256)]: { expireAfter: days(1) } } }),
      'the name has 256 characters, at most 255 are allowed',
    ],
    [
      'a replica in the home region',
      (scope) => bucket(scope, 'b', { replica: bucket(scope, 'c') }),
      `${where}/b: replica 'c' is in us-east-1 too, another region is needed`,
    ],
    [
      'a replica of a bucket without a key',
      (scope) => bucket(scope, 'b', { encryption: { s3Managed: true, because: BECAUSE }, replica: copy(scope) }),
      `${where}/b: replica 'files-copy': both buckets have to encrypt with keys of KMS`,
    ],
    [
      'access logs into a bucket with a key',
      (scope) => bucket(scope, 'b', { accessLogs: bucket(scope, 'c') }),
      `${where}/c: access logs of 'b' need a bucket with encryption: { s3Managed: true }`,
    ],
    [
      'access logs from another region',
      (scope) => bucket(scope, 'b', { region: 'dr', accessLogs: logs(scope) }),
      `${where}/logs: access logs of 'b' come from us-west-2, only those of the bucket's region us-east-1 are allowed`,
    ],
    [
      'a load balancer’s logs into a bucket with a key',
      (scope) => balancer(scope, copy, 'alb'),
      `${where}/files-copy: access logs of 'a' need a bucket`,
    ],
    ['a log prefix with a slash at its end', (scope) => balancer(scope, logs, 'alb/'), "accessLogs.prefix 'alb/'"],
    ['a log prefix with AWSLogs', (scope) => balancer(scope, logs, 'a/AWSLogs'), "accessLogs.prefix 'a/AWSLogs'"],
    [
      'a trail prefix with a slash at its end',
      (scope) => new Trail(scope, 'audit', { bucket: bucket(scope, 'b'), keyPrefix: 'trail/' }),
      `${where}/audit: keyPrefix 'trail/' (6 characters) is not allowed, only 200 characters without a slash`,
    ],
    [
      'an event twice for all keys',
      (scope) => notified(scope, {}, { prefix: 'a/' }),
      `${where}/b: notifications.n1 and notifications.n0 both take s3:ObjectCreated:* of the same keys: their prefixes or suffixes have to differ`,
    ],
    [
      'an event within another’s',
      (scope) => notified(scope, { events: ['s3:ObjectCreated:Put'], suffix: 'g' }, { suffix: '.png' }),
      'notifications.n1 and notifications.n0 both take s3:ObjectCreated:Put of the same keys',
    ],
    [
      'two notifications of one name',
      (scope) => {
        const to = lambdaFunction(scope);
        const files = bucket(scope, 'b', { notifications: { made: { events: ['s3:ObjectCreated:*'], to } } });
        files.notify('made', { events: ['s3:ObjectRemoved:*'], to });
      },
      `${where}/b: notifications.made is there already, each needs its own name`,
    ],
    ['a notification of nothing', (scope) => notified(scope, { events: [] }), 'notifications.n0 has no events'],
    [
      'a notification to a FIFO queue',
      (scope) => notified(scope, { to: new Queue(scope, 'q.fifo', { fifo: {} }) }),
      'notifications.n0 goes to q.fifo, only standard queues are allowed',
    ],
    [
      'a filter of 1,025 characters',
      (scope) => notified(scope, { suffix: 'a'.repeat(1_025) }),
      'notifications.n0: suffix has 1025 characters, at most 1,024 are allowed',
    ],
    [
      '101 notifications',
      (scope) => notified(scope, ...Array.from({ length: 101 }, (_, i) => ({ prefix: `p${i}/` }))),
      `${where}/b: 101 notifications, at most 100 are allowed`,
    ],
    [
      'a file that cools after 15 days',
      (scope) => fileSystem(scope, { infrequentAfterDays: 15 }),
      `${where}/shared: infrequentAfterDays is 15, allowed are 1, 7, 14, 30, 60, 90, 180, 270, 365`,
    ],
    [
      'an archive after 91 days',
      (scope) => fileSystem(scope, { archiveAfterDays: 91 }),
      'archiveAfterDays is 91, allowed are 1, 7',
    ],
    [
      'an archive no later than the infrequent class',
      (scope) => fileSystem(scope, { archiveAfterDays: 30 }),
      'archiveAfterDays is 30, more than infrequentAfterDays is needed, 30 here',
    ],
    [
      'an archive with bursting throughput',
      (scope) => fileSystem(scope, { throughput: { mode: 'bursting' }, archiveAfterDays: 90 }),
      "archiveAfterDays is allowed only with elastic throughput, not 'bursting'",
    ],
    [
      'no throughput',
      (scope) => fileSystem(scope, { throughput: { mode: 'provisioned', mibPerSecond: 0 } }),
      'throughput.mibPerSecond is 0 MiB/s, a whole number from 1 to 3414 MiB/s is allowed',
    ],
    [
      'more throughput than there is',
      (scope) => fileSystem(scope, { throughput: { mode: 'provisioned', mibPerSecond: 3_415 } }),
      'throughput.mibPerSecond is 3415 MiB/s, a whole number from 1 to 3414 MiB/s is allowed',
    ],
    [
      'elastic throughput for thousands of clients',
      (scope) => fileSystem(scope, { performanceMode: 'maxIO' }),
      'performanceMode is maxIO, with elastic throughput only generalPurpose is allowed',
    ],
    [
      'two mount targets in a subnet',
      (scope) => mountTargets(scope, { 'us-east-1a': 'subnet-1', 'us-east-1b': 'subnet-1' }),
      `${where}/shared-in: us-east-1b has the subnet of us-east-1a, only one mount target in an availability zone`,
    ],
    [
      'a zone of another region',
      (scope) => mountTargets(scope, { 'us-east-1a': 'subnet-1', 'us-west-2a': 'subnet-2' }),
      "availability zone 'us-west-2a' (10 characters) is not allowed, only those of us-east-1",
    ],
    [
      'a zone without a subnet',
      (scope) => mountTargets(scope, { 'us-east-1a': 'subnet-1', 'us-east-1b': undefined }),
      'us-east-1b has no subnet, one is needed',
    ],
    [
      'mount targets in one zone',
      (scope) => mountTargets(scope, { 'us-east-1a': 'subnet-1' }),
      '1 availability zones, at least two are needed',
    ],
    ['root at an access point', (scope) => accessPoint(scope, { uid: 0 }), 'uid is 0, a whole number from 1 to'],
    [
      'a group beyond 32 bits',
      (scope) => accessPoint(scope, { gid: 4_294_967_296 }),
      'gid is 4294967296, a whole number from 1 to 4294967295 is allowed',
    ],
    ['a path without a slash', (scope) => accessPoint(scope, { path: 'jenkins' }), "path 'jenkins' (7 characters)"],
    ['the whole file system', (scope) => accessPoint(scope, { path: '/' }), "path '/' (1 characters) is not allowed"],
    ['a path of five directories', (scope) => accessPoint(scope, { path: '/a/b/c/d/e' }), "path '/a/b/c/d/e'"],
    ['a path that leads up', (scope) => accessPoint(scope, { path: '/a/..' }), "path '/a/..'"],
    [
      'a path of 101 characters',
      (scope) => accessPoint(scope, { path: `/${'a'.repeat(100)}` }),
      'path has 101 characters, at most 100 are allowed',
    ],
    [
      'a directory for everybody',
      (scope) => accessPoint(scope, { permissions: '0755' }),
      "permissions '0755' (4 characters) is not allowed, only three or four octal digits, the last one 0",
    ],
  ])('GIVEN %s WHEN it is made THEN the message says where, what and what is allowed', (_what, make, message) => {
    expect(() => make(chart())).toThrow(message);
  });
});
