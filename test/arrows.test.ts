import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const ROOT = join(__dirname, '..');

/** Which folder may import from which: `imports ← constructs ← charts, argocd ← main.ts ← cli`; `lib` knows no charts. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  environments: [],
  imports: [],
  constructs: [
    'imports',
    'environments',
    'lib/aws',
    'lib/cloudformation',
    'lib/errors',
    'lib/manifests',
    'lib/promql',
    'lib/wiring/token',
  ],
  // what synth reads of the dashboards; the library that builds them is loaded by npm run docs alone
  charts: ['constructs', 'environments', 'lib/aws', 'grafana/rendered'],
  grafana: [],
  argocd: ['constructs', 'imports', 'environments'],
  lib: ['environments'],
  'main.ts': ['argocd', 'charts', 'constructs', 'environments', 'lib'],
  cli: ['lib', 'main', 'charts/pending'],
  // the only place that knows the CDK; what it shares with dist, it reads there
  bootstrap: ['argocd/folder', 'environments', 'lib'],
};

describe('arrows between folders', () => {
  test.each(Object.keys(ARROWS))('GIVEN the sources of %s WHEN they import THEN only along the arrows', (place) => {
    const allowed = [place, ...ARROWS[place]!];
    const wrong = filesBelow(place).flatMap((file) =>
      importsOf(file)
        .filter((target) => !allowed.some((folder) => target === folder || target.startsWith(`${folder}/`)))
        .map((target) => `${file} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('GIVEN the CDK, which takes a second to load WHEN its imports are looked for THEN only the bootstrap has them', () => {
    const others = Object.keys(ARROWS).filter((place) => place !== 'bootstrap' && place !== 'imports');
    const wrong = others
      .flatMap(filesBelow)
      .filter((file) => /'(?:aws-cdk-lib|cdk-nag|@aws-cdk\/lambda)/.test(readFileSync(join(ROOT, file), 'utf8')));
    expect(wrong).toEqual([]);
  });

  test('GIVEN a forbidden import WHEN it is looked for THEN it is found', () => {
    expect(relativeImports("import { a } from '../charts';\nconst b = import('./c');", 'lib/x.ts')).toEqual([
      'charts',
      'lib/c',
    ]);
  });
});

function filesBelow(place: string): string[] {
  if (place.endsWith('.ts')) return [place];
  return readdirSync(join(ROOT, place), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(place, path));
}

function importsOf(file: string): string[] {
  return relativeImports(readFileSync(join(ROOT, file), 'utf8'), file);
}

function relativeImports(text: string, file: string): string[] {
  return [...text.matchAll(/(?:from|import\() ?'(\.[^']*)'/g)].map(([, path = '']) =>
    relative(ROOT, join(ROOT, dirname(file), path)),
  );
}
