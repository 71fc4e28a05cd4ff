import { Duration, Size } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import { AccessPoint } from '../../../constructs/efs/access-point';
import { FileSystem } from '../../../constructs/efs/file-system';
import { JenkinsController, type JenkinsControllerProps } from '../../../constructs/jenkins/controller';
import { chart, wired } from '../scope';

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
