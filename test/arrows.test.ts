import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { stronglyConnectedComponents } from '../packages/engine/src/collections';

const ROOT = join(__dirname, '..');
const ENGINE = 'packages/engine/src';
const PACKAGE = '@aws-platform/engine';

/**
 * Which folders of the platform may import which (docs/house.md); all of them may use the engine, by its package name.
 */
const PLATFORM: Readonly<Record<string, readonly string[]>> = {
  imports: [],
  'platform.ts': [],
  environments: [],
  // what they have to know of an environment, a landing tells them
  constructs: ['imports'],
  // what synth reads of the dashboards; the library that builds them is loaded by npm run docs alone
  charts: ['constructs', 'environments', 'grafana/rendered', 'platform'],
  examples: ['constructs'],
  grafana: [],
  argocd: ['charts/platform-application', 'charts/platform-chart', 'constructs', 'imports', 'environments', 'platform'],
  conformance: [],
  'main.ts': ['argocd', 'charts', 'environments', 'platform'],
  // the only place that knows the CDK; what it shares with dist, it reads there
  bootstrap: ['argocd/folder', 'environments'],
};

/** Which engines may use which, by their front doors: those of a line may use those of the lines above. */
const ENGINES: readonly (readonly string[])[] = [
  ['collections', 'errors', 'printing', 'promql'],
  ['files', 'acknowledgements'],
  ['manifests'],
  ['schema', 'iam'],
  ['api-server', 'aws'],
  ['kro'],
  ['references', 'imports'],
  ['relations'],
  ['startup'],
  ['rules'],
  ['validate', 'wiring', 'conformance'],
  ['plan'],
  ['platform'],
  ['diff', 'graph', 'synth'],
  ['commands'],
];

