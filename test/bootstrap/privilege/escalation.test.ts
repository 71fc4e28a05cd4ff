import { loadEnvironments } from '../../../environments';
import { escalationPaths } from '../../../packages/engine/src/rules/privilege/escalation-paths';
import { ROOT } from '../../repository';
import { type Bootstrap, bootstrapOf } from './account';
import { Asker } from './asked';
import { type Subject, subjectsOf } from './subjects';

jest.setTimeout(120_000);

const environments = loadEnvironments(ROOT);
let bootstraps: Bootstrap[];

beforeAll(() => {
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  bootstraps = environments.map(bootstrapOf);
});
afterAll(() => jest.restoreAllMocks());

test('GIVEN the list of paths WHEN it is counted THEN it is whole', () => {
  expect(Object.keys(escalationPaths)).toHaveLength(67);
});

describe.each(environments.map(({ name }, index) => [name, index] as const))('%s', (_name, index) => {
  let subjects: readonly Subject[];
  let asker: Asker;
  beforeAll(() => {
    const own = bootstraps[index]!;
    subjects = subjectsOf(own);
    asker = new Asker(
      own,
      bootstraps.filter(({ environment }) => environment.account === own.environment.account),
    );
  });

  test('GIVEN its templates WHEN roles that the cluster can use are looked for THEN all controllers are among them', () => {
    expect(subjects.length).toBeGreaterThan(50);
  });

  test.each(Object.entries(escalationPaths))(
    'GIVEN %s, which needs %j WHEN any of its roles takes it THEN AWS denies it',
    (_id, path) => {
      expect(subjects.flatMap((subject) => asker.open(subject, path))).toEqual([]);
    },
  );
});
