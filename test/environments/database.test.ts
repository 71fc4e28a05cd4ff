import { environmentSchema } from '../../environments';
import { production } from '../../environments/production';

const { database } = production;

describe('the database of an environment', () => {
  test.each([
    ['some version', { engineVersion: 'latest' }, 'engineVersion', 'such as 17.9'],
    ['a server of EC2', { instanceClass: 'r7g.large' }, 'instanceClass', 'looks like db.r7g.large'],
    ['no instances', { instances: 0 }, 'instances', '>=1'],
    ['half an instance', { instances: 1.5 }, 'instances', 'int'],
    ['no backups', { backupRetentionDays: 0 }, 'backupRetentionDays', '>=1'],
    ['insights of an unknown mode', { insights: { mode: 'deep', retentionDays: 7 } }, 'insights.mode', '"advanced"'],
    ['a writer in a third region', { writer: 'far' }, 'writer', '"dr"'],
    [
      'a writer where there is no instance',
      { writer: 'dr', dr: { ...database.dr, instances: 0 } },
      'writer',
      'nothing there can write',
    ],
    ['an unknown field', { readers: 2 }, '', 'Unrecognized key: "readers"'],
  ])('GIVEN %s WHEN the environment is checked THEN it is refused at its path', (_what, change, path, message) => {
    const result = environmentSchema.safeParse({ ...production, database: { ...database, ...change } });
    const issues = result.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? [];
    expect(issues).toHaveLength(1);
    expect(issues[0]).toContain(path === '' ? 'database: ' : `database.${path}: `);
    expect(issues[0]).toContain(message);
  });

  test('GIVEN a writer in the DR region WHEN it has an instance THEN the environment is taken', () => {
    expect(environmentSchema.safeParse({ ...production, database: { ...database, writer: 'dr' } }).success).toBe(true);
  });
});
