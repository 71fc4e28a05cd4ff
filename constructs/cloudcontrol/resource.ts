import { checkProperties, resourceType } from '@aws-platform/engine/aws';
import { canonicalJson, EXTERNAL_NAME } from '@aws-platform/engine/manifests';
import { late } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import * as cloudcontrol from '../../imports/cloudcontrol.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import { KEPT_POLICIES, type StatefulProps } from '../core/removal';

export interface CloudControlResourceProps<T extends object> {
  /** As CloudFormation names it: `AWS::GuardDuty::Detector`. */
  readonly typeName: string;
  /** As CloudFormation's reference has them. */
  readonly properties: T;
  /** @default the home region */
  readonly region?: string;
  /**
   * What AWS will call the object, where that is known: one that is there already is taken over.
   * @default only AWS knows
   */
  readonly knownIdentifier?: string;
  /**
   * For what holds data or identities: it outlives its manifest, unless `removal` says otherwise.
   * @default it goes with it
   */
  readonly stateful?: StatefulProps;
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
    const { typeName, properties, region, knownIdentifier, stateful } = props;
    const type = resourceType(typeName);
    if (!type) this.fail(`there is no CloudFormation resource type '${typeName}'`);
    for (const { at, message } of checkProperties(type, properties)) this.fail(`${typeName}: ${at} ${message}`);
    const resource = new cloudcontrol.Resource(this, 'Resource', {
      // the provider keeps AWS's identifier in the external name
      metadata: {
        name: id,
        annotations: {
          ...(knownIdentifier && { [EXTERNAL_NAME]: knownIdentifier }),
          ...(stateful && this.keptAnnotations(stateful)),
        },
      },
      spec: {
        ...(stateful &&
          !stateful.removal && { managementPolicies: KEPT_POLICIES as cloudcontrol.ResourceSpecManagementPolicies[] }),
        forProvider: { region: region ?? this.landing.region, typeName, desiredState: canonicalJson(properties) },
      },
    });
    this.identifier = late(resource, 'status.atProvider.id');
  }
}
