import type { Construct } from 'constructs';
import * as secretsmanager from '../../imports/secretsmanager.aws.m.upbound.io';
import { LAST_WAVE } from '../core/annotations';
import { AwsObject } from '../core/aws-object';
import { onlyThrough, type Statement, sidFor } from '../core/policy-document';
import type { LambdaFunction } from '../lambda/function';
import type { Secret } from './secret';

/** Bounds: https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_schedule.html */
export interface SecretRotationProps {
  readonly secret: Secret;
  /** Makes the new value and sets it where it is used. */
  readonly function: LambdaFunction;
  /** `cron(0 6 ? * SUN *)`: on the hour, at one hour of UTC, in every year. */
  readonly schedule: string;
  /** How long after that it may begin, in hours: at least 1, and not over midnight. */
  readonly windowHours: number;
}

const DAY = String.raw`[\dL,*/-]+ [\dA-Z,*/-]+ \?`;
const WEEKDAY = String.raw`\? [\dA-Z,*/-]+ [\dA-Z,#*/-]+`;
const SCHEDULE = new RegExp(String.raw`^cron\(0 (1?\d|2[0-3]) (?:${DAY}|${WEEKDAY}) \*\)$`);

/**
 * Changes a secret's value on a schedule, and lets the function do it. Not at once: a secret begins without a value,
 * and a change of the schedule is no reason to change a password. The provider retries until AWS accepts it.
 * It comes last: its function may wait for what needs the secret's first value.
 */
export class SecretRotation extends AwsObject {
  constructor(scope: Construct, id: string, props: SecretRotationProps) {
    super(scope, id);
    const { secret, function: rotate, schedule, windowHours } = props;
    this.requireMatch(
      'schedule',
      schedule,
      SCHEDULE,
      "cron(0 H D M ? *) or cron(0 H ? M W *), with one hour H and AWS's days D, months M, weekdays W",
    );
    const hour = Number(SCHEDULE.exec(schedule)?.[1]);
    this.requireRange('windowHours', windowHours, 1, 24 - hour, ' h');

    // of any secret of the account, as AWS documents it: the secret's ARN is known only later
    rotate.allowInvoke('secretsmanager.amazonaws.com', 'secrets-manager');
    rotate.role.allow('rotate', ...this.statements(secret));

    new secretsmanager.SecretRotation(this, 'Resource', {
      metadata: { name: id, annotations: LAST_WAVE },
      spec: {
        forProvider: {
          region: this.landing.region,
          secretId: secret.arn,
          rotationLambdaArn: rotate.arn,
          rotateImmediately: false,
          rotationRules: { scheduleExpression: schedule, duration: `${windowHours}h` },
        },
      },
    });
  }
  /** https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html */
  private statements(secret: Secret): Statement[] {
    const { region, keys } = this.landing;
    return [
      {
        sid: sidFor('Rotate', secret.node.id),
        actions: [
          'secretsmanager:DescribeSecret',
          'secretsmanager:GetSecretValue',
          'secretsmanager:PutSecretValue',
          'secretsmanager:UpdateSecretVersionStage',
        ],
        resources: [secret.arnPattern],
      },
      {
        sid: sidFor('KeyToRotate', secret.node.id),
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: [keys.secrets],
        conditions: {
          ...onlyThrough('secretsmanager', region),
          StringLike: { 'kms:EncryptionContext:SecretARN': secret.arnPattern },
        },
      },
    ];
  }
}
