import { Duration } from 'cdk8s';
import { PrometheusRules } from '../../constructs/amp/rule-groups-namespace';
import { AlertManager, PrometheusWorkspace } from '../../constructs/amp/workspace';
import { CompositeAlarm, groupsForRules } from '../../constructs/cloudwatch/composite-alarm';
import { Dashboard, type Widget } from '../../constructs/cloudwatch/dashboard';
import { type Metric, MetricAlarm } from '../../constructs/cloudwatch/metric-alarm';
import { LogGroup } from '../../constructs/cloudwatchlogs/log-group';
import { MetricFilter } from '../../constructs/cloudwatchlogs/metric-filter';
import type { PlatformChart } from '../../constructs/core/platform-chart';
import { GrafanaWorkspace } from '../../constructs/grafana/workspace';
import { Topic } from '../../constructs/sns/topic';
import { SamplingRule, TraceEncryption, TraceGroup } from '../../constructs/xray/group';
import { chart, environment, manifests, wired } from './scope';

const age: Metric = {
  namespace: 'AWS/SQS',
  name: 'ApproximateAgeOfOldestMessage',
  dimensions: { QueueName: 'orders' },
  statistic: 'Maximum',
};
const alarm = (scope: PlatformChart, change: object = {}, id = 'late-orders') =>
  new MetricAlarm(scope, id, { description: 'Orders wait', source: age, threshold: 900, ...change });
const specOf = (scope: PlatformChart, name: string) => manifests(scope)[name]!.spec;

