// `npm run build -w @aws-platform/engine`, and before `npm pack`: makes lib/ of src/, an ES module and its types for
// each front door, and the script and style of the page that `graph` writes.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ENGINE = dirname(fileURLToPath(import.meta.url));
const LIB = join(ENGINE, 'lib');
const engines = readdirSync(join(ENGINE, 'src'));
const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(ENGINE, 'package.json'), 'utf8'));

rmSync(LIB, { recursive: true, force: true });
mkdirSync(LIB);
// lib is made of ES modules, whatever stands beside it
writeFileSync(join(LIB, 'package.json'), '{ "type": "module" }\n');

const { metafile } = await build({
  absWorkingDir: ENGINE,
  entryPoints: Object.fromEntries(engines.map((engine) => [`${engine}/index`, `src/${engine}/index.ts`])),
  outdir: 'lib',
  chunkNames: 'shared/[name]-[hash]',
  bundle: true,
  splitting: true,
  // what is no dependency is in the bundle: CEL would bring 11 MB of packages of which it uses a fraction
  external: [...Object.keys(dependencies), ...Object.keys(peerDependencies)],
  metafile: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'error',
  // packages written for require(), and files that are found by their package
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});

writeFileSync(join(LIB, 'THIRD-PARTY.md'), notice(Object.keys(metafile.inputs)));

await build({
  absWorkingDir: join(ENGINE, 'src', 'graph', 'browser'),
  entryPoints: ['main.ts', 'style.css'],
  outdir: join(LIB, 'page'),
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['chrome123', 'firefox120', 'safari17.5'],
  charset: 'ascii',
  legalComments: 'none',
  logLevel: 'error',
});

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
execFileSync(process.execPath, [tsc, '--project', 'tsconfig.build.json'], { cwd: ENGINE, stdio: 'inherit' });

/** The packages that are in the bundle, with their licences. */
function notice(inputs) {
  const folders = new Set(
    inputs.flatMap((path) => /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(join(ENGINE, path))?.[1] ?? []),
  );
  const sections = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
    const text = file === undefined ? '' : `\n\n${readFileSync(join(folder, file), 'utf8').trim()}`;
    return `## ${name} ${version}\n\n${license}${text}`;
  });
  return `# Packages in this bundle\n\n${sections.join('\n\n')}\n`;
}
