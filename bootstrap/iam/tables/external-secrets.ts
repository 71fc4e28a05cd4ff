import { EXTERNAL_SECRETS } from '@aws-platform/engine/aws';
import { ENVIRONMENT_TAG, environmentTagOf } from '../own-tag';
import type { HelmController } from './helm-controllers';
import { arnsIn } from './place';

/**
 * https://external-secrets.io/latest/provider/aws-secrets-manager/: it reads the platform's secrets, and PushSecret
 * seeds them.
 */
export const externalSecrets: HelmController = {
  chart: 'external-secrets',
  name: 'external-secrets',
  ...EXTERNAL_SECRETS,
  statements: (environment) => [
    {
      Sid: 'ReadAndSeed',
      Effect: 'Allow',
      Action: [
        'secretsmanager:DescribeSecret',
        'secretsmanager:GetResourcePolicy',
        'secretsmanager:GetSecretValue',
        'secretsmanager:ListSecretVersionIds',
        'secretsmanager:PutSecretValue',
        'secretsmanager:TagResource',
      ],
      Resource: [arnsIn(environment).regional('secretsmanager')(`secret:${environment.namePrefix}*`)],
      // production's names have no prefix to tell them by
      Condition: { StringEquals: { [`aws:ResourceTag/${ENVIRONMENT_TAG}`]: environmentTagOf(environment) } },
    },
  ],
};
