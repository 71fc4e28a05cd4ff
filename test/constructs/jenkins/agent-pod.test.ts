import { Duration } from 'cdk8s';
import { type AgentPodProps, agentPod } from '../../../constructs/jenkins/agent-pod';
import { readYaml } from '../../../packages/engine/src/manifests/yaml-reader';

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
