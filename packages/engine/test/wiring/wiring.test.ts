import { writeFileSync } from 'node:fs';
import type { Chart } from 'cdk8s';
import { JsonPatch } from 'cdk8s';
import { validateObject } from '../../src/api-server/validate';
import { graphProblems } from '../../src/kro/check';
import { instanceSchemasOf } from '../../src/kro/crd';
import { kroObjectsIn } from '../../src/kro/objects';
import { isResourceGraph, resourcesOf } from '../../src/kro/resource-graph';
import type { Manifest } from '../../src/manifests/manifest';
import { stringifyAll } from '../../src/manifests/yaml';
import { firstOf } from '../../src/schema/store';
import type { Json } from '../../src/schema/structural';
import { late, lateNumber } from '../../src/wiring';
import { example } from './example';
import { type Content, find, object, schemas, wire } from './wire';

const AUTHORIZER = 'apigatewayv2.services.k8s.aws/v1alpha1 Authorizer';
const CLUSTER = 'rds.services.k8s.aws/v1alpha1 DBCluster';
const QUEUE = 'sqs.services.k8s.aws/v1alpha1 Queue';
const RULE = 'eventbridge.services.k8s.aws/v1alpha1 Rule';
const TABLE = 'dynamodb.services.k8s.aws/v1alpha1 Table';
const USER_POOL = 'cognitoidp.aws.m.upbound.io/v1beta1 UserPool';
const spec = (fields: object): Content => ({ spec: fields });

const graphs = (manifests: readonly Manifest[]) => manifests.filter(isResourceGraph);
const textOf = (manifests: readonly Manifest[], name: string) =>
  stringifyAll(manifests.filter(({ metadata }) => metadata.name === name));

describe('the example of every line of the wiring list', () => {
  const manifests = wire(example);

  test('GIVEN it WHEN wired THEN the graphs are those of the consumers that neither a literal nor a reference can give', () => {
    expect(graphs(manifests).map(({ metadata }) => metadata.name)).toEqual([
      'application-identities',
      'application-signed-in',
      'application-jwt',
      'application-internal-link',
      'application-internal-service',
      'application-api-invokes-worker',
      'application-api-domain',
      'application-api-certificate-validation',
      'application-worker',
      'application-orders-stream',
      'application-efs',
      'application-agent',
      'application-anomalies',
    ]);
    // for kro's own validator, where somebody has built it
    if (process.env['WIRING_OUT']) writeFileSync(process.env['WIRING_OUT'], stringifyAll(graphs(manifests)));
  });

  test('GIVEN its graphs WHEN checked THEN nothing is found', () => {
    for (const graph of graphs(manifests))
      expect({ name: graph.metadata.name, found: graphProblems(graph, schemas) }).toEqual({
        name: graph.metadata.name,
        found: [],
      });
  });

  test('GIVEN everything written and everything wrapped WHEN judged offline THEN the API server would accept it', () => {
    const all = firstOf(instanceSchemasOf(graphs(manifests)), schemas);
    for (const manifest of [...manifests, ...kroObjectsIn(manifests).map((carried) => carried.manifest)])
      expect([manifest.metadata.name, validateObject(manifest as unknown as Json, { schemas: all })]).toEqual([
        manifest.metadata.name,
        [],
      ]);
  });

  test('GIVEN a certificate WHEN a consumer waits for its issue THEN the graph does', () => {
    const [graph] = manifests.filter(
      ({ metadata, kind }) => metadata.name === 'application-api-domain' && kind === 'ResourceGraphDefinition',
    );
    expect(resourcesOf(graph!)[0]!.readyWhen).toEqual(['${apiCertificate.status.status == "ISSUED"}']);
  });

  test("GIVEN a text with IAM's own variables WHEN wrapped THEN kro leaves them as they are", () => {
    const { manifest } = find(manifests, 'signed-in');
    expect((manifest['spec'] as { inlinePolicies: { own: string } }).inlinePolicies.own).toContain(
      'data/${cognito-identity.amazonaws.com:sub}/*',
    );
  });
});

describe('stability', () => {
  const build = (name: string, further: boolean) => (chart: (name: string) => Chart) => {
    const pool = object(chart('producers'), USER_POOL, 'pool', spec({ forProvider: {} }));
    object(
      chart('first'),
      AUTHORIZER,
      'one',
      spec({ jwtConfiguration: { issuer: late(pool, 'status.atProvider.endpoint') } }),
    );
    const second = chart(name);
    if (further)
      object(
        second,
        AUTHORIZER,
        'a-further-one',
        spec({ jwtConfiguration: { issuer: late(pool, 'status.atProvider.endpoint') } }),
      );
    object(second, AUTHORIZER, 'two', spec({ jwtConfiguration: { issuer: late(pool, 'status.atProvider.endpoint') } }));
  };
  const before = wire(build('second', false));

  test('GIVEN a chart that gets another name WHEN wired again THEN the graphs of other charts are the same', () => {
    const after = wire(build('renamed', false));
    expect(textOf(after, 'application-one')).toBe(textOf(before, 'application-one'));
    expect(textOf(after, 'application-two')).toBe(
      textOf(before, 'application-two').replaceAll('component: second', 'component: renamed'),
    );
  });

  test('GIVEN one more consumer WHEN wired again THEN every other graph is the same', () => {
    const after = wire(build('second', true));
    expect(graphs(after)).toHaveLength(3);
    for (const name of ['application-one', 'application-two']) expect(textOf(after, name)).toBe(textOf(before, name));
  });
});

