import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../engine';
import { planPage } from './page';
import { planOfStory, stories } from './stories';

const planned = (title: string) => planOfStory(stories.find((story) => story.title === title)!);
const key = ({ kind, name, effect }: { kind: string; name: string; effect: string }) => `${effect} ${kind} ${name}`;

describe('what a principal engineer would say', () => {
  test('GIVEN another name for the Aurora cluster WHEN it is planned THEN a second, empty one is foretold, and nothing may pass', () => {
    const { changes, summary } = planned('Rename the Aurora cluster');
    const [cluster] = changes.filter(({ kind }) => kind === 'DBCluster');
    expect(key(cluster!)).toBe('replace DBCluster platform-db');
    expect(cluster!.reason).toMatch(/makes a second one; the first stays in AWS with its data.*modify-db-cluster/);
    expect(changes.filter(({ kind }) => kind === 'DBInstance').map(({ effect }) => effect)).toEqual([
      'replace',
      'replace',
    ]);
    expect(cluster!.affects.length).toBeGreaterThan(0);
    expect(summary.dangers.map(({ effect }) => effect)).toContain('replace');
  });

  test('GIVEN the orders table taken out WHEN it is planned THEN it stays in AWS, and who needs it is named', () => {
    const { changes, summary } = planned('Delete the orders table');
    const [table] = changes;
    expect(key(table!)).toBe('orphan Table orders');
    expect(table!.reason).toMatch(
      /stays, in the cluster and in AWS: Argo CD never prunes it.*managementPolicies without Delete/,
    );
    expect(table!.affects.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['Role']));
    expect(summary.dangers).toEqual([]);
  });

  test('GIVEN a queue that becomes FIFO WHEN it is planned THEN SQS cannot, ACK stops, and a second queue is the way', () => {
    const { changes, summary } = planned('Switch a queue to FIFO');
    expect(changes.map(key)).toEqual(['replace Queue order-processing']);
    expect(changes[0]!.reason).toMatch(/cannot turn a standard queue into FIFO.*ACK\.Terminal.*beside this one/);
    expect(summary.dangers).toHaveLength(1);
  });

  test('GIVEN fewer shards WHEN it is planned THEN slots move, nodes go, and the size is smaller', () => {
    const { changes, summary } = planned('Shrink shards');
    expect(changes.map(key)).toEqual(['disrupt ReplicationGroup platform-redis']);
    expect(changes[0]!.reason).toMatch(/moves every slot.*refuses when the data do not fit/);
    expect(summary.size).toEqual([expect.objectContaining({ direction: 'smaller', from: 3, to: 2 })]);
  });

  test('GIVEN a chart in another file WHEN it is planned THEN nothing changes', () => {
    expect(planned('Move a chart to another file').changes).toEqual([]);
  });

  test('GIVEN docs/plan.md WHEN its transcript is made again THEN it is the same', () => {
    const page = readFileSync(join(REPOSITORY, 'docs', 'plan.md'), 'utf8');
    expect(page).toBe(planPage(page));
  });
});
