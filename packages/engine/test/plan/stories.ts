import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '../../src/plan/report';
import { SAMPLE_DIST } from '../engine';
import { planOf } from './files';

type Tree = Readonly<Record<string, string>>;

/** A change that somebody may really make, on dist/production as it is. */
export interface Story {
  readonly title: string;
  /** What is done, for the reader of the transcript. */
  readonly does: string;
  readonly edit: (tree: Tree) => Tree;
}

const PRODUCTION = join(SAMPLE_DIST, 'production');
const SEPARATOR = '---\n';

function production(): Tree {
  const files = readdirSync(PRODUCTION, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort();
  return Object.fromEntries(files.map((path) => [`production/${path}`, readFileSync(join(PRODUCTION, path), 'utf8')]));
}

function replaced(tree: Tree, path: string, from: string | RegExp, to: string): Tree {
  const text = tree[path]?.replace(from, to);
  if (text === undefined || text === tree[path]) throw new Error(`${path} has no ${from}`);
  return { ...tree, [path]: text };
}

const RDS = 'production/data/rds.yaml';
const TABLES = 'production/data/dynamodb.yaml';
const QUEUES = 'production/messaging/sqs.yaml';

export const stories: readonly Story[] = [
  {
    title: 'Rename the Aurora cluster',
    does: '`dbClusterIdentifier` of the cluster and its instances becomes `platform-database`.',
    edit: (tree) =>
      replaced(tree, RDS, /^ {2}dbClusterIdentifier: platform-db$/gm, '  dbClusterIdentifier: platform-database'),
  },
  {
    title: 'Delete the orders table',
    does: 'The table `orders` is taken out of `charts/data/dynamodb.ts`.',
    edit: (tree) => {
      const documents = tree[TABLES]!.split(SEPARATOR);
      const kept = documents.filter((text) => !/^kind: Table$/m.test(text) || !/^ {2}name: orders$/m.test(text));
      if (kept.length !== documents.length - 1) throw new Error('no table orders');
      return { ...tree, [TABLES]: kept.join(SEPARATOR) };
    },
  },
  {
    title: 'Switch a queue to FIFO',
    does: '`order-processing` gets `fifo: {}`.',
    edit: (tree) =>
      replaced(
        tree,
        QUEUES,
        /^( {2})queueName: order-processing$/m,
        "$1fifoQueue: 'true'\n$1queueName: order-processing",
      ),
  },
  {
    title: 'Shrink shards',
    does: '`cache.shards` of production goes from 3 to 2.',
    edit: (tree) => replaced(tree, 'production/data/elasticache.yaml', /numNodeGroups: 3/, 'numNodeGroups: 2'),
  },
  {
    title: 'Move a chart to another file',
    does: '`charts/messaging/sqs.ts` becomes `charts/messaging/queues.ts`.',
    edit: ({ [QUEUES]: text, ...tree }) => ({
      ...tree,
      'production/messaging/queues.yaml': text!.replace('messaging/sqs.ts', 'messaging/queues.ts'),
    }),
  },
];

export function planOfStory({ edit }: Story): Plan {
  const tree = production();
  return planOf(tree, edit(tree));
}