describe('what cannot be wired', () => {
  const refused: [string, (chart: Chart) => void, string][] = [
    [
      'a status field that the producer does not have',
      (chart) =>
        object(
          chart,
          RULE,
          'consumer',
          spec({ description: late(object(chart, CLUSTER, 'db', spec({})), 'status.endpont') }),
        ),
      'production/application/chart/consumer: spec.description: status.endpont of DBCluster db: rds.services.k8s.aws/DBCluster has no field status.endpont; status has ',
    ],
    [
      'a number where a text is needed',
      (chart) =>
        object(
          chart,
          RULE,
          'consumer',
          spec({ description: late(object(chart, TABLE, 'orders', spec({})), 'status.itemCount') }),
        ),
      'production/application/chart/consumer: spec.description: takes a string, but status.itemCount of Table orders is a int',
    ],
    [
      'a text where a number is needed',
      (chart) =>
        object(
          chart,
          RULE,
          'consumer',
          spec({
            targets: [
              {
                retryPolicy: {
                  maximumRetryAttempts: lateNumber(object(chart, CLUSTER, 'db', spec({})), 'status.endpoint'),
                },
              },
            ],
          }),
        ),
      'spec.targets[0].retryPolicy.maximumRetryAttempts: takes a int, but status.endpoint of DBCluster db is a string',
    ],
    [
      'a whole list inside a text',
      (chart) =>
        object(
          chart,
          RULE,
          'consumer',
          spec({ description: `x ${late(object(chart, CLUSTER, 'db', spec({})), 'status.readReplicaIdentifiers')}` }),
        ),
      'which no text can hold',
    ],
    [
      'a part to be left out of a list',
      (chart) =>
        object(
          chart,
          RULE,
          'consumer',
          spec({
            description: `x ${late(object(chart, CLUSTER, 'db', spec({})), 'status.readReplicaIdentifiers', { without: 'x' })}`,
          }),
        ),
      'is a list, only a string can be without a part',
    ],
    [
      'a stateful consumer that would be deleted',
      (chart) =>
        object(
          chart,
          QUEUE,
          'consumer',
          spec({ queueName: 'a', policy: late(object(chart, CLUSTER, 'db', spec({})), 'status.endpoint') }),
        ),
      'production/application/chart/consumer: a late value would wrap Queue consumer in a kro graph, and deleting the instance would delete its data',
    ],
    [
      'an object that needs its own value',
      (chart) => {
        const db = object(chart, CLUSTER, 'db', spec({}));
        db.addJsonPatch(JsonPatch.add('/spec/databaseName', late(db, 'status.endpoint')));
      },
      'production/application/chart/db: status.endpoint of DBCluster db is used to create that very object; AWS tells it only afterwards',
    ],
    [
      'objects that need values of each other',
      (chart) => {
        const one = object(chart, TABLE, 'one', spec({}), { 'services.k8s.aws/deletion-policy': 'retain' });
        const two = object(chart, RULE, 'two', spec({ description: late(one, 'status.tableID') }));
        one.addJsonPatch(JsonPatch.add('/spec/tableName', late(two, 'status.ackResourceMetadata.region')));
      },
      'production/application/chart/one, production/application/chart/two: each needs a value of another at its creation',
    ],
    [
      'a name',
      (chart) => object(chart, RULE, late(object(chart, CLUSTER, 'db', spec({})), 'status.endpoint'), spec({})),
      'metadata.name: a late value cannot name an object; names are written',
    ],
    [
      'the name of a field',
      (chart) =>
        object(
          chart,
          'lambda.services.k8s.aws/v1alpha1 Function',
          'consumer',
          spec({
            environment: { variables: { [late(object(chart, CLUSTER, 'db', spec({})), 'status.endpoint')]: 'x' } },
          }),
        ),
      'a late value cannot be the name of a field',
    ],
  ];

  test.each(refused)('GIVEN %s WHEN wired THEN it says where and why', (_what, build, message) => {
    expect(() => wire((chart) => build(chart('chart')))).toThrow(message);
  });

  test('GIVEN a stateful consumer that is retained WHEN wired THEN its graph and instance are never pruned either', () => {
    const annotations = {
      'services.k8s.aws/deletion-policy': 'retain',
      'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
    };
    const manifests = wire((chart) => {
      const db = object(chart('data'), CLUSTER, 'db', spec({}));
      object(
        chart('queues'),
        QUEUE,
        'consumer',
        spec({ queueName: 'a', policy: late(db, 'status.endpoint') }),
        annotations,
      );
    });
    const [graph, instance] = manifests.filter(({ metadata }) => metadata.name === 'application-consumer');
    for (const { metadata } of [graph!, instance!])
      expect(metadata.annotations).toEqual({ 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' });
    expect(find(manifests, 'consumer').manifest.metadata.annotations).toEqual({
      'services.k8s.aws/deletion-policy': 'retain',
    });
  });

  test('GIVEN a consumer that names its wave WHEN wired THEN its instance comes then', () => {
    const manifests = wire((chart) => {
      const db = object(chart('data'), CLUSTER, 'db', spec({}));
      const annotations = { 'argocd.argoproj.io/sync-wave': '100' };
      object(chart('queues'), QUEUE, 'consumer', spec({ policy: late(db, 'status.endpoint') }), {
        'services.k8s.aws/deletion-policy': 'retain',
        ...annotations,
      });
    });
    const [graph, instance] = manifests.filter(({ metadata }) => metadata.name === 'application-consumer');
    expect(instance!.metadata.annotations).toEqual({ 'argocd.argoproj.io/sync-wave': '100' });
    expect(graph!.metadata.annotations).toEqual({ 'argocd.argoproj.io/sync-options': 'Delete=false' });
  });
});
