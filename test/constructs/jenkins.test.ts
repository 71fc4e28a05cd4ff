import { Duration, Size } from 'cdk8s';
import type { PlatformChart } from '../../constructs/core/platform-chart';
import { AccessPoint } from '../../constructs/efs/access-point';
import { FileSystem } from '../../constructs/efs/file-system';
import { type AgentPodProps, agentPod } from '../../constructs/jenkins/agent-pod';
import { configurationFiles, literally } from '../../constructs/jenkins/configuration';
import { configurationSchema } from '../../constructs/jenkins/configuration-schema';
import { JenkinsController, type JenkinsControllerProps } from '../../constructs/jenkins/controller';
import { type MultibranchJob, multibranchScript } from '../../constructs/jenkins/multibranch-job';
import { library, type Plugin, plugin, pluginList } from '../../constructs/jenkins/plugin-list';
import { readYaml } from '../../packages/engine/src/manifests/yaml-reader';
import { chart, wired } from './scope';

const git = plugin('git', '5.10.1', 'reads repositories', ['scm-api']);
const scmApi = library('scm-api', '728.vc30dcf7a_0df5');

describe('pluginList', () => {
  test('GIVEN plugins WHEN the list is made THEN each has a line with its version, in the order of ids', () => {
    expect(pluginList('jenkins', [scmApi, git])).toBe('git:5.10.1\nscm-api:728.vc30dcf7a_0df5\n');
  });

  test.each<[string, Plugin[], string]>([
    [
      'a plugin that moves',
      [plugin('git', 'latest', 'x')],
      "jenkins: plugin git has the version 'latest', only an exact one such as 5.10.1 is allowed",
    ],
    ['a plugin without a version', [plugin('git', '', 'x')], "plugin git has the version ''"],
    [
      'a plugin twice',
      [git, scmApi, plugin('git', '5.9.0', 'x')],
      'jenkins: plugin git stands twice, at 5.10.1 and at 5.9.0',
    ],
    ['a dependency that is missing', [git], 'jenkins: plugin git needs scm-api, which is not in the list'],
    [
      'a library that nobody needs',
      [git, scmApi, library('gson-api', '2.14.0')],
      'plugin gson-api is a library that no plugin of the list needs',
    ],
  ])('GIVEN %s WHEN the list is made THEN it is refused', (_, list, message) => {
    expect(() => pluginList('jenkins', list)).toThrow(message);
  });
});

