import { BlockStorageClass, type BlockVolume } from '../../../constructs/ebs/storage-class';
import { chart, manifests } from '../scope';

function block(volume: unknown, name = 'disk') {
  const scope = chart();
  new BlockStorageClass(scope, name, { volume: volume as BlockVolume });
  return manifests(scope)[name]!;
}

describe('BlockStorageClass', () => {
  test('GIVEN a type WHEN its class is made THEN disks are encrypted with our key, made where their Pod is, backed up, and kept', () => {
    const disk = block({ type: 'gp3' });
    expect(disk.metadata).not.toHaveProperty('namespace');
    expect(disk).toMatchObject({
      provisioner: 'ebs.csi.aws.com',
      parameters: {
        type: 'gp3',
        iops: '3000',
        throughput: '125',
        encrypted: 'true',
        kmsKeyId: chart().environment.outputs.keys.storage,
        tagSpecification_1: 'Backup=platform',
      },
      reclaimPolicy: 'Retain',
      volumeBindingMode: 'WaitForFirstConsumer',
      allowVolumeExpansion: true,
    });
  });

  test('GIVEN io2 WHEN its class is made THEN speed grows with the size', () => {
    expect(block({ type: 'io2', iopsPerGib: 500 })['parameters']).toMatchObject({
      iopsPerGB: '500',
      allowAutoIOPSPerGBIncrease: 'true',
    });
  });

  test.each<[unknown, string]>([
    [{ type: 'gp3', iops: 2_999 }, 'iops is 2999, a whole number from 3000 to 16000 is allowed'],
    [{ type: 'gp3', iops: 16_001 }, 'iops is 16001, a whole number from 3000 to 16000 is allowed'],
    [{ type: 'gp3', throughput: 124 }, 'throughput is 124 MiB/s, a whole number from 125 to 1000 MiB/s is allowed'],
    [{ type: 'gp3', throughput: 1_000 }, 'throughput 1000 MiB/s needs 4000 iops, there are 3000'],
    [{ type: 'io2', iopsPerGib: 501 }, 'iopsPerGib is 501, a whole number from 1 to 500 is allowed'],
    [{ type: 'io2', iopsPerGib: 0 }, 'iopsPerGib is 0, a whole number from 1 to 500 is allowed'],
  ])('GIVEN what no volume of a type has WHEN its class is made THEN it says the bounds (%#)', (volume, message) => {
    expect(() => block(volume)).toThrow(message);
  });

  test('GIVEN a name that Kubernetes does not take WHEN a class is made THEN it is refused', () => {
    expect(() => block({ type: 'st1' }, 'Disk')).toThrow(/name 'Disk' .* at most 63 lower-case letters/);
  });
});
