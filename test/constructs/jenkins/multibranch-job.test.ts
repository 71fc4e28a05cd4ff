import { type MultibranchJob, multibranchScript } from '../../../constructs/jenkins/multibranch-job';

const job = (change: Partial<MultibranchJob> = {}) =>
  multibranchScript('jenkins', {
    name: 'check',
    description: "The platform's checks",
    repository: 'https://github.com/company/platform.git',
    credentialsId: 'git',
    pipeline: 'jenkins/pipelines/check.jenkinsfile',
    ...change,
  });

describe('multibranchScript', () => {
  test('GIVEN a job WHEN it is written THEN its texts are strings in which Groovy reads nothing', () => {
    expect(job({ branches: ['main', 'release-*'] })).toContain("includes('main release-*')");
    expect(job()).toContain("description('The platform\\'s checks')");
  });

  test.each<[string, Partial<MultibranchJob>, string]>([
    ['a repository over ssh', { repository: 'git@github.com:company/platform.git' }, 'jenkins: job check: repository'],
    ['a login in the URL', { repository: 'https://me@github.com/x.git' }, 'is no https URL without a login'],
    [
      'a pipeline outside the repository',
      { pipeline: '/etc/passwd' },
      "pipeline '/etc/passwd' is no path inside the repository",
    ],
    ['no branch', { branches: [] }, 'job check: no branch is named'],
    ['a name in capitals', { name: 'Check' }, 'job Check: the name is not allowed'],
    ['half a day', { keepDays: 0.5 }, 'keepDays is 0.5, a whole number from 1 is allowed'],
  ])('GIVEN %s WHEN the job is made THEN it is refused', (_, change, message) => {
    expect(() => job(change)).toThrow(message);
  });
});
