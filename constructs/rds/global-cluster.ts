import { RESERVED_DATABASES } from '@aws-platform/engine/aws';
import type { Construct } from 'constructs';
import * as rds from '../../imports/rds.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import { tagList } from '../core/tags';

export const ENGINE = 'aurora-postgresql';

/** Bounds: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateGlobalCluster.html */
export interface GlobalClusterProps {
  /**
   * Major and minor, such as `17.9`. AWS takes a new minor version for each cluster only, the followers first
   * (https://github.com/hashicorp/terraform-provider-aws/issues/45398); until the writer has it too, the controller is
   * refused here and asks again.
   */
  readonly engineVersion: string;
  /** 1 to 63 letters, digits and underscores. */
  readonly databaseName: string;
}

/**
 * An Aurora PostgreSQL database that spans regions. It begins empty: the first cluster that joins it writes, the others
 * follow. Which of them writes later AWS decides alone, so nothing here undoes a switchover.
 */
export class GlobalCluster extends AwsObject {
  readonly engineVersion: string;
  readonly databaseName: string;

  constructor(scope: Construct, id: string, { engineVersion, databaseName }: GlobalClusterProps) {
    super(scope, id);
    this.requireMatch(
      'global cluster name',
      this.awsName,
      /^(?=.{1,63}$)[a-z](?:-?[a-z0-9])*$/,
      '1 to 63 small letters, digits and single hyphens, a letter first, no hyphen last',
    );
    this.requireMatch('engineVersion', engineVersion, /^\d{2}\.\d{1,2}$/, 'a major and a minor version such as 17.9');
    this.requireMatch(
      'databaseName',
      databaseName,
      /^[A-Za-z]\w{0,62}$/,
      '1 to 63 letters, digits and underscores, a letter first',
    );
    if (RESERVED_DATABASES.includes(databaseName.toLowerCase()))
      this.fail(`databaseName '${databaseName}' is reserved, as are ${RESERVED_DATABASES.join(', ')}`);
    this.engineVersion = engineVersion;
    this.databaseName = databaseName;

    new rds.GlobalCluster(this, 'Resource', {
      metadata: this.statefulAckMetadata({}),
      spec: {
        globalClusterIdentifier: this.awsName,
        engine: ENGINE,
        engineVersion,
        databaseName,
        storageEncrypted: true,
        deletionProtection: true,
        tags: tagList(this.statefulTags),
      },
    });
  }
}
