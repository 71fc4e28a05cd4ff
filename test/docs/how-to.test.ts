import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RepositoryCopy, ROOT } from '../repository';
import { applyBlock, blocksOf } from './pages';

const DOCS = join(ROOT, 'docs');
const CRDS = join(ROOT, '..', 'shared', 'crds');

/** What each page promises: a file of dist, and what is in it afterwards. */
const PROMISES: Readonly<Record<string, readonly [file: string, text: string]>> = {
  'how-to/account.md': ['development/messaging/sqs.yaml', ':222222222222:'],
  'how-to/add-on.md': ['production/compute/descheduler.yaml', 'chart: descheduler'],
  'how-to/function.md': ['staging/application/lambda.yaml', 'staging-archive-invoices'],
  'how-to/queue.md': ['production/messaging/sqs.yaml', 'invoices-dlq'],
  'how-to/region.md': ['development/messaging/sqs.yaml', 'services.k8s.aws/region: eu-central-1'],
  'how-to/service.md': ['development/application/ssm.yaml', 'support@company.com'],
  'how-to/table.md': ['production/data/dynamodb.yaml', 'name: invoices'],
  'tour.md': ['staging/messaging/sqs.yaml', 'staging-refunds-dlq'],
  // behind those that each environment has to say something for
  'how-to/environment.md': ['qa/messaging/sqs.yaml', 'qa-order-processing'],
};

/** A plan that shows something dangerous says so by its status. */
const ALLOWED = (command: string) => (command.startsWith('npx platform plan') ? [0, 3] : [0]);

/** Run once, behind all pages. */
const SLOW = new Set(['npx tsc --noEmit']);

test('GIVEN the how-to pages WHEN listed THEN each promises something, and the README leads to it', () => {
  const pages = readdirSync(join(DOCS, 'how-to')).map((page) => `how-to/${page}`);
  expect([...pages, 'tour.md'].sort()).toEqual(Object.keys(PROMISES).sort());
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  for (const page of Object.keys(PROMISES)) expect(readme).toContain(`docs/${page}`);
});

describe('a clone in which somebody follows one page after the other', () => {
  const copy = new RepositoryCopy({ withTests: true });
  const left = new Set<string>();
  const run = (command: string) => {
    const { status, stdout, stderr } = spawnSync('bash', ['-c', command], {
      cwd: copy.root,
      encoding: 'utf8',
      maxBuffer: 64 << 20,
    });
    if (!ALLOWED(command).includes(status ?? -1)) throw new Error(`${command}: ${status}\n${stdout}${stderr}`);
  };

  beforeAll(() => run('git init -qb main && git add -A && git -c user.name=a -c user.email=a@b.c commit -qm base'));
  afterAll(() => copy.remove());

  for (const [page, [file, promise]] of Object.entries(PROMISES)) {
    const blocks = blocksOf(readFileSync(join(DOCS, page), 'utf8'));
    const lacksCrds = blocks.some(({ info }) => info === 'network') && !existsSync(CRDS);
    if (lacksCrds) console.warn(`docs/${page} is not followed: it downloads CRDs, and ../shared/crds is not there`);

    (lacksCrds ? test.skip : test)(
      `GIVEN ${page} WHEN it is followed THEN every command succeeds and dist has what it promises`,
      () => {
        const path = join(copy.root, 'dist', file);
        if (existsSync(path)) expect(readFileSync(path, 'utf8')).not.toContain(promise);
        for (const block of blocks)
          if (block.language !== 'sh') applyBlock(copy.root, block);
          else
            for (const line of block.text.split('\n'))
              if (SLOW.has(line)) left.add(line);
              else run(block.info === 'network' ? `${line} -- --crds ${CRDS}` : line);
        expect(readFileSync(path, 'utf8')).toContain(promise);
      },
      120_000,
    );
  }

  test('GIVEN everything that the pages added WHEN what takes long is run once THEN it succeeds', () => {
    expect([...left]).toEqual([...SLOW]);
    for (const command of left) run(command);
  }, 120_000);
});