describe('MetricAlarm', () => {
  test('GIVEN a metric WHEN an alarm is made THEN what AWS would fill in is written out, and the topic lets it publish', () => {
    const scope = chart({ namePrefix: 'staging-' });
    const topic = new Topic(scope, 'alerts');
    alarm(scope, { topic, evaluationPeriods: 3 });
    expect(specOf(scope, 'late-orders')).toMatchObject({
      name: 'staging-late-orders',
      namespace: 'AWS/SQS',
      dimensions: [{ name: 'QueueName', value: 'orders' }],
      comparisonOperator: 'GreaterThanThreshold',
      period: 300,
      evaluationPeriods: 3,
      datapointsToAlarm: 3,
      treatMissingData: 'notBreaching',
      actionsEnabled: true,
      alarmActions: [topic.arn],
      oKActions: [topic.arn],
    });
    const policy = JSON.parse(String(specOf(scope, 'alerts')['policy']));
    expect(policy.Statement[0]).toMatchObject({
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Condition: {
        ArnLike: { 'aws:SourceArn': 'arn:aws:cloudwatch:us-east-1:123456789012:alarm:staging-*' },
        StringEquals: { 'aws:SourceAccount': '123456789012' },
      },
    });
  });

  test('GIVEN a percentile, a query and metric math WHEN alarms are made THEN each stands where AWS wants it', () => {
    const scope = chart();
    alarm(scope, { source: { ...age, statistic: 'p95' } }, 'percentile');
    alarm(scope, { source: { query: 'SELECT MAX("CPUUtilization") FROM SCHEMA("AWS/EC2", InstanceId)' } }, 'query');
    alarm(scope, { source: { expression: 'FILL(age, 0)', metrics: { age } } }, 'math');
    expect(specOf(scope, 'percentile')).toMatchObject({ extendedStatistic: 'p95' });
    expect(specOf(scope, 'percentile')).not.toHaveProperty('statistic');
    expect(specOf(scope, 'query')).toMatchObject({ metrics: [{ id: 'query', period: 300, returnData: true }] });
    expect(specOf(scope, 'query')).not.toHaveProperty('period');
    expect(specOf(scope, 'math')['metrics']).toMatchObject([
      { id: 'result', expression: 'FILL(age, 0)', returnData: true },
      { id: 'age', metricStat: { period: 300, stat: 'Maximum' }, returnData: false },
    ]);
  });

  const many = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`m${index}`, age]));
  test.each<[string, object, string, RegExp]>([
    ['a name of 256 characters', { alarmName: 'a'.repeat(256) }, 'x', /alarm name .* 1 to 255 characters/],
    ['a control character in its name', { alarmName: 'a\u0007' }, 'x', /no control characters/],
    ['a description of 1,025 characters', { description: 'a'.repeat(1_025) }, 'x', /at most 1024 are allowed/],
    ['a period of 90 s', { period: Duration.seconds(90) }, 'x', /period is 90 s, a multiple of 60 s is allowed/],
    ['periods of more than a day', { evaluationPeriods: 289 }, 'x', /evaluationPeriods is 289 of 300 s, .* 1 to 288/],
    [
      'periods of more than a week',
      { period: Duration.days(1), evaluationPeriods: 8 },
      'x',
      /a whole number from 1 to 7/,
    ],
    [
      'more datapoints than periods',
      { evaluationPeriods: 2, datapointsToAlarm: 3 },
      'x',
      /datapointsToAlarm is 3, .* 1 to 2/,
    ],
    ['no number as its threshold', { threshold: Number.NaN }, 'x', /threshold is NaN, a number is required/],
    [
      'an unknown namespace',
      { source: { ...age, namespace: 'AWS/Queues' } },
      'x',
      /namespace 'AWS\/Queues' is not known/,
    ],
    ['a metric that nobody publishes', { source: { ...age, name: 'Age' } }, 'x', /AWS\/SQS publishes no metric 'Age'/],
    [
      'a metric of another service',
      { source: { ...age, name: 'Errors' } },
      'x',
      /publishes no metric 'Errors', allowed are/,
    ],
    ['a dimension too few', { source: { ...age, dimensions: {} } }, 'x', /by QueueName, not by nothing/],
    [
      'a dimension too many',
      { source: { ...age, dimensions: { QueueName: 'a', Queue: 'b' } } },
      'x',
      /not by Queue, QueueName/,
    ],
    ['an empty dimension', { source: { ...age, dimensions: { QueueName: '' } } }, 'x', /QueueName has 0 characters/],
    ['an unknown statistic', { source: { ...age, statistic: 'p101' } }, 'x', /statistic 'p101' .* percentiles/],
    [
      '11 metrics',
      { source: { expression: Object.keys(many).join('+'), metrics: many } },
      'x',
      /metrics is 11 metrics, .* 1 to 10/,
    ],
    [
      'a metric that its expression does not use',
      { source: { expression: 'b', metrics: { a: age } } },
      'x',
      /does not use 'a'/,
    ],
    ['a text that is no query', { source: { query: 'DROP TABLE metrics' } }, 'x', /is no query/],
    [
      'a query for what nobody publishes',
      { source: { query: 'SELECT MAX("Cpu") FROM SCHEMA("AWS/EC2", InstanceId)' } },
      'x',
      /no metric 'Cpu'/,
    ],
    [
      'a query that looks back 4 hours',
      { source: { query: 'SELECT MAX("CPUUtilization") FROM "AWS/EC2"' }, evaluationPeriods: 48 },
      'x',
      /1 to 36/,
    ],
  ])('GIVEN %s WHEN an alarm is made THEN it is refused', (_what, change, id, message) => {
    expect(() => alarm(chart(), change, id)).toThrow(message);
  });

  test('GIVEN a topic of another region WHEN an alarm is to tell it THEN it is refused', () => {
    const scope = chart();
    const topic = new Topic(scope, 'alerts-dr', { region: 'us-west-2' });
    expect(() => alarm(scope, { topic })).toThrow(/'alerts-dr' is in us-west-2, allowed are those of .* us-east-1/);
    expect(() => new Topic(scope, 'far', { region: 'eu-west-1' })).toThrow(/there is no key; us-east-1 and us-west-2/);
  });
});

