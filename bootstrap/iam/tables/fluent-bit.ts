import { FLUENT_BIT } from '@aws-platform/engine/aws';
import type { HelmController } from './helm-controllers';
import { arnsIn } from './place';

/**
 * https://docs.fluentbit.io/manual/pipeline/outputs/cloudwatch: into log groups that charts make, so that each has a
 * retention and a key.
 */
export const fluentBit: HelmController = {
  chart: 'fluent-bit',
  name: 'fluent-bit',
  ...FLUENT_BIT,
  statements: (environment) => [
    {
      Sid: 'Write',
      Effect: 'Allow',
      Action: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
      Resource: [arnsIn(environment).regional('logs')(`log-group:/aws/eks/${environment.outputs.clusterName}/*`)],
    },
  ],
};
