import type { PlatformChart } from '../../../charts/platform-chart';
import { bucket, chart, environment, manifests } from '../scope';

const BECAUSE = 'load balancers know no other keys';
const copy = (scope: PlatformChart) => bucket(scope, 'files-copy', { region: 'dr' });

describe('replication of a bucket', () => {
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

  const where = 'production/test/chart';

  test.each<[string, (scope: PlatformChart) => unknown, string]>([
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
  ])('GIVEN %s WHEN it is made THEN the message says where, what and what is allowed', (_what, make, message) => {
    expect(() => make(chart())).toThrow(message);
  });
});