describe('CompositeAlarm', () => {
  test('GIVEN alarms WHEN one is made over them THEN it names them by ARN', () => {
    const scope = chart();
    new CompositeAlarm(scope, 'health', { description: 'All', anyOf: [alarm(scope, {}, 'a'), alarm(scope, {}, 'b')] });
    expect(specOf(scope, 'health')['forProvider']).toMatchObject({
      alarmRule:
        'ALARM("arn:aws:cloudwatch:us-east-1:123456789012:alarm:a") OR ALARM("arn:aws:cloudwatch:us-east-1:123456789012:alarm:b")',
    });
  });

  test('GIVEN no alarm, 101, one of another region, or a rule too long WHEN it is made THEN it is refused', () => {
    const scope = chart();
    const make = (id: string, anyOf: readonly MetricAlarm[]) =>
      new CompositeAlarm(scope, id, { description: 'All', anyOf });
    const short = Array.from({ length: 101 }, (_, index) => alarm(scope, {}, `a${index}`));
    const long = Array.from({ length: 60 }, (_, index) => alarm(scope, {}, `${'b'.repeat(150)}${index}`));
    expect(() => make('none', [])).toThrow(/anyOf is 0 alarms/);
    expect(() => make('many', short)).toThrow(/anyOf is 101 alarms, a whole number from 1 to 100 alarms/);
    expect(() => make('wide', long)).toThrow(/rule has \d+ characters, at most 10240 are allowed/);
    expect(() => make('far', [alarm(scope, { region: 'us-west-2' }, 'far-one')])).toThrow(/only alarms of us-east-1/);
    expect(groupsForRules(short).map(({ length }) => length)).toEqual([100, 1]);
    for (const [index, group] of groupsForRules(long).entries())
      expect(() => make(`part-${index}`, group)).not.toThrow();
  });
});

describe('MetricFilter', () => {
  const filter = (change: object = {}) => {
    const scope = chart({ namePrefix: 'staging-' });
    const metric = { namespace: 'Platform/test', name: 'ErrorCount' };
    const one = new MetricFilter(scope, 'errors', { logGroupName: '/a', pattern: 'ERROR', metric, ...change });
    return { scope, one };
  };

  test('GIVEN a pattern WHEN a filter is made THEN it counts, 0 where nothing matches, and an alarm can look at it', () => {
    const { scope, one } = filter({ filterName: 'ErrorCount' });
    alarm(scope, { source: { filter: one, statistic: 'Sum' } }, 'errors-alarm');
    expect(manifests(scope)['errors']!.metadata.annotations).toEqual({
      'crossplane.io/external-name': 'staging-ErrorCount',
    });
    expect(specOf(scope, 'errors')['forProvider']).toMatchObject({
      metricTransformation: { value: '1', defaultValue: '0', namespace: 'Platform/test', name: 'ErrorCount' },
    });
    expect(specOf(scope, 'errors-alarm')).toMatchObject({ namespace: 'Platform/test', metricName: 'ErrorCount' });
  });

  test.each<[string, object, RegExp]>([
    ['an empty pattern', { pattern: ' ' }, /pattern is empty/],
    ['a pattern of 1,025 characters', { pattern: 'a'.repeat(1_025) }, /at most 1024 are allowed/],
    ['a quotation mark without its end', { pattern: '"ERROR' }, /quotation mark that nothing ends/],
    ['a brace without its end', { pattern: '{ $.level = "ERROR"' }, /has to end with }/],
    ['a colon in its name', { filterName: 'a:b' }, /without : and \*/],
    ["a namespace of AWS's", { metric: { namespace: 'AWS/EKS', name: 'a' } }, /only AWS's services may use/],
    ['a dollar sign in its metric', { metric: { namespace: 'a', name: '$a' } }, /metric.name '\$a'/],
    ['a log group that cannot be', { logGroupName: 'a b' }, /log group name 'a b'/],
  ])('GIVEN %s WHEN a filter is made THEN it is refused', (_what, change, message) => {
    expect(() => filter(change)).toThrow(message);
  });
});

