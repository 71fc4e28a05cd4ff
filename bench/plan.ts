import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readManifests } from '@aws-platform/engine/manifests';
import { ApiServer, ASSETS } from '../packages/engine/test/server/api-server';
import { measure, round } from './measure';

const ROOT = join(__dirname, '..');
const RUNS = 7;
const CHANGES = 50;
const SEPARATOR = '---\n';

/**
 * `plan` of fifty changed objects in the whole of dist, and of ten times the objects with ten times the changes; where
 * there is an API server, beside `kubectl diff --server-side`.
 */
export async function benchPlan(): Promise<object> {
  const work = mkdtempSync(join(tmpdir(), 'bench-plan-'));
  try {
    const one = join(work, 'one');
    const objects = copyDist(one, 1);
    const changed = join(work, 'one-changed');
    cpSync(one, changed, { recursive: true });
    change(changed, CHANGES);
    const platform = run(one, changed);
    const ten = join(work, 'ten');
    copyDist(ten, 10);
    const tenChanged = join(work, 'ten-changed');
    cpSync(ten, tenChanged, { recursive: true });
    change(tenChanged, CHANGES * 10);
    const larger = run(ten, tenChanged);
    return {
      objects,
      changes: CHANGES,
      platform,
      'kubectl diff --server-side, of production alone': await kubectlDiff(
        join(one, 'production'),
        join(changed, 'production'),
      ),
      'platform, ten times the objects and changes': { ...larger, times: round(larger.seconds / platform.seconds) },
    };
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** Exit 3 says that a change is dangerous, which some of them are. */
function run(base: string, head: string) {
  return measure(['packages/engine/bin/platform.js', 'plan', '--base', base, '--head', head], ROOT, RUNS, {}, [0, 3]);
}

/** What the cluster says of the same change, when it has the base: one request an object, and nothing of AWS. */
async function kubectlDiff(base: string, head: string): Promise<object> {
  if (!ASSETS) return { skipped: 'needs KUBEBUILDER_ASSETS' };
  const server = new ApiServer();
  try {
    await server.start();
    await server.installCrds(join(ROOT, 'imports'));
    const objects = readManifests(base);
    await server.installGraphKinds(objects);
    for (const namespace of new Set(objects.flatMap(({ metadata }) => metadata.namespace ?? [])))
      server.kubectl(['create', 'namespace', namespace]);
    const applied = server.kubectl(['apply', '--server-side', '--recursive', '-f', base]);
    if (applied.status !== 0) throw new Error(applied.stderr);
    const start = process.hrtime.bigint();
    const { status, stderr } = server.kubectl(['diff', '--server-side', '--recursive', '-f', head]);
    if (status !== 1) throw new Error(`kubectl diff ended with ${status}: ${stderr}`);
    return { seconds: round(Number(process.hrtime.bigint() - start) / 1e9) };
  } finally {
    await server.stop();
  }
}

/** dist, with each environment `times` over under other names. */
function copyDist(target: string, times: number): number {
  const dist = join(ROOT, 'dist');
  let objects = 0;
  for (const environment of readdirSync(dist))
    for (let copy = 0; copy < times; copy++)
      cpSync(join(dist, environment), join(target, copy === 0 ? environment : `${environment}-${copy}`), {
        recursive: true,
      });
  for (const path of manifests(target)) objects += readFileSync(path, 'utf8').split(SEPARATOR).length;
  return objects;
}

/** Another owner on so many objects, spread over the files. */
function change(tree: string, count: number): void {
  const paths = manifests(tree);
  const share = Math.ceil(count / paths.length);
  let left = count;
  for (let round = 0; left > 0 && round < 50; round++)
    for (const path of paths) {
      const texts = readFileSync(path, 'utf8').split(SEPARATOR);
      for (
        let index = round;
        index < texts.length && left > 0;
        index += Math.max(1, Math.floor(texts.length / share))
      ) {
        const text = texts[index]!.replace(/platform-team/, `team-${round}`);
        if (text === texts[index]) continue;
        texts[index] = text;
        left--;
        break;
      }
      writeFileSync(path, texts.join(SEPARATOR));
    }
}

function manifests(tree: string): string[] {
  return readdirSync(tree, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => join(tree, path));
}
