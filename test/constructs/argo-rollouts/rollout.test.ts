import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import { BlueGreenRollout, type BlueGreenRolloutProps } from '../../../constructs/argo-rollouts/rollout';
import { ImageRepository } from '../../../constructs/ecr/repository';
import { TargetGroup } from '../../../constructs/elbv2/target-group';
import { chart, wired } from '../scope';
import { successRate } from './helpers';

const DIGEST = `sha256:${'0a'.repeat(32)}`;
const rollout = (
  scope: PlatformChart,
  change: Partial<BlueGreenRolloutProps<'http' | 'metrics'>> = {},
  deregistrationDelay = Duration.seconds(60),
) =>
  new BlueGreenRollout(scope, 'web', {
    namespace: 'shop',
    image: {
      repository: new ImageRepository(scope, 'shop-web', {
        lifecycle: { untagged: { images: 'untagged', expire: { after: Duration.days(7) } } },
      }),
      tag: 'v1.2.3',
      digest: DIGEST,
    },
    replicas: 3,
    resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '128Mi' } },
    ports: { http: 8080, metrics: 9464 },
    serves: 'http',
    probes: { readiness: { path: '/healthz', port: 'http' }, liveness: { path: '/livez', port: 'http' } },
    targetGroup: new TargetGroup(scope, 'pods', { port: 8080, healthCheckPath: '/healthz', deregistrationDelay }),
    analysis: successRate(scope),
    autoPromotion: false,
    scaleDownDelay: Duration.minutes(10),
    ...change,
  });
const podOf = (scope: PlatformChart) =>
  (wired(scope)['Rollout web']!.spec['template'] as { spec: Record<string, unknown> }).spec;

