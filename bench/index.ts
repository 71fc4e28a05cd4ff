import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { measure, round } from './measure';
import { benchPlan } from './plan';
import { benchValidate } from './validate';

/**
 * `npm run bench`: one JSON document with this repository's `synth` beside the stock cdk8s CLI with ts-node, over the
 * same charts and main.ts, in the same run; then `validate` beside kubeconform and `plan` beside kubectl diff. The
 * charts are a copy of this repository's, with N more queues in `charts/messaging/sqs.ts`, for every environment.
 */
const ROOT = join(__dirname, '..');
const RUNS = 5;
const SYNTH = ['packages/engine/bin/platform.js', 'synth'];
const STOCK = [
  'node_modules/cdk8s-cli/bin/cdk8s',
  'synth',
  '--no-check-upgrade',
  '--app',
  'node --conditions=@aws-platform/source --require ts-node/register main.ts',
];

const copy = copyRepository();
void main();

async function main(): Promise<void> {
  try {
    console.log(JSON.stringify(await report(), null, 2));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

async function report(): Promise<object> {
  const everything = compare(0);
  const queues1000 = compare(1_000);
  withQueues(10_000);
  measure(SYNTH, copy, 1);
  const queues10000 = measure(SYNTH, copy, 3);
  return {
    machine: { cpus: cpus().length, node: process.version },
    'synth, everything': everything,
    'synth, 1,000 queues more': queues1000,
    'synth, 10,000 queues more': {
      platform: queues10000,
      timesOf1000: round(queues10000.seconds / queues1000.platform.seconds),
    },
    'validate, 1,200 objects': benchValidate(),
    'plan, 50 changes in dist': await benchPlan(),
  };
}

function compare(count: number) {
  withQueues(count);
  // the first run bundles the sources; every further one finds the bundle
  const first = measure(SYNTH, copy, 1);
  const platform = measure(SYNTH, copy, RUNS);
  const stock = measure(STOCK, copy, 3);
  const stockWithoutTypeCheck = measure(STOCK, copy, 3, { TS_NODE_TRANSPILE_ONLY: 'true' });
  return {
    platform,
    'platform, first run after an edit': first,
    stock,
    'stock, without type check': stockWithoutTypeCheck,
    ratio: round(platform.seconds / stock.seconds),
    ratioWithoutTypeCheck: round(platform.seconds / stockWithoutTypeCheck.seconds),
  };
}

function copyRepository(): string {
  const target = mkdtempSync(join(tmpdir(), 'bench-platform-'));
  const left = new Set(['node_modules', '.git', 'dist', 'test']);
  cpSync(ROOT, target, { recursive: true, filter: (path) => path === ROOT || !left.has(basename(path)) });
  symlinkSync(join(ROOT, 'node_modules'), join(target, 'node_modules'));
  return target;
}

function withQueues(count: number): void {
  const chart = 'charts/messaging/sqs.ts';
  const text = readFileSync(join(ROOT, chart), 'utf8');
  const queues = `  readonly bench = Array.from({ length: ${count} }, (_, index) => new Queue(this, \`bench-\${index}\`, { visibilityTimeout: Duration.minutes(5) }));\n`;
  writeFileSync(join(copy, chart), text.replace(/\}\n$/, `\n${queues}}\n`));
}
