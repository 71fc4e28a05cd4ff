import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { clusterScoped } from '../core/cluster-scoped';
import { PlatformObject } from '../core/platform-object';
import type { FileSystem } from './file-system';

export interface FileStorageClassProps {
  readonly fileSystem: FileSystem;
  /** Below which every claim gets a directory. @default '/volumes' */
  readonly path?: string;
}

/**
 * Files that Pods of every zone share, named by its id: each claim gets an access point of its own, with a user of its
 * own, and TLS. Its files stay when the claim is deleted. The size of a claim means nothing: the file system grows.
 * https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/master/docs/README.md
 */
export class FileStorageClass extends PlatformObject {
  constructor(scope: Construct, id: string, { fileSystem, path = '/volumes' }: FileStorageClassProps) {
    super(scope, id);
    this.requireMatch('path', path, /^(?:\/[\w.-]+){1,4}$/, 'a path of at most four directories');
    this.requireLength('path', path, 100);
    const object = new ApiObject(this, 'Resource', {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: id },
      provisioner: 'efs.csi.aws.com',
      parameters: {
        provisioningMode: 'efs-ap',
        fileSystemId: fileSystem.id,
        directoryPerms: '700',
        basePath: path,
      },
      // the file system lets in nobody without a role
      mountOptions: ['iam'],
      reclaimPolicy: 'Retain',
      // mount targets stand in every zone
      volumeBindingMode: 'Immediate',
      allowVolumeExpansion: true,
    });
    clusterScoped(object);
  }
}
