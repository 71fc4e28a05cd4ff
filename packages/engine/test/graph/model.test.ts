import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { titleOfChart, titleOfKind } from '../../src/graph/model/titles';
import { SAMPLE_DIST } from '../engine';
import { architecture, committed, edgesAt, find, object } from './sample';

const production = committed('production');

describe('the architecture of production', () => {
  test('GIVEN every manifest of dist WHEN it is drawn THEN each is an object, with its text as the file has it', () => {
    for (const { file, manifest, graph, application, service } of production.objects) {
      if (file === '' || graph !== undefined) continue;
      expect(file).toBe(`production/${application}/${service}.yaml`);
      expect(readFileSync(join(SAMPLE_DIST, file), 'utf8')).toContain(manifest);
    }
    const written = production.objects.filter(({ file, graph }) => file !== '' && graph === undefined);
    expect(written.length).toBeGreaterThan(900);
  });

  test.each([
    // a queue's way: bucket → queue → mapping → function
    ['Bucket data-bucket', 'Bucket data-bucket -event-> Queue processing-queue'],
    [
      'Queue processing-queue',
      'Queue processing-queue -event-> EventSourceMapping processing-queue-to-data-processing',
    ],
    [
      'Function data-processing',
      'EventSourceMapping processing-queue-to-data-processing -event-> Function data-processing',
    ],
    ['Queue order-processing', 'Queue order-processing -event-> Queue order-processing-dlq'],
    // a subscription stands between its topic and who gets the messages
    ['Topic user-events', 'Topic user-events -event-> Subscription user-events-to-user-event-processing'],
    [
      'Queue user-event-processing',
      'Subscription user-events-to-user-event-processing -event-> Queue user-event-processing',
    ],
    ['Rule user-registration-rule', 'Bus application-events -event-> Rule user-registration-rule'],
    ['Rule user-registration-rule', 'Rule user-registration-rule -event-> Function welcome-email'],
    // what AWS tells only later: the table's stream, the balancer's listener
    ['Table user-table', 'Table user-table -event-> EventSourceMapping user-table-to-event-processor'],
    [
      'Integration platform-api-internal-alb',
      'Integration platform-api-internal-alb -network-> Listener platform-alb-https',
    ],
    ['Route platform-api-process', 'API platform-api -network-> Route platform-api-process'],
    ['Route platform-api-process', 'Route platform-api-process -network-> Integration platform-api-api-processing'],
    ['Distribution platform', 'Internet Internet -network-> Distribution platform'],
    ['Distribution platform', 'WebACL platform-cloudfront -network-> Distribution platform'],
    ['SecurityGroup database', 'SecurityGroup lambda -network-> SecurityGroup database'],
    ['SecurityGroup database', 'SecurityGroup database -network-> DBProxy platform-db-proxy'],
    ['DBProxy platform-db-proxy', 'Function api-processing -network-> DBProxy platform-db-proxy'],
    ['DBInstance platform-db-1', 'DBInstance platform-db-1 -reference-> DBCluster platform-db'],
    ['Queue processing-queue', 'Role lambda-data-processing -permission-> Queue processing-queue'],
    [
      'Function api-processing',
      'ResourceGraphDefinition application-api-processing -reference-> Function api-processing',
    ],
  ])('GIVEN %s WHEN it is drawn THEN there is %s', (title, edge) => {
    expect(edgesAt(production, title)).toContain(edge);
  });

  test('GIVEN an object that kro makes WHEN it is drawn THEN with its template, the file, and the graph that makes it', () => {
    const made = object(production, 'Function api-processing');
    expect(made).toMatchObject({
      application: 'application',
      service: 'lambda',
      machinery: false,
      title: 'AWS Lambda',
    });
    expect(made.graph).toBe(find(production, 'ResourceGraphDefinition application-api-processing'));
    expect(made.manifest).toContain('DATABASE_URL: ');
    expect(made.manifest).toContain('${platformDbProxy.status.endpoint}');
  });

  test('GIVEN queues, databases and functions WHEN they are drawn THEN what holds data is stateful', () => {
    expect(object(production, 'Queue order-processing').stateful).toBe(true);
    expect(object(production, 'DBCluster platform-db').stateful).toBe(true);
    expect(object(production, 'Function api-handler').stateful).toBe(false);
  });

  test('GIVEN edges WHEN they are counted THEN each pair and kind has one, and none leads to itself', () => {
    const keys = production.edges.map(({ from, to, kind }) => `${from} ${to} ${kind}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(production.edges.filter(({ from, to }) => from === to)).toEqual([]);
  });

  test('GIVEN the charts and AWS kinds of dist WHEN they are named THEN by names that people know', () => {
    const charts = production.applications.flatMap(({ services }) => services.map(({ title }) => title));
    expect(charts.filter((title) => /^[a-z]/.test(title) && title !== 'kro')).toEqual([]);
    expect(production.objects.map(({ title }) => title).filter((title) => title.includes('.'))).toEqual([]);
  });

  test('GIVEN an application WHEN it is drawn THEN with its description and the sources of its charts', () => {
    const messaging = production.applications.find(({ name }) => name === 'messaging')!;
    expect(messaging.description).toBe('Queues, topics and event buses');
    expect(messaging.services.map(({ source }) => source)).toContain('charts/messaging/sqs.ts');
  });
});

describe('titles', () => {
  test.each([
    ['sqs.services.k8s.aws/Queue', 'Amazon SQS'],
    ['cloudwatchevents.aws.m.upbound.io/Bus', 'Amazon EventBridge'],
    ['AWS::Kinesis::Stream', 'Amazon Kinesis Data Streams'],
    ['/ConfigMap', 'Kubernetes'],
    ['apps/Deployment', 'Kubernetes'],
    ['networking.k8s.io/Ingress', 'Kubernetes'],
    ['argoproj.io/Application', 'Argo CD'],
    ['unheard.example.com/Thing', 'unheard.example.com'],
    ['constructor.services.k8s.aws/Thing', 'constructor.services.k8s.aws'],
  ])('GIVEN %s WHEN it is named THEN %s', (key, title) => {
    expect(titleOfKind(key)).toBe(title);
  });

  test('GIVEN a chart that no table knows WHEN it is named THEN by its own name in words', () => {
    expect(titleOfChart('blue-green')).toBe('Blue green');
    expect(titleOfChart('constructor')).toBe('Constructor');
  });
});

test('GIVEN a public and a private end WHEN they are drawn THEN the Internet leads to the public one alone', () => {
  const api = (name: string, disableExecuteAPIEndpoint: boolean) => ({
    apiVersion: 'apigatewayv2.services.k8s.aws/v1alpha1',
    kind: 'API',
    metadata: { name, namespace: 'aws' },
    spec: { name, disableExecuteAPIEndpoint },
  });
  const drawn = architecture(['application', 'api', api('open', false)], ['application', 'api', api('closed', true)]);
  expect(edgesAt(drawn, 'API open')).toEqual(['Internet Internet -network-> API open']);
  expect(edgesAt(drawn, 'API closed')).toEqual([]);
});
