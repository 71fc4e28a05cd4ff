import { PrometheusRules } from '../../../constructs/amp/rule-groups-namespace';
import { chart } from '../scope';
import { workspace } from './helpers';

describe('PrometheusRules', () => {
  const RUNBOOKS = 'https://github.com/company/aws-platform/blob/main/docs/runbooks';
  const alert = (change: object = {}) => ({
    alert: 'A',
    expr: '1',
    for: '5m',
    severity: 'warning',
    summary: 'It is wrong',
    description: 'Something follows',
    ...change,
  });
  const rules = (group: readonly object[]) => () => {
    const scope = chart();
    new PrometheusRules(scope, 'rules', {
      workspace: workspace(scope),
      runbooks: RUNBOOKS,
      groups: { test: group as never },
    });
  };

  test.each<[string, () => unknown, RegExp]>([
    ['a group without rules', rules([]), /groups.test is 0 rules/],
    [
      '21 rules in a group',
      rules(Array.from({ length: 21 }, () => ({ record: 'a', expr: '1' }))),
      /groups.test is 21 rules/,
    ],
    ['a record that is no metric', rules([{ record: 'a-b', expr: '1' }]), /record 'a-b'/],
    [
      'an expression without its end',
      rules([{ record: 'a', expr: 'sum(rate(a[5m])' }]),
      /expr 'sum\(rate\(a\[5m]\)' does not parse at character 16/,
    ],
    ['an empty expression', rules([{ record: 'a', expr: ' ' }]), /is empty/],
    ['a time that is none', rules([alert({ for: 'soon' })]), /for is 'soon', allowed is a time such as 1h30m/],
    ['an alert without a time', rules([alert({ for: '' })]), /for is ''/],
    [
      'an alert without a severity',
      rules([alert({ severity: undefined })]),
      /severity is 'undefined', critical or warn/,
    ],
    ['a severity that nobody is told of', rules([alert({ severity: 'info' })]), /severity is 'info'/],
    ['an alert that does not say what is wrong', rules([alert({ summary: ' ' })]), /summary is empty/],
    ['an alert that does not say why', rules([alert({ description: undefined })]), /description is empty/],
    ['an alert whose runbook could have no name', rules([alert({ alert: '../x' })]), /alert '..\/x'/],
    ['two alerts of one name', rules([alert(), alert({ expr: '2' })]), /A is there already/],
    [
      'two records of one name',
      rules([
        { record: 'a', expr: '1' },
        { record: 'a', expr: '2' },
      ]),
      /a \{} is there/,
    ],
    [
      'a window that two samples hardly fit in',
      rules([alert({ expr: 'rate(a[1m]) > 0' })]),
      /looks back over 60 s, at least 120 s is allowed: 4 times/,
    ],
    [
      'a label that metrics of AWS objects do not have',
      rules([alert({ expr: 'aws_object_condition{status="True"}' })]),
      /aws_object_condition has no label 'status', only reason, type, customresource_group/,
    ],
    [
      'a grouping by such a label',
      rules([alert({ expr: 'sum by (region) (aws_object_created)' })]),
      /aws_object_created has no label 'region'/,
    ],
    [
      'a metric of AWS objects that nothing makes',
      rules([alert({ expr: 'aws_object_ready == 0' })]),
      /reads aws_object_ready, which nothing makes: only aws_object_created, /,
    ],
  ])('GIVEN %s WHEN it is made THEN it is refused', (_what, make, message) => {
    expect(make).toThrow(message);
  });
});
