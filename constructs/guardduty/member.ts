import type { Construct } from 'constructs';
import * as guardduty from '../../imports/guardduty.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import type { Detector } from './detector';

/** https://docs.aws.amazon.com/cli/latest/reference/guardduty/create-members.html */
export interface DetectorMemberProps {
  readonly detector: Detector;
  /** 12 digits, not the account of the landing. */
  readonly account: string;
  /** Of the account's owner, who gets the invitation and has to accept it. */
  readonly email: string;
}

/** Another account whose findings the detector's account sees. */
export class DetectorMember extends AwsObject {
  constructor(scope: Construct, id: string, { detector, account, email }: DetectorMemberProps) {
    super(scope, id);
    if (account === this.landing.account)
      this.fail(`account ${account} is the detector's own, only others are allowed`);
    new guardduty.Member(this, 'Resource', {
      metadata: { name: id },
      spec: {
        forProvider: {
          region: this.landing.region,
          detectorId: detector.identifier,
          accountId: account,
          email,
          invite: true,
        },
      },
    });
  }
}