describe('Dashboard', () => {
  const dashboard = (widgets: readonly Widget[], id = 'platform') => {
    const scope = chart();
    new Dashboard(scope, id, { widgets });
    return JSON.parse(String(specOf(scope, id)['dashboardBody']));
  };
  const text: Widget = { markdown: 'a', size: { width: 10, height: 2 } };
  const graph = (count: number): Widget => ({
    title: 'Queues',
    metrics: Object.fromEntries(Array.from({ length: count }, (_, index) => [`q${index}`, age])),
  });

  test('GIVEN widgets WHEN they are placed THEN a row ends where the next would reach over its edge', () => {
    const { widgets } = dashboard([text, text, text]);
    expect(widgets.map(({ x, y }: { x: number; y: number }) => [x, y])).toEqual([
      [0, 0],
      [10, 0],
      [0, 2],
    ]);
  });

  test.each<[string, () => unknown, RegExp]>([
    ['no widget', () => dashboard([]), /widgets is 0, a whole number from 1 to 500/],
    ['501 widgets', () => dashboard(Array.from({ length: 501 }, () => text)), /widgets is 501/],
    ['501 metrics in one widget', () => dashboard([graph(501)]), /501 in one widget/],
    [
      '2,501 metrics',
      () => dashboard([...Array.from({ length: 5 }, () => graph(500)), graph(1)]),
      /2501 in all widgets/,
    ],
    [
      'a widget of 25 columns',
      () => dashboard([{ markdown: 'a', size: { width: 25, height: 1 } }]),
      /width is 25 columns/,
    ],
    ['states of no alarm', () => dashboard([{ title: 'All', states: [] }]), /states of 'All' is 0/],
    ['more than 1 MB', () => dashboard([{ markdown: 'a'.repeat(1_048_576) }]), /the body is \d+ bytes/],
    ['a space in its name', () => dashboard([text], 'a b'), /dashboard name 'a b'/],
  ])('GIVEN %s WHEN a dashboard is made THEN it is refused', (_what, make, message) => {
    expect(make).toThrow(message);
  });
});

describe('X-Ray', () => {
  const rule = (change: object = {}, id = 'requests') =>
    new SamplingRule(chart(), id, { priority: 100, reservoir: 1, share: 0.1, ...change });

  test('GIVEN the logs key WHEN traces are encrypted THEN it is with that', () => {
    const scope = chart();
    new TraceEncryption(scope, 'traces');
    expect(specOf(scope, 'traces')['forProvider']).toMatchObject({
      type: 'KMS',
      keyId: environment().outputs.keys.logs,
    });
  });

  test.each<[string, () => unknown, RegExp]>([
    ['a share above 1', () => rule({ share: 1.5 }), /share is 1.5, 0 to 1 is allowed/],
    ['a share that is no number', () => rule({ share: Number.NaN }), /share is NaN/],
    ['the priority 0', () => rule({ priority: 0 }), /priority is 0, a whole number from 1 to 9999/],
    ["the priority of AWS's own rule", () => rule({ priority: 10_000 }), /priority is 10000/],
    ['a reservoir below 0', () => rule({ reservoir: -1 }), /reservoir is -1/],
    ['a path of 129 characters', () => rule({ path: 'a'.repeat(129) }), /path has 129 characters, at most 128/],
    ['a name of 33 characters', () => rule({}, 'a'.repeat(33)), /rule name .* at most 32/],
    ['a group without a filter', () => new TraceGroup(chart(), 'all', { filter: ' ' }), /filter is empty/],
    ["the name of AWS's group", () => new TraceGroup(chart(), 'Default', { filter: 'fault' }), /except 'Default'/],
  ])('GIVEN %s WHEN it is made THEN it is refused', (_what, make, message) => {
    expect(make).toThrow(message);
  });
});

