import type { PlatformChart } from '../../../charts/platform-chart';
import { bucket, chart, environment, manifests } from '../scope';
import { allowed, statements } from './helpers';

const ACCOUNT = '123456789012';
const BECAUSE = 'load balancers know no other keys';
const logs = (scope: PlatformChart, id = 'logs') =>
  bucket(scope, id, { encryption: { s3Managed: true, because: BECAUSE } });

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

  test('GIVEN keys of S3 with a reason WHEN a bucket is made THEN the reason stands in the manifest', () => {
    const scope = chart();
    logs(scope);
    const { metadata, spec } = manifests(scope)['logs']!;
    expect(metadata.annotations).toMatchObject({ 'exception.platform.company.com/encrypted-at-rest': BECAUSE });
    expect(spec['encryption']).toEqual({
      rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' }, bucketKeyEnabled: false }],
    });
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

  const where = 'production/test/chart';

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
  ])('GIVEN %s WHEN it is made THEN the message says where, what and what is allowed', (_what, make, message) => {
    expect(() => make(chart())).toThrow(message);
  });
});
