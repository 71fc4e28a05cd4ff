import { join } from 'node:path';
import { kroObjectsIn } from '../../src/kro/objects';
import type { Manifest } from '../../src/manifests/manifest';
import { stringifyAll } from '../../src/manifests/yaml';
import { ENGINE } from '../engine';
import { example } from '../wiring/example';
import { wire } from '../wiring/wire';
import { ApiServer } from './api-server';
import { describeOnServer } from './describe-on-server';

describeOnServer('the wiring examples on a real API server', () => {
  const server = new ApiServer();
  const manifests = wire(example);
  beforeAll(async () => {
    await server.start();
    await server.installCrds(join(ENGINE, 'schemas'));
    await server.installGraphKinds(manifests);
    server.kubectl(['create', 'namespace', 'aws']);
  }, 300_000);
  afterAll(() => server.stop());

  function apply(objects: readonly Manifest[]): { accepted: number; stderr: string } {
    const { stdout, stderr } = server.kubectl(
      ['apply', '--server-side', '--dry-run=server', '--validate=strict', '-f', '-'],
      stringifyAll(objects),
    );
    return { accepted: stdout.split('\n').filter((line) => line.endsWith('(server dry run)')).length, stderr };
  }

  test('GIVEN graphs, their instances and what is wired without them WHEN applied strictly THEN every one is accepted', () => {
    expect(apply(manifests)).toEqual({ accepted: manifests.length, stderr: '' });
  });

  test('GIVEN what kro makes of the graphs, with marks for the late values, WHEN applied strictly THEN every one is accepted', () => {
    const carried = kroObjectsIn(manifests).map(({ manifest }) => manifest);
    console.info(`${manifests.length} written and ${carried.length} wrapped objects`);
    expect(apply(carried)).toEqual({ accepted: carried.length, stderr: '' });
  });
});
