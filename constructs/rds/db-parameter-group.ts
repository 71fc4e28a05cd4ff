import type { Construct } from 'constructs';
import * as rds from '../../imports/rds.services.k8s.aws';
import { type DbParameterGroupProps, ParameterGroup } from './parameter-group';

/** Parameters of a cluster's instances; they come before the cluster's. */
export class DbParameterGroup extends ParameterGroup {
  constructor(scope: Construct, id: string, props: DbParameterGroupProps) {
    super(scope, id);
    new rds.DbParameterGroup(this, 'Resource', { metadata: this.ackMetadata(props.region), spec: this.spec(props) });
  }
}
