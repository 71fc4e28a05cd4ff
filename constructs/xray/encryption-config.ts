import type { Construct } from 'constructs';
import * as xray from '../../imports/xray.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';

/** Encrypts traces with the logs key instead of one that AWS owns. AWS has one setting in an account and region. */
export class TraceEncryption extends AwsObject {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { region, keys } = this.landing;
    new xray.EncryptionConfig(this, 'Resource', {
      metadata: { name: id },
      spec: { forProvider: { region, type: 'KMS', keyId: keys.logs } },
    });
  }
}
