import { configurationFiles, literally } from '../../../constructs/jenkins/configuration';
import { readYaml } from '../../../packages/engine/src/manifests/yaml-reader';

const secret = 'readFile:/secrets/git/password';
// biome-ignore lint/suspicious/noExplicitAny: what TypeScript would refuse comes from elsewhere, too
const files = (topics: any) => configurationFiles('jenkins', topics, [secret]);
const credential = (value: string, scope = 'SYSTEM') => ({
  credentials: {
    system: {
      domainCredentials: [{ credentials: [{ string: { scope, id: 'cloud', description: 'x', secret: value } }] }],
    },
  },
});

describe('configurationFiles', () => {
  test('GIVEN topics WHEN they are written THEN each is a file that Jenkins reads alike', () => {
    const topics = { controller: { jenkins: { numExecutors: 0 as const } }, tools: credential(`\${${secret}}`) };
    const written = files(topics);
    expect(Object.keys(written)).toEqual(['controller.yaml', 'tools.yaml']);
    for (const [topic, given] of Object.entries(topics)) expect(readYaml(written[`${topic}.yaml`]!)).toEqual([given]);
  });

  test.each([
    [
      'executors on the controller',
      { a: { jenkins: { numExecutors: 2 } } },
      'jenkins: topic a: jenkins.numExecutors: the controller runs no builds: only 0 executors are allowed',
    ],
    ['a topic that is not known', { a: { jenkinz: {} } }, 'jenkins: topic a: Unrecognized key: "jenkinz"'],
    [
      'a key that is not known',
      { a: { jenkins: { executors: 0 } } },
      'jenkins: topic a: jenkins: Unrecognized key: "executors"',
    ],
    [
      'a port for agents',
      { a: { jenkins: { slaveAgentPort: 50_000 } } },
      'jenkins.slaveAgentPort: Invalid input: expected -1',
    ],
    [
      'the value of a secret',
      { a: credential('hunter2') },
      'a secret stands in a file: only ${readFile:/its/path} is allowed',
    ],
    [
      'a secret that is not mounted',
      { a: credential('${readFile:/secrets/git/token}') },
      `refers to 'readFile:/secrets/git/token', only ${secret} are there`,
    ],
    [
      'a credential of every job',
      { a: credential(`\${${secret}}`, 'GLOBAL') },
      'every job could use it: only SYSTEM is allowed, and those of jobs belong to their folders',
    ],
    [
      'a value of a variable of scripts',
      { a: { jobs: [{ providedEnv: { GIT_PASSWORD: 'hunter2' } }] } },
      'jenkins: topic a: jobs.0.providedEnv.GIT_PASSWORD: a secret stands in a file',
    ],
    [
      'a cloud of every job',
      {
        a: {
          jenkins: {
            clouds: [
              {
                kubernetes: {
                  name: 'x',
                  namespace: 'x',
                  jenkinsUrl: 'http://x',
                  webSocket: true,
                  containerCap: 1,
                  maxRequestsPerHost: 1,
                },
              },
            ],
          },
        },
      },
      'jenkins.clouds.0.kubernetes.usageRestricted: any job could use it: only true is allowed',
    ],
    [
      'a key of AWS',
      { a: { jenkins: { systemMessage: 'AKIAABCDEFGHIJKLMNOP' } } },
      'jenkins.systemMessage looks like the value of a secret, which has no place in git',
    ],
    [
      'a login in a URL',
      { a: { jobs: [{ script: "remote('https://me:token@github.com/x.git')" }] } },
      'jobs[0].script looks like the value of a secret',
    ],
    [
      'one value from two topics',
      { a: { jenkins: { quietPeriod: 5 } }, b: { jenkins: { quietPeriod: 6 } } },
      'jenkins: topic b: jenkins.quietPeriod is set by topic a, too',
    ],
    [
      'a permission that is not known',
      {
        a: {
          jenkins: {
            authorizationStrategy: {
              globalMatrix: { entries: [{ group: { name: 'x', permissions: ['Job/Delete'] } }] },
            },
          },
        },
      },
      'Invalid input',
    ],
  ])('GIVEN %s WHEN it is written THEN it is refused', (_, topics, message) => {
    expect(() => files(topics)).toThrow(message);
  });

  test('GIVEN a script with a variable WHEN it is to be literal THEN Jenkins does not look for a secret', () => {
    expect(files({ a: { jobs: [{ script: literally('echo "${BRANCH}"') }] } })['a.yaml']).toContain('^${BRANCH}');
  });
});
