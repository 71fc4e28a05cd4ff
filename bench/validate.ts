import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readYaml, stringifyAll } from '@aws-platform/engine/manifests';
import { measure, measureProgram, round } from './measure';

const ROOT = join(__dirname, '..');
const SHARED = join(ROOT, '..', 'shared');
const KUBECONFORM = 'github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0';
const OBJECTS = 1_200;
const KINDS = 150;
const FILES = 60;
const RUNS = 7;

interface Crd {
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string };
    readonly versions: readonly { readonly name: string; readonly schema: { readonly openAPIV3Schema: unknown } }[];
  };
}

/**
 * `validate` by every rule beside the schemas alone, and that beside kubeconform with the same schemas, over objects
 * that a real API server accepted.
 */
export function benchValidate(): object {
  if (!existsSync(join(SHARED, 'corpus'))) return { skipped: 'needs ../shared/corpus and ../shared/crds' };
  const work = mkdtempSync(join(tmpdir(), 'bench-validate-'));
  try {
    const manifests = writeManifests(join(work, 'manifests'));
    const crds = join(SHARED, 'crds');
    const ours = measure(
      ['packages/engine/bin/platform.js', 'validate', '--rules', 'schema', '--crds', crds, manifests],
      ROOT,
      RUNS,
    );
    // the corpus was not made to meet policies: findings are what it has to print
    const everyRule = measure(
      ['packages/engine/bin/platform.js', 'validate', '--crds', crds, manifests],
      ROOT,
      RUNS,
      {},
      [1],
    );
    const kubeconform = installKubeconform(work);
    if (!kubeconform) return { platform: ours, kubeconform: 'skipped: needs Go and its module proxy' };
    const schemas = writeJsonSchemas(crds, join(work, 'schemas'));
    const location = `${schemas}/{{.Group}}/{{.ResourceKind}}_{{.ResourceAPIVersion}}.json`;
    const seconds = measureProgram(kubeconform, ['-strict', '-schema-location', location, manifests], RUNS);
    return {
      objects: OBJECTS,
      files: FILES,
      platform: ours,
      'platform, every rule': { ...everyRule, timesOfSchemaAlone: round(everyRule.seconds / ours.seconds) },
      kubeconform: { seconds },
      ratio: round(ours.seconds / seconds),
    };
  } finally {
    rmSync(work, { recursive: true });
  }
}

function writeManifests(folder: string): string {
  const accepted = gunzipSync(readFileSync(join(SHARED, 'corpus', 'create.jsonl.gz')))
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { accepted: boolean; object: { apiVersion: string; kind: string } })
    .filter((record) => record.accepted)
    .map(({ object }) => object);
  const kinds = [...new Set(accepted.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`))].slice(0, KINDS);
  const ofKinds = accepted.filter(({ apiVersion, kind }) => kinds.includes(`${apiVersion} ${kind}`));
  mkdirSync(folder);
  for (let file = 0; file < FILES; file++) {
    const objects = Array.from(
      { length: OBJECTS / FILES },
      (_, position) => ofKinds[(file * (OBJECTS / FILES) + position) % ofKinds.length],
    );
    writeFileSync(join(folder, `${file}.yaml`), stringifyAll(objects));
  }
  return folder;
}

/** kubeconform finds schemas by lower-case kind and version. */
function writeJsonSchemas(crds: string, folder: string): string {
  const files = readdirSync(crds, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.yaml'));
  for (const path of files) {
    const [crd] = readYaml(readFileSync(join(crds, path), 'utf8')) as [Crd];
    mkdirSync(join(folder, crd.spec.group), { recursive: true });
    for (const { name, schema } of crd.spec.versions)
      writeFileSync(
        join(folder, crd.spec.group, `${crd.spec.names.kind.toLowerCase()}_${name}.json`),
        JSON.stringify(schema.openAPIV3Schema),
      );
  }
  return folder;
}

function installKubeconform(work: string): string | undefined {
  const { status } = spawnSync('go', ['install', KUBECONFORM], {
    env: { ...process.env, GOBIN: work },
    stdio: 'ignore',
  });
  return status === 0 ? join(work, 'kubeconform') : undefined;
}
