import { canonicalJson } from '@aws-platform/engine/manifests';
import type { Construct } from 'constructs';
import { CloudControlResource } from '../cloudcontrol/resource';
import { AwsObject } from '../core/aws-object';
import { cloudFormationTags } from '../core/tags';
import { COST_EXPLORER_REGION } from './region';

/** Bounds: https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_CreateCostCategoryDefinition.html */
export interface CostCategoryProps {
  /** The first rule that fits a cost says its value, 1 to 500 of them. */
  readonly rules: readonly CostCategoryRule[];
  /** Of what no rule fits, at most 50 characters. */
  readonly otherwise: string;
}

/** The value that a tag has; or a value for what costs through certain services, by their codes on the bill. */
export type CostCategoryRule =
  | { readonly valueOfTag: string }
  | { readonly value: string; readonly serviceCodes: readonly string[] };

/** https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_CostCategory.html */
const VALUE = /^(?! )[\p{L}\p{N}\p{Z}_-]{1,50}(?<! )$/u;
const ALLOWED = '1 to 50 letters, digits, blanks and - _, no blank at its ends';

/**
 * Puts every cost of the account under one of a few names, for bills, budgets and reports. By Cloud Control: the
 * provider has no kind for it.
 */
export class CostCategory extends AwsObject {
  constructor(scope: Construct, id: string, { rules, otherwise }: CostCategoryProps) {
    super(scope, id);
    this.requireMatch('category name', this.awsName, VALUE, ALLOWED);
    this.requireMatch('otherwise', otherwise, VALUE, ALLOWED);
    this.requireRange('number of rules', rules.length, 1, 500);
    for (const rule of rules) {
      if ('valueOfTag' in rule) continue;
      this.requireMatch('value', rule.value, VALUE, ALLOWED);
      if (rule.serviceCodes.length === 0)
        this.fail(`value '${rule.value}' has no service codes, one or more are needed`);
    }

    new CloudControlResource(this, id, {
      typeName: 'AWS::CE::CostCategory',
      region: COST_EXPLORER_REGION,
      properties: {
        Name: this.awsName,
        RuleVersion: 'CostCategoryExpression.v1',
        Rules: canonicalJson(rules.map(renderRule)),
        DefaultValue: otherwise,
        Tags: cloudFormationTags(this.tags),
      },
    });
  }
}

function renderRule(rule: CostCategoryRule): object {
  if ('valueOfTag' in rule)
    return { Type: 'INHERITED_VALUE', InheritedValue: { DimensionName: 'TAG', DimensionKey: rule.valueOfTag } };
  return {
    Type: 'REGULAR',
    Value: rule.value,
    Rule: { Dimensions: { Key: 'SERVICE_CODE', Values: rule.serviceCodes, MatchOptions: ['EQUALS'] } },
  };
}
