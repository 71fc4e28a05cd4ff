import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import type { Crd } from './crd';

/**
 * TypeScript types of the CRDs, by group, as cdk8s-cli makes them. All CRDs go in at once: a second import of a group
 * overwrites the first (https://github.com/cdk8s-team/cdk8s/issues/2156).
 */
export async function generateTypes(root: string, crds: readonly Crd[], outdir: string): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'crds-'));
  try {
    writeFileSync(join(work, 'crds.yaml'), crds.map((crd) => dump(crd, { lineWidth: -1, noRefs: true })).join('---\n'));
    const cli = join(root, 'node_modules', 'cdk8s-cli', 'bin', 'cdk8s');
    await run(
      [cli, 'import', 'crds.yaml', '--output', outdir, '--language', 'typescript', '--no-save', '--no-check-upgrade'],
      work,
    );
    for (const file of readdirSync(outdir)) dropUndefinedOnce(join(outdir, file));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * As cdk8s-cli writes it, an object is copied for each of its fields: the time grows with their square, and the garbage
 * outlives it.
 */
const COPIES = 'Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {})';
const ONCE = 'Object.fromEntries(Object.entries(result).filter(([, value]) => value !== undefined))';

function dropUndefinedOnce(file: string): void {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(COPIES)) throw new Error(`${file}: cdk8s-cli drops undefined fields in another way than it did`);
  writeFileSync(file, text.replaceAll(COPIES, ONCE));
}

/**
 * The structural schemas of a group's kinds for `validate`: JSON, one line a kind and version, so that a diff names
 * both.
 */
export function compactSchemas(crds: readonly Crd[]): string {
  const lines = crds.flatMap(({ spec: { names, scope, versions } }) =>
    versions
      .filter(({ served }) => served)
      .map(({ name, storage, schema, subresources }) => {
        const stored = {
          plural: names.plural,
          scope,
          storage,
          subresources: Object.keys(subresources ?? {}),
          schema: schema.openAPIV3Schema,
        };
        return `${JSON.stringify(`${names.kind}/${name}`)}:${JSON.stringify(stored)}`;
      }),
  );
  return `{\n${lines.join(',\n')}\n}\n`;
}

function run(args: readonly string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`cdk8s import ended with ${code}:\n${output}`)),
    );
  });
}
