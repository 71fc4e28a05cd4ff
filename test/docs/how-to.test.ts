import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RepositoryCopy, ROOT } from '../repository';
import { applyBlock, blocksOf } from './pages';

const PAGES = join(ROOT, 'docs', 'how-to');
const CRDS = join(ROOT, '..', 'shared', 'crds');

/** What each page promises: a file of dist, and what is in it afterwards. */
const PROMISES: Readonly<Record<string, readonly [file: string, text: string]>> = {
  'account.md': ['development/messaging/sqs.yaml', ':222222222222:'],
  'add-on.md': ['production/compute/descheduler.yaml', 'targetRevision: "0.35.1"'],
  'environment.md': ['qa/messaging/sqs.yaml', 'qa-order-processing'],
  'function.md': ['staging/application/lambda.yaml', 'staging-archive-invoices'],
  'queue.md': ['production/messaging/sqs.yaml', 'invoices-dlq'],
  'region.md': ['development/messaging/sqs.yaml', 'services.k8s.aws/region: eu-central-1'],
  'service.md': ['development/application/ssm.yaml', 'support@company.com'],
  'table.md': ['production/data/dynamodb.yaml', 'name: invoices'],
};

/** A plan that shows something dangerous says so by its status. */
const ALLOWED = (command: string) => (command.startsWith('npx platform plan') ? [0, 3] : [0]);

test('GIVEN the how-to pages WHEN listed THEN each promises something, and the README leads to it', () => {
  const pages = readdirSync(PAGES).sort();
  expect(pages).toEqual(Object.keys(PROMISES).sort());
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  for (const page of pages) expect(readme).toContain(`docs/how-to/${page}`);
});

describe.each(Object.entries(PROMISES))('%s', (page, [file, promise]) => {
  const blocks = blocksOf(readFileSync(join(PAGES, page), 'utf8'));
  const needsCrds = blocks.some(({ info }) => info === 'network') && !existsSync(CRDS);
  if (needsCrds)
    console.warn(`docs/how-to/${page} is not followed: it downloads CRDs, and ../shared/crds is not there`);

  (needsCrds ? test.skip : test)(
    'GIVEN a clone WHEN somebody follows the page THEN every command succeeds and dist has what it promises',
    () => {
      const copy = new RepositoryCopy();
      const run = (command: string) => spawnSync('bash', ['-c', command], { cwd: copy.root, encoding: 'utf8' });
      try {
        expect(readFileSync(join(copy.root, 'dist', 'production/messaging/sqs.yaml'), 'utf8')).not.toContain(promise);
        const commit = 'git init -qb main && git add -A && git -c user.name=a -c user.email=a@b.c commit -qm base';
        expect(run(commit)).toMatchObject({ status: 0 });
        for (const block of blocks)
          if (block.language !== 'sh') applyBlock(copy.root, block);
          else
            for (const line of block.text.split('\n')) {
              const command = block.info === 'network' ? `${line} -- --crds ${CRDS}` : line;
              const { status, stdout, stderr } = run(command);
              if (!ALLOWED(command).includes(status ?? -1))
                throw new Error(`${command}: ${status}\n${stdout}${stderr}`);
            }
        expect(readFileSync(join(copy.root, 'dist', file), 'utf8')).toContain(promise);
      } finally {
        copy.remove();
      }
    },
    240_000,
  );
});
