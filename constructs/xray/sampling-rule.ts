import type { Construct } from 'constructs';
import * as xray from '../../imports/xray.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';

/** Bounds: https://docs.aws.amazon.com/xray/latest/api/API_SamplingRule.html */
export interface SamplingRuleProps {
  /** The first that matches decides, from 1 to 9,999; AWS's own rule Default comes behind them. */
  readonly priority: number;
  /** How many requests a second are traced in any case. */
  readonly reservoir: number;
  /** Of those beyond, 0 to 1. */
  readonly share: number;
  /** What a service calls itself; `*` and `?` match any text, here and below. @default '*' */
  readonly service?: string;
  /** @default '*' */
  readonly method?: string;
  /** @default '*' */
  readonly path?: string;
}

/** Which requests are traced. */
export class SamplingRule extends AwsObject {
  readonly priority: number;

  constructor(scope: Construct, id: string, props: SamplingRuleProps) {
    super(scope, id);
    const { priority, reservoir, share, service = '*', method = '*', path = '*' } = props;
    this.priority = priority;
    this.requireMatch(
      'rule name',
      this.awsName,
      /^(?!Default$)[\w-]{1,32}$/,
      "at most 32 letters, digits, hyphens and _, except 'Default'",
    );
    this.requireRange('priority', priority, 1, 9_999);
    this.requireRange('reservoir', reservoir, 0, 2_147_483_647, ' requests a second');
    if (!(share >= 0 && share <= 1)) this.fail(`share is ${share}, 0 to 1 is allowed`);
    this.requireLength('service', service, 64);
    this.requireLength('method', method, 10);
    this.requireLength('path', path, 128);
    new xray.SamplingRule(this, 'Resource', {
      metadata: this.crossplaneMetadata(),
      spec: {
        forProvider: {
          region: this.landing.region,
          version: 1,
          priority,
          reservoirSize: reservoir,
          fixedRate: share,
          serviceName: service,
          serviceType: '*',
          host: '*',
          httpMethod: method,
          urlPath: path,
          resourceArn: '*',
          tags: this.tags,
        },
      },
    });
  }
}
