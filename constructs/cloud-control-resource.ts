import type { Construct } from 'constructs';
import * as cloudcontrol from '../imports/cloudcontrol.aws.m.upbound.io';
import { checkProperties } from '../lib/cloudformation/check';
import { resourceType } from '../lib/cloudformation/types';
import { canonicalJson } from '../lib/manifests/json';
import { AwsObject, KEPT_POLICIES } from './aws-object';
import { late } from './late';
import { NEVER_PRUNED } from './never-pruned';

export interface CloudControlResourceProps<T extends object> {
  /** As CloudFormation names it: `AWS::GuardDuty::Detector`. */
  readonly typeName: string;
  /** As CloudFormation's reference has them. */
  readonly properties: T;
  /** @default the home region */
  readonly region?: string;
  /** Whether it holds data: then it outlives its manifest. @default false */
  readonly stateful?: boolean;
}

/**
 * An AWS object for which no controller has a kind, or none that can do what is needed: Cloud Control makes it from the
 * properties that CloudFormation knows. They stand in one text that the API server cannot check, so this does.
 */
export class CloudControlResource<T extends object> extends AwsObject {
  /** Late: what AWS calls the object. */
  readonly identifier: string;

  constructor(scope: Construct, id: string, props: CloudControlResourceProps<T>) {
    super(scope, id);
    const { typeName, properties, region = this.environment.region, stateful = false } = props;
    const type = resourceType(typeName);
    if (!type) this.fail(`there is no CloudFormation resource type '${typeName}'`);
    for (const { at, message } of checkProperties(type, properties)) this.fail(`${typeName}: ${at} ${message}`);
    const resource = new cloudcontrol.Resource(this, 'Resource', {
      // without an external name: the provider keeps AWS's identifier there
      metadata: { name: id, ...(stateful && { annotations: NEVER_PRUNED }) },
      spec: {
        ...(stateful && { managementPolicies: KEPT_POLICIES as cloudcontrol.ResourceSpecManagementPolicies[] }),
        forProvider: { region, typeName, desiredState: canonicalJson(properties) },
      },
    });
    this.identifier = late(resource, 'status.atProvider.id');
  }
}
