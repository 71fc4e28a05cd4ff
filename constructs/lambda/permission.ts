import { parseArn } from '@aws-platform/engine/aws';
import { EXTERNAL_NAME } from '@aws-platform/engine/manifests';
import type { Construct } from 'constructs';
import * as lambda from '../../imports/lambda.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';

/** Bounds: https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html */
export interface LambdaPermissionProps {
  /** As AWS has it. */
  readonly functionName: string;
  /** Who invokes: `s3.amazonaws.com`. */
  readonly service: string;
  /** On behalf of which object; `*` and `?` stand for any text. @default any of the account */
  readonly sourceArn?: string;
}

/**
 * Lets an AWS service invoke a function on behalf of an object of this account. Its id is unique among the function's.
 */
export class LambdaPermission extends AwsObject {
  constructor(scope: Construct, id: string, { functionName, service, sourceArn }: LambdaPermissionProps) {
    super(scope, id);
    this.requireMatch(
      'statement id',
      id,
      /^(?=.{1,100}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/,
      'at most 100 lower-case letters, digits and hyphens between them',
    );
    this.requireMatch('service', service, /^[a-z0-9.-]+\.amazonaws\.com$/, 'a service such as s3.amazonaws.com');
    const { region, account } = this.landing;
    new lambda.Permission(this, 'Resource', {
      // the provider's name for it is the statement's id: with it, a new cluster finds what an old one made, and AWS
      // has no two
      metadata: { name: id, annotations: { [EXTERNAL_NAME]: id } },
      spec: {
        forProvider: {
          region,
          statementId: id,
          functionName,
          action: 'lambda:InvokeFunction',
          principal: service,
          sourceArn,
          // an ARN with an account says whose it is, and not every service tells AWS the account as well
          ...(!namesAccount(sourceArn) && { sourceAccount: account }),
        },
      },
    });
  }
}

function namesAccount(arn: string | undefined): boolean {
  return arn !== undefined && parseArn(arn)?.account !== undefined && parseArn(arn)?.account !== '';
}
