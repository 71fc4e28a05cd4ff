import type { PlatformChart } from '../../../charts/platform-chart';
import { type RenderedStatement, statements } from '../s3/helpers';
import { chart, environment, manifests } from '../scope';
import { fileSystem } from './helpers';

const ACCOUNT = '123456789012';

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

  test.each<[string, (scope: PlatformChart) => unknown, string]>([
    [
      'a file that cools after 15 days',
      (scope) => fileSystem(scope, { infrequentAfterDays: 15 }),
      'production/test/chart/shared: infrequentAfterDays is 15, allowed are 1, 7, 14, 30, 60, 90, 180, 270, 365',
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
  ])('GIVEN %s WHEN it is made THEN the message says where, what and what is allowed', (_what, make, message) => {
    expect(() => make(chart())).toThrow(message);
  });
});
