import {
  BACKUP_ROLE,
  KARPENTER,
  partitionOf,
  RESTORE_ROLE,
  SHIELD_RESPONSE_ROLE,
  SPENDING_FREEZE_ROLE,
} from '@aws-platform/engine/aws';
import type { EnvironmentData } from '../../../environments';
import { bootstrapRoleArn, controllersBoundaryArn, freezeArn } from '../names';
import type { Conditions, PolicyStatement } from '../statement';

/**
 * A role of a service that reaches data, networks or other roles: charts pass it on or AWS looks it up, nobody in the
 * cluster changes it.
 */
export interface ServiceRole {
  /** With the environment's prefix, but for names that are AWS's own. */
  readonly name: string;
  /** AWS looks the role up by its name, in the root path: an account can have only one. @default false */
  readonly nameIsAwsOwn?: boolean;
  readonly description: string;
  readonly service: string;
  readonly trustedWhen?: Conditions;
  /** AWS's own policies, and why not one of ours. */
  readonly managed?: { readonly policies: readonly string[]; readonly because: string };
  readonly statements?: readonly PolicyStatement[];
}

/** The service roles of an environment; those that dist does not name are not made. */
export function serviceRolesOf(environment: EnvironmentData): ServiceRole[] {
  const { account, namePrefix, dms } = environment;
  const ownAccount: Conditions = { StringEquals: { 'aws:SourceAccount': account } };
  return [
    {
      name: `${namePrefix}${BACKUP_ROLE}`,
      description: 'AWS Backup, when it makes and copies backups',
      service: 'backup.amazonaws.com',
      // https://docs.aws.amazon.com/aws-backup/latest/devguide/security-iam-awsmanpol.html
      managed: {
        policies: ['service-role/AWSBackupServiceRolePolicyForBackup', 'AWSBackupServiceRolePolicyForS3Backup'],
        because: 'AWS keeps it in step with what AWS Backup can back up; the boundary keeps other environments out',
      },
    },
    {
      name: `${namePrefix}${RESTORE_ROLE}`,
      description: 'AWS Backup, when it restores, for a test or in earnest',
      service: 'backup.amazonaws.com',
      managed: {
        policies: ['service-role/AWSBackupServiceRolePolicyForRestores', 'AWSBackupServiceRolePolicyForS3Restore'],
        because: 'AWS keeps it in step with what AWS Backup can restore; the boundary keeps other environments out',
      },
    },
    spendingFreeze(environment),
    {
      name: `${namePrefix}${SHIELD_RESPONSE_ROLE}`,
      description: "Shield's response team during an attack",
      service: 'drt.shield.amazonaws.com',
      // https://docs.aws.amazon.com/waf/latest/developerguide/ddos-srt-access.html
      managed: {
        policies: ['service-role/AWSShieldDRTAccessPolicy'],
        because: 'what the response team needs is decided by the team',
      },
    },
    ...(dms.accountRoles ? DMS_ROLES.map((role) => ({ ...role, trustedWhen: ownAccount })) : []),
  ];
}

/**
 * DMS looks for these names: https://docs.aws.amazon.com/dms/latest/userguide/security-iam.html#CHAP_Security.APIRole
 */
const DMS_ROLES: readonly ServiceRole[] = [
  {
    name: 'dms-vpc-role',
    nameIsAwsOwn: true,
    description: 'Lets DMS put its instances into the VPCs of the account',
    service: 'dms.amazonaws.com',
    managed: {
      policies: ['service-role/AmazonDMSVPCManagementRole'],
      because: 'DMS asks for this policy by its name',
    },
  },
  {
    name: 'dms-cloudwatch-logs-role',
    nameIsAwsOwn: true,
    description: 'Lets DMS log what the tasks of the account do',
    service: 'dms.amazonaws.com',
    managed: {
      policies: ['service-role/AmazonDMSCloudWatchLogsRole'],
      because: 'DMS asks for this policy by its name',
    },
  },
];

/** https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-action-role.html */
function spendingFreeze(environment: EnvironmentData): ServiceRole {
  const { account, namePrefix } = environment;
  return {
    name: `${namePrefix}${SPENDING_FREEZE_ROLE}`,
    description: 'AWS Budgets, when it attaches the policy that freezes spending, or takes it off again',
    service: 'budgets.amazonaws.com',
    trustedWhen: {
      ArnLike: { 'aws:SourceArn': `arn:${partitionOf(environment.region)}:budgets::${account}:budget/${namePrefix}*` },
      StringEquals: { 'aws:SourceAccount': account },
    },
    statements: [
      {
        Sid: 'AttachOnlyThis',
        Effect: 'Allow',
        Action: ['iam:AttachRolePolicy', 'iam:DetachRolePolicy'],
        Resource: [bootstrapRoleArn(`${namePrefix}${KARPENTER.serviceAccount}`, environment)],
        Condition: {
          ArnEquals: {
            'iam:PermissionsBoundary': controllersBoundaryArn(environment),
            'iam:PolicyARN': freezeArn(environment),
          },
        },
      },
    ],
  };
}

/**
 * The ARNs of those that services look at before they take them: an account's own ones, too, whichever environment made
 * them.
 */
export function serviceRoleArns(environment: EnvironmentData): string[] {
  const { account, region } = environment;
  const ofAccount = DMS_ROLES.map(({ name }) => `arn:${partitionOf(region)}:iam::${account}:role/${name}`);
  return [
    ...ofAccount,
    ...passedServiceRoles(environment).map(({ name }) => bootstrapRoleArn(name, environment)),
  ].sort();
}

/** Those that charts pass on to their services. */
export function passedServiceRoles(environment: EnvironmentData): ServiceRole[] {
  return serviceRolesOf(environment).filter(({ nameIsAwsOwn = false }) => !nameIsAwsOwn);
}
