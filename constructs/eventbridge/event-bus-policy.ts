import type { Construct } from 'constructs';
import * as events from '../../imports/cloudwatchevents.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import { policyJson } from '../core/policy-document';
import type { EventBus } from './event-bus';

export interface EventBusPolicyProps {
  readonly bus: EventBus;
  /** Accounts that may put events on the bus; 12 digits each, at least one. */
  readonly accounts: readonly string[];
}

/** Lets other accounts put events on a bus. AWS keeps one policy a bus, so there is one of these a bus at the most. */
export class EventBusPolicy extends AwsObject {
  constructor(scope: Construct, id: string, { bus, accounts }: EventBusPolicyProps) {
    super(scope, id);
    this.requireRange('accounts', accounts.length, 1, 50);
    const policy = policyJson([
      {
        sid: 'AllowAccounts',
        principals: { aws: accounts.map((account) => this.rootOf(account)) },
        actions: ['events:PutEvents'],
        resources: [bus.arn],
      },
    ]);
    new events.BusPolicy(this, 'Resource', {
      metadata: { name: id },
      spec: { forProvider: { region: this.landing.region, eventBusNameRef: { name: bus.node.id }, policy } },
    });
  }

  private rootOf(account: string): string {
    this.requireMatch('account', account, /^\d{12}$/, '12 digits');
    return `arn:${this.partition}:iam::${account}:root`;
  }
}
