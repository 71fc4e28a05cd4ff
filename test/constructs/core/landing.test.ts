import { App, Chart } from 'cdk8s';
import { HelmProject } from '../../../constructs/argocd/helm-project';
import { Landing } from '../../../constructs/core/landing';
import { SecurityGroup } from '../../../constructs/ec2/security-group';
import { NodeAccess } from '../../../constructs/eks/access-entry';
import { NodeRole } from '../../../constructs/eks/node-role';
import { Topic } from '../../../constructs/sns/topic';
import { Queue } from '../../../constructs/sqs/queue';
import { manifests } from '../scope';

const ACCOUNT = '111122223333';
const key = (region: string) => `arn:aws:kms:${region}:${ACCOUNT}:key/00000000-0000-0000-0000-000000000000`;
const keysOf = (region: string) => {
  const one = key(region);
  return { data: one, storage: one, messaging: one, logs: one, secrets: one, backup: one };
};
const SMALLEST: Landing = {
  account: ACCOUNT,
  region: 'eu-west-1',
  domain: 'platform.example.com',
  keys: keysOf('eu-west-1'),
};

/** A stock chart, with a landing if there is one. */
function plainChart(landing?: Landing): Chart {
  const chart = new Chart(new App(), 'shop', { namespace: 'aws' });
  if (landing) Landing.provide(chart, landing);
  return chart;
}

describe('a landing', () => {
  test('GIVEN a stock chart WHEN it has the smallest landing THEN objects have its account, region, key and domain', () => {
    const chart = plainChart(SMALLEST);
    new Queue(chart, 'orders', { deadLetter: { none: true, because: 'nobody waits for these messages' } });
    const { metadata, spec } = manifests(chart)['orders']!;
    expect(metadata.annotations).toMatchObject({
      'exception.platform.example.com/dead-letter': 'nobody waits for these messages',
      'services.k8s.aws/region': 'eu-west-1',
    });
    expect(spec).toMatchObject({ queueName: 'orders', kmsMasterKeyID: key('eu-west-1'), tags: {} });
    expect(spec['policy']).toContain(`arn:aws:sqs:eu-west-1:${ACCOUNT}:orders`);
  });

  test('GIVEN a prefix and tags WHEN an object is made THEN it has both', () => {
    const chart = plainChart({ ...SMALLEST, namePrefix: 'staging-', tags: { Owner: 'shop' } });
    new Queue(chart, 'orders');
    expect(manifests(chart)['orders']!.spec).toMatchObject({ queueName: 'staging-orders', tags: { Owner: 'shop' } });
  });

  test('GIVEN another landing further down WHEN an object is made THEN the nearest counts', () => {
    const chart = plainChart(SMALLEST);
    const below = new Chart(chart, 'virginia');
    Landing.provide(below, { ...SMALLEST, region: 'us-east-1', keys: keysOf('us-east-1') });
    expect(new Topic(below, 'alerts').arn).toBe(`arn:aws:sns:us-east-1:${ACCOUNT}:alerts`);
    expect(new Topic(chart, 'alerts').arn).toBe(`arn:aws:sns:eu-west-1:${ACCOUNT}:alerts`);
  });

  test('GIVEN no names for Argo CD WHEN a project is made THEN it is for the cluster that Argo CD runs in', () => {
    const chart = plainChart(SMALLEST);
    const props = { description: 'Tools', clusterKinds: [], namespacedKinds: ['/Service'] };
    new HelmProject(chart, 'tools', props).allowNamespace('tools');
    expect(manifests(chart)['tools']!.spec['destinations']).toEqual([
      { server: 'https://kubernetes.default.svc', namespace: 'tools' },
    ]);
  });

  test('GIVEN Argo CD elsewhere WHEN a project is made THEN it has the prefix, and goes by the name of the cluster', () => {
    const argocd = { cluster: { name: 'staging' }, prefix: 'staging-' };
    const chart = plainChart({ ...SMALLEST, argocd });
    const props = { description: 'Tools', clusterKinds: [], namespacedKinds: ['/Service'] };
    new HelmProject(chart, 'tools', props).allowNamespace('tools');
    expect(manifests(chart)['staging-tools']!.spec['destinations']).toEqual([{ name: 'staging', namespace: 'tools' }]);
  });
});

describe('what is missing', () => {
  test('GIVEN a chart without a landing WHEN a construct is made THEN one sentence says what to do', () => {
    expect(() => new Queue(plainChart(), 'orders')).toThrow(
      'shop/orders: there is no landing: make it in a PlatformChart, or say Landing.provide(chart, landing) first',
    );
  });

  test('GIVEN a chart that has objects WHEN a landing comes too late THEN it is refused', () => {
    const chart = plainChart();
    new Chart(chart, 'below');
    expect(() => Landing.provide(chart, SMALLEST)).toThrow(/after children have been added/);
  });

  const group = { description: 'For tests' };
  test.each<[string, (chart: Chart) => unknown, string]>([
    [
      'a network',
      (chart) => new SecurityGroup(chart, 'web', group),
      'shop/web: the landing has no vpc, which this needs',
    ],
    [
      'another region',
      (chart) => new SecurityGroup(chart, 'web', { ...group, region: 'dr' }),
      'shop/web: the landing has no dr.vpc, which this needs',
    ],
    [
      'a cluster',
      (chart) => new NodeAccess(chart, 'node', new NodeRole(chart, 'node-role', 'Nodes')),
      'shop/node: the landing has no cluster, which this needs',
    ],
    [
      'keys in that region',
      (chart) => new Topic(chart, 'alerts', { region: 'us-east-1' }),
      'shop/alerts: region is us-east-1, where there is no key; eu-west-1 is allowed',
    ],
  ])('GIVEN a landing without %s WHEN a construct needs it THEN the error names it', (_what, make, message) => {
    expect(() => make(plainChart(SMALLEST))).toThrow(message);
  });
});