describe('Prometheus and Grafana', () => {
  const workspace = (scope: PlatformChart, id = 'platform') =>
    new PrometheusWorkspace(scope, id, {
      logGroup: new LogGroup(scope, `${id.trim().slice(0, 9)}-logs`, {
        retentionDays: 7,
        awsPrefix: '/aws/vendedlogs/',
      }),
    });

  test('GIVEN a workspace WHEN it is made THEN it outlives its manifest, logs, and where to write to is late', () => {
    const scope = chart();
    const { remoteWriteUrl } = workspace(scope);
    const { metadata } = wired(scope)['Workspace platform']!;
    expect(metadata.annotations).toMatchObject({ 'services.k8s.aws/deletion-policy': 'retain' });
    expect(wired(scope)['LoggingConfiguration platform-logs']!.spec).toMatchObject({
      logGroupARN: 'arn:aws:logs:us-east-1:123456789012:log-group:/aws/vendedlogs/platform-logs:*',
      workspaceRef: { from: { name: 'platform' } },
    });
    expect(remoteWriteUrl).toMatch(
      /^https:\/\/aps-workspaces\.us-east-1\.amazonaws\.com\/workspaces\/.*\/api\/v1\/remote_write$/,
    );
  });

  test('GIVEN a topic WHEN the alert manager tells it THEN its configuration names it, and its policy lets AMP publish', () => {
    const scope = chart();
    const topic = new Topic(scope, 'alerts');
    new AlertManager(scope, 'alert-manager', { workspace: workspace(scope), topic });
    expect(specOf(scope, 'alert-manager')['configuration']).toContain(`topic_arn: ${topic.arn}`);
    expect(specOf(scope, 'alerts')['policy']).toContain('"Service":"aps.amazonaws.com"');
    const fifo = new Topic(scope, 'orders.fifo', { fifo: {} });
    expect(() => new AlertManager(scope, 'other', { workspace: workspace(scope, 'other-one'), topic: fifo })).toThrow(
      /FIFO/,
    );
  });

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
    new PrometheusRules(scope, 'rules', { workspace: workspace(scope), groups: { test: group as never } });
  };
  test.each<[string, () => unknown, RegExp]>([
    ['an alias that begins with a space', () => workspace(chart(), ' platform'), /no space at either end/],
    ['an alias of 101 characters', () => workspace(chart(), 'a'.repeat(101)), /1 to 100 characters/],
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

  const grafana = (scope: PlatformChart, change: object = {}) =>
    new GrafanaWorkspace(scope, 'graphs', {
      description: 'Graphs',
      prometheus: workspace(scope),
      prefixLists: ['pl-0a1b2c3d4e5f60718'],
      groups: { ADMIN: ['906769aa66-0aafd7e3-62b9-4cf3-9f54-2d1f32f5a8b1'], VIEWER: [] },
      ...change,
    });

  test('GIVEN groups WHEN a workspace is made THEN they have roles in it, and it may ask that one Prometheus', () => {
    const scope = chart();
    grafana(scope);
    const all = wired(scope);
    expect(all['Workspace graphs']!.spec).toMatchObject({
      managementPolicies: ['Create', 'LateInitialize', 'Observe', 'Update'],
      forProvider: { authenticationProviders: ['AWS_SSO'], networkAccessControl: { vpceIds: [] } },
    });
    expect(Object.keys(all).filter((name) => name.startsWith('RoleAssociation'))).toEqual([
      'RoleAssociation graphs-admin',
    ]);
    expect(JSON.stringify(all['Role grafana-graphs']!.spec['inlinePolicies'])).toContain(
      '${platform.status.ackResourceMetadata.arn}',
    );
  });

  test('GIVEN no prefix list, or six WHEN a workspace is made THEN it is refused', () => {
    expect(() => grafana(chart(), { prefixLists: [] })).toThrow(/prefixLists is 0, a whole number from 1 to 5/);
    expect(() => grafana(chart(), { prefixLists: Array(6).fill('pl-0a1b2c3d') })).toThrow(/prefixLists is 6/);
  });
});
