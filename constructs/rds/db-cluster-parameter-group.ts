import type { Construct } from 'constructs';
import * as rds from '../../imports/rds.services.k8s.aws';
import { type DbParameterGroupProps, ParameterGroup } from './parameter-group';

/** Parameters that all instances of a cluster share. */
export class DbClusterParameterGroup extends ParameterGroup {
  constructor(scope: Construct, id: string, props: DbParameterGroupProps) {
    super(scope, id);
    new rds.DbClusterParameterGroup(this, 'Resource', {
      metadata: this.ackMetadata(props.region),
      spec: this.spec(props),
    });
  }
}
