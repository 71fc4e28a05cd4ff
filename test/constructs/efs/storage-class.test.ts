import { FileSystem } from '../../../constructs/efs/file-system';
import { FileStorageClass } from '../../../constructs/efs/storage-class';
import { chart, wired } from '../scope';

function files(path?: string) {
  const scope = chart();
  const fileSystem = new FileSystem(scope, 'shared', { throughput: { mode: 'elastic' }, infrequentAfterDays: 30 });
  new FileStorageClass(scope, 'files', { fileSystem, path });
  return wired(scope);
}

describe('FileStorageClass', () => {
  test('GIVEN a file system WHEN its class is made THEN it waits for the id that AWS gives it, beside its file system', () => {
    const all = files();
    expect(all['StorageClass files']).toMatchObject({
      provisioner: 'efs.csi.aws.com',
      parameters: {
        provisioningMode: 'efs-ap',
        fileSystemId: '${shared.status.fileSystemID}',
        directoryPerms: '700',
        basePath: '/volumes',
      },
      reclaimPolicy: 'Retain',
    });
    const instance = Object.values(all).find(({ apiVersion }) => apiVersion.startsWith('wiring.'));
    expect(instance?.metadata.namespace).toBe('aws');
  });

  test.each(['/a/b/c/d/e', 'volumes', `/${'a'.repeat(100)}`])(
    'GIVEN the path %s WHEN a class is made THEN it is refused',
    (path) => {
      expect(() => files(path)).toThrow(/path/);
    },
  );
});
