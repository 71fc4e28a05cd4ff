import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RepositoryCopy, ROOT } from '../repository';
import { applyBlock, blocksOf } from './pages';

const DOCS = join(ROOT, 'docs');
const CRDS = join(ROOT, '..', 'shared', 'crds');

interface Promised {
  /** A file, and what is in it afterwards and was not before. */
  readonly file: string;
  readonly text: string;
  /** Every file that a person touches, for who follows the page: a change that should be one edit stays one. */
  readonly edits: readonly string[];
}

/** What each page promises, in the order in which they are followed. */
const PROMISES: Readonly<Record<string, Promised>> = {
  'how-to/add-on.md': {
    file: 'dist/production/compute/descheduler.yaml',
    text: 'chart: descheduler',
    edits: ['charts/compute/descheduler.ts', 'charts/index.ts'],
  },
  // the second where one environment differs
  'how-to/function.md': {
    file: 'dist/staging/application/lambda.yaml',
    text: 'staging-archive-invoices',
    edits: ['charts/application/lambda.ts', 'environments/production.ts'],
  },
  'how-to/queue.md': {
    file: 'dist/production/messaging/sqs.yaml',
    text: 'invoices-dlq',
    edits: ['charts/messaging/sqs.ts'],
  },
  'how-to/rule.md': {
    file: 'docs/rules.md',
    text: '`long-polling`',
    edits: [
      'packages/engine/src/rules/policies/long-polling.ts',
      'packages/engine/test/rules/policies/long-polling.test.ts',
    ],
  },
  'how-to/service.md': {
    file: 'dist/development/application/ssm.yaml',
    text: 'support@company.com',
    edits: ['cdk8s.yaml', 'charts/application/ssm.ts', 'charts/index.ts', 'constructs/ssm/parameter.ts'],
  },
  // the second where one environment differs
  'how-to/table.md': {
    file: 'dist/production/data/dynamodb.yaml',
    text: 'name: invoices',
    edits: ['charts/data/dynamodb.ts', 'environments/production.ts'],
  },
  'tour.md': {
    file: 'dist/staging/messaging/sqs.yaml',
    text: 'staging-refunds-dlq',
    edits: ['charts/messaging/sqs.ts'],
  },
  'how-to/environment.md': {
    file: 'dist/qa/messaging/sqs.yaml',
    text: 'qa-order-processing',
    edits: [
      'environments/code/qa.json',
      'environments/images/qa.json',
      'environments/outputs/qa.json',
      'environments/qa.ts',
    ],
  },
  // behind the environment that begins as what these two move away
  'how-to/account.md': {
    file: 'dist/development/messaging/sqs.yaml',
    text: ':222222222222:',
    edits: ['environments/development.ts', 'environments/outputs/development.json'],
  },
  'how-to/region.md': {
    file: 'dist/development/messaging/sqs.yaml',
    text: 'services.k8s.aws/region: eu-central-1',
    edits: ['environments/development.ts', 'environments/outputs/development.json'],
  },
};

/** What commands of the pages write. */
const GENERATED =
  /^(?:dist|docs|imports)\/|^bootstrap\/facts\.json$|^environments\/all\.ts$|^packages\/engine\/src\/(?:rules\/registry\.ts|plan\/.*\.json)$/;

/** A plan that shows something dangerous says so by its status. */
const ALLOWED = (command: string) => (command.startsWith('npx platform plan') ? [0, 3] : [0]);

/** They read everything there is: once behind all pages, in this order, they say as much as behind each. */
const CLOSING = [
  'npx tsc --noEmit',
  'npm run synth',
  'npm run docs',
  'npm run docs:rules',
  'npm run validate',
  'npx platform validate dist/development',
  'npx platform plan --base main',
  'npx jest packages/engine/test/rules/policies/long-polling packages/engine/test/rules/registry',
];

/** Tests of what the pages change: somebody who follows one does not leave them red. */
const TESTS = 'npx jest test/arrows test/charts test/dist test/environments test/renovate test/workflows';

test('GIVEN the how-to pages WHEN listed THEN each promises something, and the README leads to it', () => {
  const pages = readdirSync(join(DOCS, 'how-to')).map((page) => `how-to/${page}`);
  expect([...pages, 'tour.md'].sort()).toEqual(Object.keys(PROMISES).sort());
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  for (const page of Object.keys(PROMISES)) expect(readme).toContain(`docs/${page}`);
});

describe('a clone in which somebody follows one page after the other', () => {
  const copy = new RepositoryCopy({ withTests: true });
  const closing = new Set<string>();
  const run = (command: string): string => {
    const { status, stdout, stderr } = spawnSync('bash', ['-c', command], {
      cwd: copy.root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 64 << 20,
    });
    if (!ALLOWED(command).includes(status ?? -1)) throw new Error(`${command}: ${status}\n${stdout}${stderr}`);
    return stdout;
  };
  const commit = (subject: string) =>
    run(`git add -A && git -c user.name=a -c user.email=a@b.c commit -qm ${JSON.stringify(subject)}`);
  const edits = () =>
    run('git status --porcelain --untracked-files=all')
      .split('\n')
      .map((line) => line.slice(3))
      .filter((path) => path !== '' && !GENERATED.test(path))
      .sort();

  beforeAll(() => {
    run('git init -qb main');
    commit('base');
    run('git switch -qc work');
  });
  afterAll(() => copy.remove());

  const pages = Object.entries(PROMISES).map(([page, promised]) => {
    const blocks = blocksOf(readFileSync(join(DOCS, page), 'utf8'));
    const lacksCrds = blocks.some(({ info }) => info === 'network') && !existsSync(CRDS);
    if (lacksCrds) console.warn(`docs/${page} is not followed: it downloads CRDs, and ../shared/crds is not there`);
    return { page, blocks, ...promised, testOrSkip: lacksCrds ? test.skip : test };
  });
  const isWhole = pages.every(({ testOrSkip }) => testOrSkip === test);

  for (const { page, file, text, edits: expected, blocks, testOrSkip } of pages)
    testOrSkip(
      `GIVEN ${page} WHEN it is followed THEN its edits are those that it should need`,
      () => {
        const path = join(copy.root, file);
        if (existsSync(path)) expect(readFileSync(path, 'utf8')).not.toContain(text);
        for (const block of blocks)
          if (block.language !== 'sh') applyBlock(copy.root, block);
          else
            for (const line of block.text.split('\n'))
              if (CLOSING.includes(line)) closing.add(line);
              else run(block.info === 'network' ? `${line} -- --crds ${CRDS}` : line);
        expect(edits()).toEqual(expected);
        commit(page);
      },
      300_000,
    );

  test.each([...CLOSING, TESTS])(
    'GIVEN everything that the pages added WHEN %s is run THEN it succeeds',
    (command) => {
      if (isWhole && command !== TESTS) expect(closing).toContain(command);
      run(command);
    },
    600_000,
  );

  for (const { page, file, text, testOrSkip } of pages)
    testOrSkip(`GIVEN ${page} WHEN all is done THEN what it promises is there`, () => {
      expect(readFileSync(join(copy.root, file), 'utf8')).toContain(text);
    });
});