describe('BlueGreenRollout', () => {
  test('GIVEN a release WHEN it is made THEN it is looked at before it takes over and after it has, and a person promotes it', () => {
    const scope = chart();
    const { activeService, previewService } = rollout(scope);
    const { metadata, spec } = wired(scope)['Rollout web']!;
    const asked = {
      templates: [{ templateName: 'web-success-rate' }],
      args: [{ name: 'revision', valueFrom: { podTemplateHashValue: 'Latest' } }],
    };
    expect(spec['strategy']).toEqual({
      blueGreen: {
        activeService: activeService.name,
        previewService: previewService.name,
        autoPromotionEnabled: false,
        prePromotionAnalysis: asked,
        postPromotionAnalysis: asked,
        scaleDownDelaySeconds: 600,
      },
    });
    expect([activeService, previewService]).toEqual([
      { name: 'web', port: 80 },
      { name: 'web-preview', port: 80 },
    ]);
    expect(spec).toMatchObject({ progressDeadlineAbort: true, rollbackWindow: { revisions: 3 } });
    // whoever waits for a person keeps nobody else waiting
    expect(metadata.annotations).toMatchObject({ 'argocd.argoproj.io/sync-wave': '100' });
  });

  test('GIVEN Services WHEN they are made THEN both stacks are found by labels, to which the controller adds the hash of one', () => {
    const scope = chart();
    rollout(scope);
    for (const name of ['web', 'web-preview'])
      expect(wired(scope)[`Service ${name}`]!.spec).toEqual({
        type: 'ClusterIP',
        selector: { 'app.kubernetes.io/name': 'web' },
        ports: [{ name: 'http', port: 80, protocol: 'TCP', targetPort: 8080 }],
      });
  });

  test('GIVEN an image WHEN Pods are made THEN they pull what its digest says', () => {
    const scope = chart();
    rollout(scope);
    expect(podOf(scope)['containers']).toMatchObject([
      { image: `123456789012.dkr.ecr.us-east-1.amazonaws.com/shop-web:v1.2.3@${DIGEST}` },
    ]);
  });

  test('GIVEN a target group WHEN a Pod has to go THEN it works until the load balancer has stopped sending', () => {
    const scope = chart();
    rollout(scope, {}, Duration.seconds(120));
    const { terminationGracePeriodSeconds, containers } = podOf(scope);
    expect(terminationGracePeriodSeconds).toBe(150);
    expect(containers).toMatchObject([{ lifecycle: { preStop: { sleep: { seconds: 120 } } } }]);
  });

  test('GIVEN a target group that waits for nothing WHEN a Pod has to go THEN it is told at once', () => {
    const scope = chart();
    rollout(scope, {}, Duration.seconds(0));
    expect((podOf(scope)['containers'] as object[])[0]).not.toHaveProperty('lifecycle');
  });

  test('GIVEN two stacks WHEN Pods are spread THEN each stack is for itself', () => {
    const scope = chart();
    rollout(scope);
    const constraints = podOf(scope)['topologySpreadConstraints'] as Record<string, unknown>[];
    expect(constraints.map(({ topologyKey }) => topologyKey)).toEqual([
      'topology.kubernetes.io/zone',
      'kubernetes.io/hostname',
    ]);
    for (const constraint of constraints) expect(constraint['matchLabelKeys']).toEqual(['rollouts-pod-template-hash']);
  });

  test.each([
    [2, undefined, 1],
    [5, 2, 2],
  ])('GIVEN %i replicas WHEN nodes are drained THEN at most so many are away', (replicas, maxUnavailable, expected) => {
    const scope = chart();
    rollout(scope, { replicas, ...(maxUnavailable && { maxUnavailable }) });
    expect(wired(scope)['PodDisruptionBudget web']!.spec).toMatchObject({ maxUnavailable: expected });
  });

  test('GIVEN one replica WHEN nodes are drained THEN nothing keeps them', () => {
    const scope = chart();
    rollout(scope, { replicas: 1 });
    expect(wired(scope)).not.toHaveProperty('PodDisruptionBudget web');
  });

  test.each<[string, Partial<BlueGreenRolloutProps<'http' | 'metrics'>>, string]>([
    ['no replica', { replicas: 0 }, 'replicas is 0, a whole number from 1 to 1000 is allowed'],
    [
      'a budget for one replica',
      { replicas: 1, maxUnavailable: 0 },
      'replicas is 1, and maxUnavailable 0: with a single Pod it bounds nothing or no node drains',
    ],
    [
      'a budget that lets no Pod go',
      { maxUnavailable: 0 },
      'maxUnavailable is 0 of 3 replicas, a whole number from 1 to 2 is allowed: with 0 no node could be drained',
    ],
    [
      'a budget that lets all Pods go',
      { maxUnavailable: 3 },
      'maxUnavailable is 3 of 3 replicas, a whole number from 1 to 2 is allowed',
    ],
    [
      'a probe of a port that is not there',
      { probes: { readiness: { path: '/', port: 'admin' as 'http' }, liveness: { path: '/', port: 'http' } } },
      "probes.startup has the port 'admin', only http, metrics are allowed",
    ],
    [
      'a probe without a port',
      { probes: { readiness: { path: '/', port: 'http' }, liveness: { path: '/' } as never } },
      "probes.liveness has the port 'undefined', only http, metrics are allowed",
    ],
    [
      'a probe without a path',
      { probes: { readiness: { path: '/', port: 'http' }, liveness: { path: 'livez', port: 'http' } } },
      "probes.liveness.path 'livez' (5 characters) is not allowed, only a path",
    ],
    ['a port that is none', { ports: { http: 0, metrics: 9464 } }, 'ports.http is 0, a whole number from 1 to 65535'],
    [
      'a preview Service that is the active one',
      { services: { active: 'web', preview: 'web' } },
      "services.preview is 'web', the active one: both stacks would get requests",
    ],
    [
      'an old stack that goes before the load balancer has let go of it',
      { scaleDownDelay: Duration.seconds(59) },
      "scaleDownDelay is 59 s, at least the target group's deregistration delay of 60 s is needed",
    ],
    [
      'an old stack that goes before the analysis has ended',
      { scaleDownDelay: Duration.seconds(360) },
      'scaleDownDelay is 360 s, more than the 360 s of the analysis are needed',
    ],
  ])('GIVEN %s WHEN it is made THEN the message says what is allowed', (_, change, message) => {
    const scope = chart();
    expect(() => rollout(scope, change)).toThrow(`production/test/chart/web: ${message}`);
  });

  test.each([
    ['', "image.tag '' (0 characters) is not allowed, only at most 128 letters, digits and . _ -, not latest"],
    ['latest', "image.tag 'latest' (6 characters) is not allowed"],
  ])('GIVEN the tag "%s" WHEN a Rollout is made THEN the message says what is allowed', (tag, message) => {
    const scope = chart();
    const repository = new ImageRepository(scope, 'other', {
      lifecycle: { untagged: { images: 'untagged', expire: { after: Duration.days(7) } } },
    });
    expect(() => rollout(scope, { image: { repository, tag, digest: DIGEST } })).toThrow(message);
    expect(() => rollout(chart(), { image: { repository, tag: 'v1', digest: 'sha256:1' } })).toThrow(
      "image.digest 'sha256:1' (8 characters) is not allowed, only sha256: and 64 hexadecimal digits",
    );
  });
});