const secret = 'readFile:/secrets/git/password';
// biome-ignore lint/suspicious/noExplicitAny: what TypeScript would refuse comes from elsewhere, too
const files = (topics: any) => configurationFiles('jenkins', topics, [secret]);
const credential = (password: string) => ({
  credentials: {
    system: {
      domainCredentials: [
        {
          credentials: [
            { usernamePassword: { scope: 'GLOBAL', id: 'git', description: 'x', username: `\${${secret}}`, password } },
          ],
        },
      ],
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

  test('GIVEN a key that the schema has WHEN none is set THEN nothing is asked for', () => {
    expect(configurationSchema.safeParse({}).success).toBe(true);
  });
});

const aws = { name: 'aws', image: 'docker.io/amazon/aws-cli:2.37.5', cpu: '100m', memory: '256Mi' };
const agent = (change: Partial<AgentPodProps> = {}) =>
  agentPod('jenkins', {
    name: 'build',
    serviceAccount: 'builder',
    agent: { image: 'docker.io/jenkins/inbound-agent:3385.vf1123fb_515da_-1-jdk21', cpu: '100m', memory: '512Mi' },
    containers: [aws],
    limit: 5,
    deadline: Duration.hours(1),
    ...change,
  });

describe('agentPod', () => {
  test('GIVEN a template WHEN its Pod is read THEN it meets Pod Security restricted and has resources', () => {
    const [pod] = readYaml(agent().yaml) as { spec: Record<string, unknown> }[];
    const spec = pod!.spec as { containers: Record<string, unknown>[] } & Record<string, unknown>;
    expect(spec).toMatchObject({
      serviceAccountName: 'builder',
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    });
    expect(spec.containers.map(({ name }) => name)).toEqual(['jnlp', 'aws']);
    for (const container of spec.containers)
      expect(container).toMatchObject({
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
        resources: { requests: { cpu: '100m' }, limits: { memory: expect.stringMatching(/Mi$/) } },
      });
  });

  test.each<[string, Partial<AgentPodProps>, string]>([
    [
      'a container without resources',
      { containers: [{ ...aws, cpu: '', memory: '' }] },
      'jenkins: pod template build: container aws has no resources: cpu and memory are needed',
    ],
    [
      'memory in another unit',
      { containers: [{ ...aws, memory: '1G' }] },
      "container aws: memory '1G' is not allowed, only one like 128Mi",
    ],
    [
      'an image that moves',
      { containers: [{ ...aws, image: 'docker.io/amazon/aws-cli:latest' }] },
      "image 'docker.io/amazon/aws-cli:latest' is not pinned",
    ],
    [
      'an image without a tag',
      { containers: [{ ...aws, image: 'docker.io/amazon/aws-cli' }] },
      'is not pinned: a registry, and a tag that does not move or a digest are needed',
    ],
    ['a container twice', { containers: [aws, aws] }, 'pod template build: container aws stands twice'],
    ['room for none', { limit: 0 }, 'limit is 0, a whole number from 1 is allowed'],
    ['a deadline of two days', { deadline: Duration.days(2) }, 'deadline is 172800 s, 300 s to 86400 s are allowed'],
    ['a name with a space', { name: 'big build' }, 'pod template big build: the name is not allowed'],
  ])('GIVEN %s WHEN the template is made THEN it is refused', (_, change, message) => {
    expect(() => agent(change)).toThrow(message);
  });
});

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

const controller = (scope: PlatformChart, change: Partial<JenkinsControllerProps> = {}) => {
  const fileSystem = new FileSystem(scope, 'platform', { throughput: { mode: 'elastic' }, infrequentAfterDays: 30 });
  return new JenkinsController(scope, 'jenkins', {
    namespace: 'jenkins',
    image: 'docker.io/jenkins/jenkins:2.568.2-jdk21',
    configuration: { 'controller.yaml': 'jenkins: {}\n' },
    plugins: 'git:5.10.1\n',
    secrets: ['jenkins-credentials'],
    home: {
      fileSystem,
      accessPoint: new AccessPoint(scope, 'home', { fileSystem, path: '/jenkins', uid: 1_000, gid: 1_000 }),
      size: Size.gibibytes(20),
    },
    resources: { cpuMillicores: 500, memory: Size.gibibytes(2) },
    priorityClassName: 'services',
    ...change,
  });
};

describe('JenkinsController', () => {
  test('GIVEN a controller WHEN it is made THEN its Pod writes only to volumes, and is found by labels that do not move', () => {
    const scope = chart();
    controller(scope);
    const objects = wired(scope);
    const { spec } = objects['StatefulSet jenkins']!;
    const pod = spec['template'] as { metadata: { labels: object }; spec: Record<string, unknown> };
    expect(pod.metadata.labels).toEqual({ 'app.kubernetes.io/name': 'jenkins' });
    expect(objects['Service jenkins']!.spec['selector']).toEqual({ 'app.kubernetes.io/name': 'jenkins' });
    for (const container of [...(pod.spec['containers'] as object[]), ...(pod.spec['initContainers'] as object[])])
      expect(container).toMatchObject({
        securityContext: { readOnlyRootFilesystem: true, runAsNonRoot: true, capabilities: { drop: ['ALL'] } },
        resources: { requests: { cpu: '500m', memory: '2048Mi' }, limits: { memory: '2048Mi' } },
      });
  });

  test('GIVEN a home WHEN AWS has made its access point THEN the volume is that, and neither it nor its claim is pruned', () => {
    const scope = chart();
    controller(scope);
    const objects = wired(scope);
    expect(objects['PersistentVolume jenkins-home']!.spec).toMatchObject({
      persistentVolumeReclaimPolicy: 'Retain',
      mountOptions: ['iam'],
      csi: {
        volumeHandle: expect.stringMatching(/^\$\{\w+\.status\.fileSystemID\}::\$\{\w+\.status\.accessPointID\}$/),
      },
    });
    for (const name of ['ResourceGraphDefinition test-jenkins', 'PersistentVolumeClaim jenkins-home'])
      expect(objects[name]!.metadata.annotations).toMatchObject({
        'argocd.argoproj.io/sync-options': expect.stringContaining('Prune=false,Delete=false'),
      });
  });

  test('GIVEN another configuration WHEN it is synthesized THEN the Pod starts anew', () => {
    const mark = (text: string) => {
      const scope = chart();
      controller(scope, { configuration: { 'controller.yaml': text } });
      const template = wired(scope)['StatefulSet jenkins']!.spec['template'] as { metadata: { annotations: object } };
      return JSON.stringify(template.metadata.annotations);
    };
    expect(mark('a')).toBe(mark('a'));
    expect(mark('a')).not.toBe(mark('b'));
  });

  test.each<[string, Partial<JenkinsControllerProps>, string]>([
    [
      'an image that moves',
      { image: 'docker.io/jenkins/jenkins:lts-jdk21' },
      "image 'docker.io/jenkins/jenkins:lts-jdk21' is not pinned",
    ],
    [
      'too little memory',
      { resources: { cpuMillicores: 500, memory: Size.mebibytes(512) } },
      'resources.memory is 512 MiB, a whole number from 1024 to 262144 MiB is allowed',
    ],
    [
      'too little processor',
      { resources: { cpuMillicores: 100, memory: Size.gibibytes(2) } },
      'resources.cpuMillicores is 100, a whole number from 250 to 64000 is allowed',
    ],
    [
      'no time to end',
      { terminationGracePeriod: Duration.seconds(5) },
      'terminationGracePeriod is 5 s, at least 30 s are allowed',
    ],
  ])('GIVEN %s WHEN the controller is made THEN it is refused', (_, change, message) => {
    expect(() => controller(chart(), change)).toThrow(message);
  });
});
