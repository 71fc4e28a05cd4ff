import { chart, wired } from '../scope';
import { globalCluster } from './helpers';

describe('GlobalCluster', () => {
  test('GIVEN a global cluster WHEN it is made THEN it is encrypted, protected and outlives its manifest', () => {
    const scope = chart({ namePrefix: 'staging-' });
    globalCluster(scope);
    const { metadata, spec } = wired(scope)['GlobalCluster global']!;
    expect(metadata.annotations).toMatchObject({
      'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
      'services.k8s.aws/deletion-policy': 'retain',
    });
    expect(spec).toMatchObject({
      globalClusterIdentifier: 'staging-global',
      engine: 'aurora-postgresql',
      engineVersion: '17.9',
      databaseName: 'platform_db',
      storageEncrypted: true,
      deletionProtection: true,
    });
  });

  test.each([
    [{ databaseName: '1db' }, "databaseName '1db'"],
    [{ databaseName: 'platform-db' }, "databaseName 'platform-db'"],
    [{ databaseName: 'd'.repeat(64) }, '(64 characters)'],
    [{ databaseName: 'Postgres' }, "databaseName 'Postgres' is reserved"],
    [{ databaseName: 'template1' }, 'is reserved'],
    [{ engineVersion: '17' }, "engineVersion '17'"],
    [{ engineVersion: 'latest' }, 'such as 17.9'],
  ])('GIVEN %p WHEN a global cluster is made THEN it is refused', (change, message) => {
    expect(() => globalCluster(chart(), change)).toThrow(message);
  });

  test.each(['1global', 'global-', 'glo--bal', 'g'.repeat(64)])(
    'GIVEN the name %s WHEN a global cluster is made THEN it is refused',
    (id) => {
      expect(() => globalCluster(chart(), {}, id)).toThrow(`global cluster name '${id}'`);
    },
  );
});
