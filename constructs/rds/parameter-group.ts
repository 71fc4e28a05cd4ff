import type * as rds from '../../imports/rds.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import { tagList } from '../core/tags';

/** Bounds: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBClusterParameterGroup.html */
export interface DbParameterGroupProps {
  readonly description: string;
  /** Of which engine and major version the parameters are: `aurora-postgresql17`. Fixed once the group is made. */
  readonly family: string;
  /** Values by name. What AWS takes only with a restart waits for the next one. */
  readonly parameters: Readonly<Record<string, string>>;
  /** @default the home region */
  readonly region?: string;
}

/** What groups of a cluster and of its instances share: both have the same fields. */
export abstract class ParameterGroup extends AwsObject {
  protected spec({ description, family, parameters }: DbParameterGroupProps): rds.DbParameterGroupSpec {
    this.requireMatch(
      'parameter group name',
      this.awsName,
      /^(?=.{1,255}$)[a-z](?:-?[a-z0-9])*$/,
      '1 to 255 small letters, digits and single hyphens, a letter first, no hyphen last',
    );
    return {
      name: this.awsName,
      description,
      family,
      parameterOverrides: { ...parameters },
      tags: tagList(this.tags),
    };
  }
}
