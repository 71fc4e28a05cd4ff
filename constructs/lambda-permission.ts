import type { Construct } from 'constructs';
import * as lambda from '../imports/lambda.aws.m.upbound.io';
import { AwsObject } from './aws-object';

/** Bounds: https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html */
export interface LambdaPermissionProps {
  /** As AWS has it. */
  readonly functionName: string;
  /** Who invokes: `s3.amazonaws.com`. */
  readonly service: string;
  /** On behalf of which object, late-bound where AWS names it. */
  readonly sourceArn: string;
}

/** Lets an AWS service invoke a function on behalf of one object of this account. */
export class LambdaPermission extends AwsObject {
  constructor(scope: Construct, id: string, { functionName, service, sourceArn }: LambdaPermissionProps) {
    super(scope, id);
    this.requireMatch('statement id', id, /^[\w-]{1,100}$/, 'at most 100 letters, digits, hyphens and _');
    this.requireMatch('service', service, /^[a-z0-9.-]+\.amazonaws\.com$/, 'a service such as s3.amazonaws.com');
    const { region, account } = this.environment;
    new lambda.Permission(this, 'Resource', {
      // without an external name: the provider keeps the statement's id there
      metadata: { name: id },
      spec: {
        forProvider: {
          region,
          statementId: id,
          functionName,
          action: 'lambda:InvokeFunction',
          principal: service,
          sourceAccount: account,
          sourceArn,
        },
      },
    });
  }
}
