import type { Construct } from 'constructs';
import * as xray from '../../imports/xray.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';

/** Bounds: https://docs.aws.amazon.com/xray/latest/api/API_CreateGroup.html */
export interface TraceGroupProps {
  /** Which traces are in it: https://docs.aws.amazon.com/xray/latest/devguide/xray-console-filters.html */
  readonly filter: string;
  /** Whether X-Ray looks for the causes of faults and tells EventBridge. @default true */
  readonly insights?: boolean;
}

/** Traces that are looked at, counted and searched for causes together. */
export class TraceGroup extends AwsObject {
  constructor(scope: Construct, id: string, { filter, insights = true }: TraceGroupProps) {
    super(scope, id);
    this.requireMatch(
      'group name',
      this.awsName,
      /^(?!Default$)[\w-]{1,32}$/,
      "at most 32 letters, digits, hyphens and _, except 'Default'",
    );
    if (filter.trim() === '') this.fail('filter is empty: the group Default has every trace already');
    new xray.Group(this, 'Resource', {
      // without an external name: the provider keeps AWS's ARN there
      metadata: { name: id },
      spec: {
        forProvider: {
          region: this.landing.region,
          groupName: this.awsName,
          filterExpression: filter,
          insightsConfiguration: { insightsEnabled: insights, notificationsEnabled: insights },
          tags: this.tags,
        },
      },
    });
  }
}
