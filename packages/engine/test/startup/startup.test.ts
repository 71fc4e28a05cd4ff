import { basename, dirname, join } from 'node:path';
import { objectKey } from '../../src/manifests';
import { readManifestFiles } from '../../src/manifests/read';
import { Tree, type TreeObject } from '../../src/relations';
import { renderStartup, Startup } from '../../src/startup';
import { ENGINE, SAMPLE_DIST } from '../engine';
import { facts } from '../fixtures/facts';

const PRODUCTION = join(SAMPLE_DIST, 'production');
/** The files as they were before anybody played the start of the whole. */
const BEFORE = join(ENGINE, 'test', 'fixtures', 'before-startup');

function objectsOf(...folders: readonly string[]): TreeObject[] {
  const files = new Map<string, TreeObject[]>();
  for (const folder of folders) {
    const read = new Map<string, TreeObject[]>();
    for (const { file, manifest } of readManifestFiles(folder)) {
      const application = basename(dirname(file));
      const key = `${application}/${basename(file)}`;
      read.set(key, [...(read.get(key) ?? []), { manifest, application }]);
    }
    for (const [key, objects] of read) files.set(key, objects);
  }
  return [...files.values()].flat();
}

const startup = (...folders: readonly string[]) => new Startup(new Tree(objectsOf(...folders), facts));
const nameOf = ({ manifest }: TreeObject) => `${manifest.kind} ${manifest.metadata.name}`;

describe('the sample, which comes up', () => {
  const played = startup(PRODUCTION);

  test('GIVEN it WHEN it is played THEN nothing waits for ever, comes too early, or waits for a person', () => {
    expect(played.deadlocks).toEqual([]);
    expect([...played.earlyObjects]).toEqual([]);
    expect([...played.lateIdentities]).toEqual([]);
    expect([...played.holdingPeople]).toEqual([]);
  });

  test('GIVEN every object WHEN its stage is looked for THEN it has one, behind those of all that it needs in its application', () => {
    const { moments, stages } = played;
    for (const object of moments.tree.objects) {
      expect([objectKey(object.manifest), stages.of(object)]).toEqual([objectKey(object.manifest), expect.any(Number)]);
      for (const { to } of moments.needsBeforeApplied(object))
        expect(stages.of(to)).toBeLessThanOrEqual(stages.of(object)!);
    }
    expect(stages.all.flat()).toHaveLength(moments.tree.objects.filter(({ within }) => !within).length);
  });

  test('GIVEN the longest chain WHEN it is told THEN it ends in the last stages and each link waits for the one before', () => {
    const chain = played.stages.longestChain;
    expect(chain.length).toBeGreaterThan(5);
    for (const [index, { waits }] of chain.entries()) expect(waits?.for).toBe(chain[index - 1]?.object);
  });

  test('GIVEN it WHEN it is told to programs THEN one JSON document says the same', () => {
    const told = JSON.parse(renderStartup(played, 'production', 'json'));
    expect(told).toMatchObject({ environment: 'production', deadlocks: [], early: [], people: [], lateIdentities: [] });
    expect(told.stages).toHaveLength(played.stages.all.length);
  });
});

describe('the tree as it was before anybody played it', () => {
  const played = startup(PRODUCTION, BEFORE);

  test('GIVEN it WHEN it is played THEN both circles are found, object by object', () => {
    expect(played.deadlocks.map((circle) => circle.map(({ object }) => nameOf(object)))).toEqual(
      expect.arrayContaining([
        expect.arrayContaining(['PodMonitor ack', 'Application kube-prometheus-stack']),
        expect.arrayContaining([
          'SecretRotation database-credentials-rotation',
          'Function rotate-database-secret',
          'DBCluster platform-db',
          'ExternalSecret database-credentials',
        ]),
      ]),
    );
    expect(played.deadlocks).toHaveLength(2);
  });

  test('GIVEN it WHEN it is played THEN the waves of the root hold nothing back: every other application may come before its namespace', () => {
    const early = [...played.earlyObjects].filter(({ need }) => objectKey(need.to.manifest) === '/Namespace aws');
    expect([...new Set(early.map(({ object }) => object.application))].sort()).toEqual([
      'application',
      'backup',
      'compute',
      'cost',
      'data',
      'delivery',
      'messaging',
      'network',
      'observability',
      'security',
      'storage',
    ]);
  });

  test('GIVEN it WHEN it is played THEN the Pods are found that may start without their identity', () => {
    expect([...played.lateIdentities].map(({ object }) => nameOf(object)).sort()).toEqual([
      'CronJob dashboards',
      'Deployment trace-collector',
      'PrometheusAgent agent',
      'StatefulSet jenkins',
    ]);
  });

  test('GIVEN it WHEN it is played THEN the connection is found that lets messaging wait for a person', () => {
    expect([...played.holdingPeople].map(({ object }) => nameOf(object))).toContain('ExternalSecret incident-webhook');
  });
});
