import { type MultibranchJob, multibranchScript } from '../../../constructs/jenkins/multibranch-job';

const job = (change: Partial<MultibranchJob> = {}) =>
  multibranchScript('jenkins', {
    folder: 'checks',
    name: 'check',
    description: "The platform's checks",
    repository: 'https://github.com/company/platform.git',
    credentialsId: 'git',
    pipeline: { trusted: 'platformCheck()', marker: 'package.json' },
    ...change,
  });

describe('multibranchScript', () => {
  test('GIVEN a job WHEN it is written THEN its texts are strings in which Groovy reads nothing', () => {
    expect(job({ branches: ['main', 'release-*'] })).toContain("includes('main release-*')");
    expect(job()).toContain("description('The platform\\'s checks')");
  });

  test('GIVEN a trusted pipeline WHEN the job is written THEN no file of a branch says what is done', () => {
    expect(job()).toContain("script('platformCheck()')");
    expect(job()).toContain('sandbox(true)');
    expect(job()).not.toContain('scriptPath');
  });

  test.each<[string, Partial<MultibranchJob>, string]>([
    [
      'a repository over ssh',
      { repository: 'git@github.com:company/platform.git' },
      'jenkins: job checks/check: repository',
    ],
    ['a login in the URL', { repository: 'https://me@github.com/x.git' }, 'is no https URL without a login'],
    [
      'a pipeline outside the repository',
      { branches: ['main'], pipeline: { ofBranch: '/etc/passwd' } },
      "'/etc/passwd' is no path inside the repository",
    ],
    [
      'branches that say themselves what is done',
      { branches: ['main', 'release-*'], pipeline: { ofBranch: 'Jenkinsfile' } },
      "branches 'release-*' would say themselves what is done with them",
    ],
    [
      'all branches, which say themselves what is done',
      { pipeline: { ofBranch: 'Jenkinsfile' } },
      "branches '*' would say themselves what is done with them",
    ],
    ['no branch', { branches: [] }, 'job checks/check: no branch is named'],
    ['a name in capitals', { name: 'Check' }, 'job checks/Check: the name is not allowed'],
    ['a folder in a folder', { folder: 'a/b' }, 'job a/b/check: the name is not allowed'],
    ['half a day', { keepDays: 0.5 }, 'keepDays is 0.5, a whole number from 1 is allowed'],
  ])('GIVEN %s WHEN the job is made THEN it is refused', (_, change, message) => {
    expect(() => job(change)).toThrow(message);
  });
});
