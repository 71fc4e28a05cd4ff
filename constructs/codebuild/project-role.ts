import { formatArn, partitionOf } from '@aws-platform/engine/aws';
import type { Construct } from 'constructs';
import type { LogGroup } from '../cloudwatchlogs/log-group';
import { type HomeVpc, Landing } from '../core/landing';
import { onlyThrough, type Statement } from '../core/policy-document';
import { Role } from '../iam/role';
import type { BuildProjectProps } from './project';

type Uses = Pick<
  BuildProjectProps,
  | 'artifacts'
  | 'buildspec'
  | 'cache'
  | 'description'
  | 'image'
  | 'pullsFrom'
  | 'pushesTo'
  | 'secrets'
  | 'securityGroup'
  | 'source'
>;

interface BuildRoleProps extends Uses {
  readonly projectArn: string;
  readonly logGroup: LogGroup;
  /** Keys that it may read and write in its buckets, as patterns. */
  readonly objects: readonly string[];
}

/**
 * The role of a build: https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-service-role.html, without
 * what the project has no use for.
 */
export class BuildRole extends Role {
  constructor(scope: Construct, id: string, props: BuildRoleProps) {
    const landing = Landing.of(scope);
    super(scope, id, {
      description: `Builds: ${props.description}`,
      assumedBy: {
        service: 'codebuild.amazonaws.com',
        conditions: {
          ArnEquals: { 'aws:SourceArn': props.projectArn },
          StringEquals: { 'aws:SourceAccount': landing.account },
        },
      },
      policies: {
        build: [...logs(props), ...reports(props), ...source(props), ...secrets(props, landing)],
        objects: [...objects(props), ...key(landing)],
        ...(usesImages(props) && { images: images(props) }),
        ...(props.securityGroup && { network: network(landing, Landing.need(scope, 'vpc')) }),
      },
    });
  }
}

function logs({ logGroup }: BuildRoleProps): Statement[] {
  return [
    { sid: 'WriteLogs', actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [`${logGroup.arn}:*`] },
  ];
}

function reports({ buildspec }: BuildRoleProps): Statement[] {
  if (!buildspec.reports) return [];
  const { group } = buildspec.reports;
  return [
    {
      sid: 'Report',
      actions: ['codebuild:BatchPutTestCases', 'codebuild:CreateReport', 'codebuild:UpdateReport'],
      resources: [group.arn],
    },
    { sid: 'KeepReports', actions: ['s3:PutObject'], resources: [group.objects] },
  ];
}

function source({ source: from }: BuildRoleProps): Statement[] {
  if ('codeCommit' in from)
    return [{ sid: 'ReadCode', actions: ['codecommit:GitPull'], resources: [from.codeCommit.arn] }];
  const { connectionArn } = from;
  if (connectionArn === undefined) return [];
  return [
    {
      sid: 'ReadCode',
      actions: ['codeconnections:GetConnection', 'codeconnections:GetConnectionToken', 'codeconnections:UseConnection'],
      resources: [connectionArn],
    },
  ];
}

function secrets({ secrets: read = {} }: BuildRoleProps, { region, keys }: Landing): Statement[] {
  const arns = Object.values(read).map(({ secret }) => secret.arnPattern);
  if (arns.length === 0) return [];
  return [
    { sid: 'ReadSecrets', actions: ['secretsmanager:GetSecretValue'], resources: [...new Set(arns)] },
    {
      sid: 'DecryptSecrets',
      actions: ['kms:Decrypt'],
      resources: [keys.secrets],
      conditions: onlyThrough('secretsmanager', region),
    },
  ];
}

function objects({ artifacts, cache, objects: keys }: BuildRoleProps): Statement[] {
  const arns = [...(artifacts ? [artifacts.arn] : []), ...(cache && 'bucket' in cache ? [cache.bucket.arn] : [])];
  const buckets = [...new Set(arns)];
  if (buckets.length === 0) return [];
  return [
    { sid: 'FindBuckets', actions: ['s3:GetBucketAcl', 's3:GetBucketLocation'], resources: buckets },
    {
      sid: 'KeepObjects',
      actions: ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'],
      resources: buckets.flatMap((bucket) => keys.map((one) => `${bucket}/${one}`)),
    },
  ];
}

/** Of what it keeps, and of what CodeBuild keeps for it between two phases. */
function key({ keys }: Landing): Statement[] {
  return [
    {
      sid: 'UseKey',
      actions: [
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:GenerateDataKey',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
      ],
      resources: [keys.storage],
    },
  ];
}

function usesImages({ pushesTo = [], pullsFrom = [] }: BuildRoleProps): boolean {
  return pushesTo.length > 0 || pullsFrom.length > 0;
}

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html */
function images({ pushesTo = [], pullsFrom = [] }: BuildRoleProps): Statement[] {
  const push: Statement = {
    sid: 'PushAndPull',
    actions: [
      'ecr:BatchCheckLayerAvailability',
      'ecr:BatchGetImage',
      'ecr:CompleteLayerUpload',
      'ecr:GetDownloadUrlForLayer',
      'ecr:InitiateLayerUpload',
      'ecr:PutImage',
      'ecr:UploadLayerPart',
    ],
    resources: pushesTo.map(({ arn }) => arn),
  };
  return [
    {
      sid: 'LogIn',
      actions: ['ecr:GetAuthorizationToken'],
      everyResource: { because: 'IAM knows no resource of this action: the token is for the registry' },
    },
    ...(pushesTo.length > 0 ? [push] : []),
    ...pullsFrom.map((cache) => cache.pull()),
  ];
}

/**
 * https://docs.aws.amazon.com/codebuild/latest/userguide/auth-and-access-control-iam-identity-based-access-control.html#customer-managed-policies-example-create-vpc-network-interface
 */
function network({ account, region }: Landing, { privateSubnetIds }: HomeVpc): Statement[] {
  const partition = partitionOf(region);
  const ec2 = (resource: string) => formatArn({ partition, service: 'ec2', region, account, resource });
  const subnets = privateSubnetIds.map((id) => ec2(`subnet/${id}`));
  const inSubnets = { ArnEquals: { 'ec2:Subnet': subnets } };
  return [
    {
      sid: 'FindNetwork',
      actions: [
        'ec2:DescribeDhcpOptions',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSubnets',
        'ec2:DescribeVpcs',
      ],
      everyResource: { because: 'IAM knows no resource of these actions' },
    },
    {
      sid: 'MakeInterfaces',
      actions: ['ec2:CreateNetworkInterface'],
      resources: [ec2('network-interface/*'), ec2('security-group/*'), ...subnets],
    },
    {
      sid: 'RemoveInterfaces',
      actions: ['ec2:DeleteNetworkInterface'],
      resources: [ec2('network-interface/*')],
      conditions: inSubnets,
    },
    {
      sid: 'HandInterfacesToBuilds',
      actions: ['ec2:CreateNetworkInterfacePermission'],
      resources: [ec2('network-interface/*')],
      conditions: { ...inSubnets, StringEquals: { 'ec2:AuthorizedService': 'codebuild.amazonaws.com' } },
    },
  ];
}
