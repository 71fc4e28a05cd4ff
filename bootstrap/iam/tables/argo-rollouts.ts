import { ARGO_ROLLOUTS } from '@aws-platform/engine/aws';
import type { HelmController } from './helm-controllers';
import { arnsIn } from './place';

/**
 * https://argo-rollouts.readthedocs.io/en/release-1.9/features/traffic-management/alb/#zero-downtime-updates-with-aws-targetgroup-verification,
 * of which a TargetGroupBinding needs one action, and the metrics of the environment's own workspace.
 */
export const argoRollouts: HelmController = {
  chart: 'argo-rollouts',
  name: 'argo-rollouts',
  ...ARGO_ROLLOUTS,
  // what signs its questions to Prometheus is built with aws-sdk-go v1.44, from before Pod Identity
  // (https://github.com/argoproj/argo-rollouts/blob/v1.9.1/go.mod,
  // https://docs.aws.amazon.com/eks/latest/userguide/pod-id-minimum-sdk.html)
  isWebIdentity: true,
  statements: (environment) => [
    {
      Sid: 'AskPrometheus',
      Effect: 'Allow',
      Action: ['aps:QueryMetrics'],
      Resource: [arnsIn(environment).regional('aps')('workspace/*')],
      Condition: {
        StringEquals: Object.fromEntries(
          Object.entries(environment.tags).map(([key, value]) => [`aws:ResourceTag/${key}`, value]),
        ),
      },
    },
    {
      Sid: 'SeeTargets',
      Effect: 'Allow',
      Action: ['elasticloadbalancing:DescribeTargetHealth'],
      Resource: ['*'],
      Condition: { StringEquals: { 'aws:RequestedRegion': environment.region } },
    },
  ],
};
