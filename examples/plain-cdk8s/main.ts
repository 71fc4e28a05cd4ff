import { App, Chart, Duration } from 'cdk8s';
import { LogGroup } from '../../constructs/cloudwatchlogs/log-group';
import { Landing } from '../../constructs/core/landing';
import { Table } from '../../constructs/dynamodb/table';
import { LambdaFunction } from '../../constructs/lambda/function';
import { Queue } from '../../constructs/sqs/queue';

const app = new App();
// where objects look for each other: docs/adr/0002
const chart = new Chart(app, 'shop', { namespace: 'aws' });
const key = 'arn:aws:kms:eu-west-1:111122223333:key/1b2e3f4a-0000-4000-8000-000000000001';
Landing.provide(chart, {
  account: '111122223333',
  region: 'eu-west-1',
  domain: 'platform.example.com',
  namePrefix: 'shop-',
  tags: { Owner: 'shop' },
  keys: { data: key, storage: key, messaging: key, logs: key, secrets: key, backup: key },
});

const failed = new Queue(chart, 'failed-orders');
const orders = new Table(chart, 'orders', {
  attributes: { orderId: 'S' },
  partitionKey: 'orderId',
  capacity: { mode: 'onDemand' },
});
new LambdaFunction(chart, 'take-orders', {
  description: 'Takes orders',
  runtime: 'nodejs24.x',
  handler: 'index.handler',
  code: { bucketName: 'shop-code', key: 'take-orders/1.zip', sha256: 'n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=' },
  timeout: Duration.seconds(30),
  memoryMb: 256,
  logGroup: new LogGroup(chart, 'functions', { retentionDays: 30 }),
  failures: failed,
  policies: { orders: [{ sid: 'PutOrders', actions: ['dynamodb:PutItem'], resources: [orders.arn] }] },
});

app.synth();