describe('arrows between folders', () => {
  test.each(Object.keys(PLATFORM))('GIVEN the sources of %s WHEN they import THEN only along the arrows', (place) => {
    const allowed = [place, ...PLATFORM[place]!];
    const wrong = importsBelow(place)
      .filter(({ to }) => !allowed.some((folder) => to === folder || to.startsWith(`${folder}/`)))
      .map(({ from, to }) => `${from} → ${to}`);
    expect(wrong).toEqual([]);
  });

  test('GIVEN what all constructs share WHEN it imports THEN nothing of a single service', () => {
    const wrong = importsBelow('constructs/core').filter(({ to }) => !/^(?:constructs\/core|imports)\//.test(to));
    expect(wrong).toEqual([]);
  });

  test('GIVEN the platform WHEN it uses the engine THEN by its package name, through front doors that are exported', () => {
    const { exports } = JSON.parse(readFileSync(join(ROOT, 'packages/engine/package.json'), 'utf8'));
    const used = Object.keys(PLATFORM)
      .flatMap(filesBelow)
      .flatMap((file) => packageImports(readFileSync(join(ROOT, file), 'utf8')).map((name) => [file, name] as const));
    expect(used.length).toBeGreaterThan(100);
    expect(used.filter(([, name]) => !(name.replace(PACKAGE, '.') in exports))).toEqual([]);
  });

  test('GIVEN what the engine exports WHEN it is looked at THEN an index of one engine each, and nothing else', () => {
    const { exports } = JSON.parse(readFileSync(join(ROOT, 'packages/engine/package.json'), 'utf8'));
    for (const [door, target] of Object.entries(exports)) {
      if (door === './package.json') continue;
      const engine = door.slice(2);
      expect(target).toEqual({
        '@aws-platform/source': `./src/${engine}/index.ts`,
        types: `./lib/${engine}/index.d.ts`,
        default: `./lib/${engine}/index.js`,
      });
      expect(existsSync(join(ROOT, ENGINE, engine, 'index.ts'))).toBe(true);
    }
  });
});

describe('arrows between engines', () => {
  const engines = readdirSync(join(ROOT, ENGINE));

  test('GIVEN the engines WHEN they are listed THEN each has its place, and a front door', () => {
    expect(ENGINES.flat().sort()).toEqual(engines.sort());
    expect(engines.filter((engine) => !existsSync(join(ROOT, ENGINE, engine, 'index.ts')))).toEqual([]);
  });

  test.each(engines)('GIVEN %s WHEN it imports THEN front doors of engines above it alone', (engine) => {
    const line = ENGINES.findIndex((engines) => engines.includes(engine));
    const above = ENGINES.slice(0, line).flat();
    const wrong = importsBelow(`${ENGINE}/${engine}`)
      .filter(({ to }) => !to.startsWith(`${ENGINE}/${engine}/`) && to !== `${ENGINE}/${engine}`)
      .filter(({ to }) => !above.some((other) => to === `${ENGINE}/${other}`))
      // read by whoever makes the facts anew, a program of its own
      .filter(({ from }) => !from.startsWith(`${ENGINE}/plan/kind-facts/`))
      .map(({ from, to }) => `${from} → ${to}`);
    expect(wrong).toEqual([]);
  });

  test('GIVEN the engine WHEN it is read THEN it names no company', () => {
    const naming = filesBelow(ENGINE).filter((file) =>
      /company\.(?:com|io)/.test(readFileSync(join(ROOT, file), 'utf8')),
    );
    expect(naming).toEqual([]);
  });
});

describe('circles', () => {
  const places = [...Object.keys(PLATFORM).filter((place) => place !== 'imports'), ENGINE];
  const files = new Set(places.flatMap(filesBelow));

  test('GIVEN what is imported to run WHEN it is followed THEN it never comes back', () => {
    expect(circlesIn(files, (file) => modulesOf(file, { types: false }))).toEqual([]);
  });

  test('GIVEN types too WHEN they are followed THEN they come back inside one folder alone', () => {
    const wide = circlesIn(files, (file) => modulesOf(file, { types: true })).filter(
      (circle) => new Set(circle.map((file) => dirname(file))).size > 1,
    );
    expect(wide).toEqual([]);
  });

  test('GIVEN two files that import each other WHEN they are followed THEN the circle is found', () => {
    const to: Readonly<Record<string, readonly string[]>> = { a: ['b'], b: ['c'], c: ['b'] };
    expect(circlesIn(new Set(['a', 'b', 'c']), (file) => to[file] ?? [])).toEqual([['b', 'c']]);
  });
});

describe('what takes long to load', () => {
  test('GIVEN the CDK, which takes a second WHEN its imports are looked for THEN only the bootstrap has them', () => {
    const others = [...Object.keys(PLATFORM).filter((place) => place !== 'bootstrap' && place !== 'imports'), ENGINE];
    const wrong = others
      .flatMap(filesBelow)
      .filter((file) => /'(?:aws-cdk-lib|cdk-nag|@aws-cdk\/lambda)/.test(readFileSync(join(ROOT, file), 'utf8')));
    expect(wrong).toEqual([]);
  });

  test('GIVEN cdk8s WHEN its imports are looked for THEN of the engines only synth has them', () => {
    const wrong = filesBelow(ENGINE)
      .filter((file) => !file.startsWith(`${ENGINE}/synth/`))
      .filter((file) =>
        /^(?:import|export) (?!type )[^;]*from '(?:cdk8s|constructs)'/m.test(readFileSync(join(ROOT, file), 'utf8')),
      );
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

function importsBelow(place: string): { readonly from: string; readonly to: string }[] {
  return filesBelow(place).flatMap((from) =>
    relativeImports(readFileSync(join(ROOT, from), 'utf8'), from).map((to) => ({ from, to })),
  );
}

function relativeImports(text: string, file: string): string[] {
  return [...text.matchAll(/(?:from|import\() ?'(\.[^']*)'/g)].map(([, path = '']) =>
    relative(ROOT, join(ROOT, dirname(file), path)),
  );
}

function packageImports(text: string): string[] {
  return [...text.matchAll(/(?:from|import\() ?'(@aws-platform\/engine[^']*)'/g)].map(([, name = '']) => name);
}

/** The files that a file imports; those that it takes only types of may be left out. */
function modulesOf(file: string, { types }: { readonly types: boolean }): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(/^(?:import|export)\s([^;]*?)from '([^']*)';/gms)].flatMap(([, what = '', from = '']) => {
    const names = /\{([\s\S]*)\}/
      .exec(what)?.[1]
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean);
    const isTypeOnly = /^type\b/.test(what) || (names?.every((name) => name.startsWith('type ')) ?? false);
    return isTypeOnly && !types ? [] : fileOf(file, from);
  });
}

function fileOf(importer: string, from: string): string[] {
  const path = from.startsWith(PACKAGE)
    ? from.replace(PACKAGE, ENGINE)
    : relative(ROOT, join(ROOT, dirname(importer), from));
  if (!from.startsWith('.') && !from.startsWith(PACKAGE)) return [];
  return [`${path}.ts`, `${path}/index.ts`].filter((one) => existsSync(join(ROOT, one))).slice(0, 1);
}

/** Files that lead back to themselves, those of a circle together. */
function circlesIn(files: ReadonlySet<string>, importsOf: (file: string) => readonly string[]): string[][] {
  const all = [...files].sort();
  const edges = new Map(all.map((file) => [file, importsOf(file).filter((one) => files.has(one))]));
  return stronglyConnectedComponents(all, (file) => edges.get(file)!)
    .filter(({ length }) => length > 1)
    .map((circle) => [...circle].sort());
}
