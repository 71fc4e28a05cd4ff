import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readManifests } from '../../packages/engine/src/manifests/read';
import { ROOT } from '../repository';

const EXAMPLE = join(ROOT, 'examples', 'plain-cdk8s');
const CDK8S = join(ROOT, 'node_modules', 'cdk8s-cli', 'bin', 'cdk8s');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plain-cdk8s-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('GIVEN the stock cdk8s CLI WHEN the example is synthesized THEN it has a queue, a table and a function, by their names', () => {
  const output = execFileSync(process.execPath, [CDK8S, 'synth', '--no-check-upgrade', '--output', folder], {
    cwd: EXAMPLE,
    encoding: 'utf8',
  });
  expect(output).toContain('shop.k8s.yaml');
  const manifests = readManifests(folder);
  const kinds = Object.fromEntries(manifests.map((manifest) => [manifest.kind, manifest]));
  expect(kinds).toMatchObject({
    Queue: { metadata: { name: 'failed-orders', namespace: 'aws' }, spec: { queueName: 'shop-failed-orders' } },
    Table: { metadata: { name: 'orders', namespace: 'aws' }, spec: { tableName: 'shop-orders' } },
    Function: { metadata: { name: 'take-orders', namespace: 'aws' }, spec: { name: 'shop-take-orders' } },
  });
});
