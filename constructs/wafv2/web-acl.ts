import { CLOUDFRONT_REGION } from '@aws-platform/engine/aws';
import { late } from '@aws-platform/engine/wiring';
import type { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import * as wafv2 from '../../imports/wafv2.services.k8s.aws';
import { LogGroup } from '../cloudwatchlogs/log-group';
import { AwsObject } from '../core/aws-object';
import { tagList } from '../core/tags';
import {
  type ManagedRuleGroup,
  managedStatement,
  pathStatement,
  rateStatement,
  type WafStatement,
} from './rule-statements';

/** Bounds: https://docs.aws.amazon.com/cli/latest/reference/wafv2/create-web-acl.html */
export interface WebAclProps {
  /** 3 to 256 letters, digits, blanks and + = : # @ / - , . _ */
  readonly description: string;
  /** `REGIONAL` is for load balancers and APIs, `CLOUDFRONT` for distributions; that one exists in us-east-1 only. */
  readonly scope: 'REGIONAL' | 'CLOUDFRONT';
  /** @default the home region */
  readonly region?: string;
  /** In the order in which requests meet them; the first that blocks ends it. Names are unique. */
  readonly rules: readonly WebAclRule[];
  /** How long CloudWatch keeps what the ACL logs, one of the numbers of days that AWS has. */
  readonly logRetentionDays: number;
}

/**
 * What a rule matches, and what becomes of it. Statements without nesting: the controller takes nested ones as text.
 */
export type WebAclRule = {
  /** 1 to 128 letters, digits, hyphens and underscores; its metric has the same name. */
  readonly name: string;
  /** `count` lets matches through and shows them in metrics and logs, for trying out. @default 'block' */
  readonly action?: 'block' | 'count';
} & (
  | { readonly managedRuleGroup: ManagedRuleGroup }
  /**
   * Of the decoded path in lower case, at most 512 characters:
   * https://docs.aws.amazon.com/waf/latest/APIReference/API_RegexMatchStatement.html
   */
  | { readonly pathRegex: string }
  /** Requests of one address within the window: 10 to 2,000,000,000 in 1, 2, 5 or 10 minutes. */
  | { readonly rate: { readonly requests: number; readonly window: Duration } }
);

/** https://docs.aws.amazon.com/waf/latest/developerguide/limits.html */
const MOST_CAPACITY = 5_000;

/** A web application firewall: lets through what no rule blocks, logs every request without its credentials. */
export class WebAcl extends AwsObject {
  /** Late: AWS puts an id of its own at the end. */
  readonly arn: string;
  readonly scope: WebAclProps['scope'];

  constructor(scope: Construct, id: string, props: WebAclProps) {
    super(scope, id);
    this.scope = props.scope;
    const { description, rules, logRetentionDays, region = this.landing.region } = props;
    this.requireMatch('web ACL name', this.awsName, /^[\w-]{1,128}$/, 'at most 128 letters, digits, hyphens and _');
    this.requireMatch(
      'description',
      description,
      /^[\w+=:#@/\-,.][\w+=:#@/\-,.\s]{1,254}[\w+=:#@/\-,.]$/,
      '3 to 256 letters, digits, blanks and + = : # @ / - , . _',
    );
    if (props.scope === 'CLOUDFRONT' && region !== CLOUDFRONT_REGION)
      this.fail(`region is ${region}, only ${CLOUDFRONT_REGION} is allowed for the scope CLOUDFRONT`);
    const names = rules.map(({ name }) => name);
    const twin = names.find((name, index) => names.indexOf(name) !== index);
    if (twin !== undefined) this.fail(`rules.${twin}: the name stands twice`);
    const statements = rules.map((rule) => this.statementOf(rule));
    const capacity = statements.reduce((sum, one) => sum + one.capacity, 0);
    if (capacity > MOST_CAPACITY)
      this.fail(`the rules take ${capacity} capacity units, at most ${MOST_CAPACITY} are allowed`);
    const logGroup = new LogGroup(this, id, { awsPrefix: 'aws-waf-logs-', retentionDays: logRetentionDays, region });

    const resource = new wafv2.WebAcl(this, 'Resource', {
      metadata: this.ackMetadata(region),
      spec: {
        name: this.awsName,
        description,
        scope: props.scope,
        defaultAction: { allow: {} },
        rules: rules.map((rule, priority) => this.renderRule(rule, priority, statements[priority]!)),
        visibilityConfig: visible(this.awsName),
        loggingConfiguration: {
          logDestinationConfigs: [logGroup.arn],
          // AWS's defaults; written out because the controller would see a difference in them for ever
          logScope: 'CUSTOMER',
          logType: 'WAF_LOGS',
          managedByFirewallManager: false,
          redactedFields: ['authorization', 'cookie'].map((name) => ({ singleHeader: { name } })),
        },
        tags: tagList(this.tags),
      },
    });
    this.arn = late(resource, 'status.ackResourceMetadata.arn');
  }

  private statementOf(rule: WebAclRule): WafStatement {
    const where = `rules.${rule.name}`;
    if ('managedRuleGroup' in rule) return managedStatement(rule.managedRuleGroup);
    if ('pathRegex' in rule) {
      this.requireLength(`${where}: pathRegex`, rule.pathRegex, 512);
      return pathStatement(rule.pathRegex);
    }
    const seconds = rule.rate.window.toSeconds();
    this.requireRange(`${where}: rate.requests`, rule.rate.requests, 10, 2_000_000_000);
    if (![60, 120, 300, 600].includes(seconds))
      this.fail(`${where}: rate.window is ${seconds} s, allowed are 60, 120, 300, 600 s`);
    return rateStatement(rule.rate.requests, seconds);
  }

  private renderRule(rule: WebAclRule, priority: number, { statement }: WafStatement): wafv2.WebAclSpecRules {
    const { name, action = 'block' } = rule;
    this.requireMatch(`rules.${name}: name`, name, /^[\w-]{1,128}$/, '1 to 128 letters, digits, hyphens and _');
    // a rule group's own rules block; for it there is only "leave that" and "count instead"
    const outcome =
      'managedRuleGroup' in rule
        ? { overrideAction: action === 'block' ? { none: {} } : { count: {} } }
        : { action: action === 'block' ? { block: {} } : { count: {} } };
    return { name, priority, statement, ...outcome, visibilityConfig: visible(name) };
  }
}

function visible(metricName: string): wafv2.WebAclSpecVisibilityConfig {
  return { cloudWatchMetricsEnabled: true, metricName, sampledRequestsEnabled: true };
}
