import type { Construct } from 'constructs';
import * as securityhub from '../../imports/securityhub.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';

/** Security Hub in the account and home region, without the standards that AWS would subscribe to by itself. */
export class SecurityHub extends AwsObject {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new securityhub.Account(this, 'Resource', {
      metadata: { name: id },
      spec: {
        forProvider: {
          region: this.landing.region,
          enableDefaultStandards: false,
          autoEnableControls: true,
          // one finding for a control, however many standards have it
          controlFindingGenerator: 'SECURITY_CONTROL',
        },
      },
    });
  }
}
