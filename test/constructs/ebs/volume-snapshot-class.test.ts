import { SnapshotClass } from '../../../constructs/ebs/volume-snapshot-class';
import { chart, manifests } from '../scope';

describe('SnapshotClass', () => {
  test('GIVEN a snapshot WHEN its object is deleted THEN AWS keeps it', () => {
    const scope = chart();
    new SnapshotClass(scope, 'disks');
    const { disks } = manifests(scope);
    expect(disks).toMatchObject({ driver: 'ebs.csi.aws.com', deletionPolicy: 'Retain' });
    expect(disks!.metadata).not.toHaveProperty('namespace');
  });
});
