import { late } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import * as efs from '../../imports/efs.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import { tagList } from '../core/tags';
import type { FileSystem } from './file-system';

/** Bounds: https://docs.aws.amazon.com/efs/latest/ug/API_CreateAccessPoint.html. AWS can change none of it later. */
export interface AccessPointProps {
  readonly fileSystem: FileSystem;
  /**
   * What its clients see as `/`: from a slash on, at most 100 characters and four directories deep, and not the whole
   * file system.
   */
  readonly path: string;
  /** Whoever its clients say they are, to the file system they are this user, 1 to 4,294,967,295: not root. */
  readonly uid: number;
  /** The same for the group. */
  readonly gid: number;
  /**
   * Of the directory, which AWS makes for its user when it is not there: three or four octal digits, none for everybody
   * else.
   * @default '0750'
   */
  readonly permissions?: string;
}

const HIGHEST_ID = 4_294_967_295;

/** A directory of a file system as the whole of it, and one user for all of its clients. */
export class AccessPoint extends AwsObject {
  /** Late: AWS gives it, such as `fsap-0123456789abcdef0`. */
  readonly id: string;
  /** Late. */
  readonly arn: string;

  constructor(scope: Construct, id: string, props: AccessPointProps) {
    super(scope, id);
    const { fileSystem, path, uid, gid, permissions = '0750' } = props;
    if (path.length > 100) this.fail(`path has ${path.length} characters, at most 100 are allowed`);
    this.requireMatch(
      'path',
      path,
      /^(?:\/(?!\.{1,2}(?:\/|$))[^\s/:$<>|]+){1,4}$/,
      'one to four directories, each behind a slash',
    );
    this.requireRange('uid', uid, 1, HIGHEST_ID);
    this.requireRange('gid', gid, 1, HIGHEST_ID);
    this.requireMatch('permissions', permissions, /^[0-7]{2,3}0$/, 'three or four octal digits, the last one 0');
    const resource = new efs.AccessPoint(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: {
        fileSystemId: fileSystem.id,
        posixUser: { uid, gid },
        rootDirectory: { path, creationInfo: { ownerUid: uid, ownerGid: gid, permissions } },
        tags: tagList(this.namedTags),
      },
    });
    this.id = late(resource, 'status.accessPointID');
    this.arn = late(resource, 'status.ackResourceMetadata.arn');
  }
}
