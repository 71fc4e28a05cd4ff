import { COMPUTE_TYPES, type ComputeType } from '@aws-platform/engine/aws';
import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import * as codebuild from '../../imports/codebuild.aws.m.upbound.io';
import { LogGroup } from '../cloudwatchlogs/log-group';
import { type CodeRepository, DEFAULT_BRANCH } from '../codecommit/repository';
import { AwsObject } from '../core/aws-object';
import type { SecurityGroup } from '../ec2/security-group';
import type { PullThroughCache } from '../ecr/pull-through-cache';
import type { ImageRepository } from '../ecr/repository';
import type { Bucket } from '../s3/bucket';
import type { Secret } from '../secretsmanager/secret';
import { type Buildspec, buildspecJson, buildspecProblems } from './buildspec';
import { BuildRole } from './project-role';

/** Bounds: https://docs.aws.amazon.com/codebuild/latest/APIReference/API_CreateProject.html */
export interface BuildProjectProps {
  /** At most 255 characters. */
  readonly description: string;
  readonly source: BuildSource;
  /** What it does, written here. */
  readonly buildspec: Buildspec;
  /** With a tag that is not `latest`, or a digest. @default Amazon Linux 2023 with AWS's tools */
  readonly image?: string;
  /** @default 'x86_64' */
  readonly architecture?: keyof typeof STANDARD_IMAGES;
  readonly computeType: ComputeType;
  /** How long a build may take, 5 to 2,160 minutes. */
  readonly timeout: Duration;
  /** How long it may wait before it begins, 5 to 480 minutes. @default Duration.hours(1) */
  readonly queuedTimeout?: Duration;
  /** How many may run at once, 1 or more; the account's limit is the most. */
  readonly concurrentBuilds: number;
  /** Days that CloudWatch keeps what it prints. */
  readonly logRetentionDays: number;
  /**
   * Where what is built goes: `builds/`, the project, the build, `output.zip`.
   * @default nowhere; required with `buildspec.artifacts`
   */
  readonly artifacts?: Bucket;
  /** @default every build begins with nothing */
  readonly cache?: BuildCache;
  /**
   * Its group, when it has to reach what is inside the VPC; it is in the private subnets then.
   * @default outside the VPC
   */
  readonly securityGroup?: SecurityGroup;
  /** Lets the build run Docker, which makes it root on its host: for builds of images only. @default it cannot */
  readonly privileged?: { readonly because: string };
  /** What commands read; nothing secret. @default none */
  readonly variables?: Readonly<Record<string, string>>;
  /** What commands read of Secrets Manager; CodeBuild takes it out of what they print. @default none */
  readonly secrets?: Readonly<Record<string, { readonly secret: Secret; readonly key: string }>>;
  /** Where it may push images, and pull them. @default nowhere */
  readonly pushesTo?: readonly ImageRepository[];
  /** Where it may pull public images. @default nowhere */
  readonly pullsFrom?: readonly PullThroughCache[];
}

/** Where the code is, and which of it; `main` where nobody says. */
export type BuildSource =
  | { readonly codeCommit: CodeRepository }
  | {
      readonly gitHub: string;
      /** Of a connection that a person made. Without it everybody has to be able to read the repository. */
      readonly connectionArn?: string;
    };

/** In S3, for all builds; or on the host of the build before, where there still is one, and outside the VPC only. */
export type BuildCache = { readonly bucket: Bucket } | { readonly local: readonly LocalCache[] };

export type LocalCache = 'LOCAL_CUSTOM_CACHE' | 'LOCAL_DOCKER_LAYER_CACHE' | 'LOCAL_SOURCE_CACHE';

/** https://docs.aws.amazon.com/codebuild/latest/userguide/ec2-compute-images.html */
const STANDARD_IMAGES = {
  x86_64: { type: 'LINUX_CONTAINER', image: 'aws/codebuild/amazonlinux-x86_64-standard:5.0' },
  arm64: { type: 'ARM_CONTAINER', image: 'aws/codebuild/amazonlinux-aarch64-standard:3.0' },
} as const;

const KIND = 'codebuild.aws.m.upbound.io/Project';
/** Below it, the lifecycle of the bucket `artifacts` deletes what is old. */
const BUILDS = 'builds';

/**
 * A CodeBuild project with its role, which may do what its props say and no more, and its log group. Private, without a
 * badge: who builds, Jenkins, starts it and is told by it.
 */
export class BuildProject extends AwsObject {
  readonly arn: string;
  readonly role: BuildRole;

  constructor(scope: Construct, id: string, props: BuildProjectProps) {
    super(scope, id);
    const { queuedTimeout = Duration.hours(1), architecture = 'x86_64' } = props;
    const standard = STANDARD_IMAGES[architecture];
    const image = props.image ?? standard.image;
    this.requireSound({ ...props, queuedTimeout, image });
    this.arn = this.arnFor(KIND);
    const { region, keys } = this.landing;
    const logGroup = new LogGroup(this, id, {
      awsPrefix: '/aws/codebuild/',
      retentionDays: props.logRetentionDays,
    });
    const objects = [`${BUILDS}/${id}/*`, `${BUILDS}/cache/${id}/*`];
    this.role = new BuildRole(this, `${id}-build`, { ...props, projectArn: this.arn, logGroup, objects });

    new codebuild.Project(this, 'Resource', {
      metadata: this.crossplaneMetadata(),
      spec: {
        forProvider: {
          region,
          description: props.description,
          serviceRole: this.role.arn,
          source: { ...renderSource(props.source), buildspec: buildspecJson(props.buildspec) },
          sourceVersion: `refs/heads/${DEFAULT_BRANCH}`,
          environment: {
            type: standard.type,
            computeType: props.computeType,
            image,
            // others than AWS's own are in a registry that the role may read
            imagePullCredentialsType: image.startsWith('aws/codebuild/') ? 'CODEBUILD' : 'SERVICE_ROLE',
            privilegedMode: props.privileged !== undefined,
            environmentVariable: renderVariables(props),
          },
          artifacts: props.artifacts ? this.artifactsIn(props.artifacts) : { type: 'NO_ARTIFACTS' },
          cache: this.cache(props.cache),
          logsConfig: {
            cloudwatchLogs: { status: 'ENABLED', groupName: logGroup.awsName },
            s3Logs: { status: 'DISABLED' },
          },
          encryptionKey: keys.storage,
          buildTimeout: props.timeout.toMinutes(),
          queuedTimeout: queuedTimeout.toMinutes(),
          concurrentBuildLimit: props.concurrentBuilds,
          badgeEnabled: false,
          projectVisibility: 'PRIVATE',
          ...(props.securityGroup && {
            vpcConfig: {
              vpcId: this.need('vpc').id,
              subnets: [...this.need('vpc').privateSubnetIds],
              securityGroupIds: [props.securityGroup.id],
            },
          }),
          tags: this.tags,
        },
      },
    });
  }

  private artifactsIn(bucket: Bucket): codebuild.ProjectSpecForProviderArtifacts {
    return {
      type: 'S3',
      location: bucket.awsName,
      path: `${BUILDS}/${this.node.id}`,
      namespaceType: 'BUILD_ID',
      name: 'output.zip',
      packaging: 'ZIP',
      encryptionDisabled: false,
      // the buildspec says nothing of a name
      overrideArtifactName: false,
    };
  }

  private cache(cache: BuildCache | undefined): codebuild.ProjectSpecForProviderCache {
    if (!cache) return { type: 'NO_CACHE' };
    return 'bucket' in cache
      ? { type: 'S3', location: `${cache.bucket.awsName}/${BUILDS}/cache/${this.node.id}` }
      : { type: 'LOCAL', modes: [...cache.local] };
  }

  private requireSound(props: BuildProjectProps & { readonly queuedTimeout: Duration; readonly image: string }): void {
    this.requireMatch(
      'project name',
      this.awsName,
      /^[A-Za-z0-9][\w-]{1,149}$/,
      '2 to 150 letters, digits, hyphens and _, a letter or digit first',
    );
    this.requireLength('description', props.description, 255);
    this.requireMatch(
      'image',
      props.image,
      /^[\w./-]+(?::(?!latest$)[\w.-]+|@sha256:[0-9a-f]{64})$/,
      'a name with a tag that is not latest, or with a digest',
    );
    if (!COMPUTE_TYPES.includes(props.computeType))
      this.fail(`computeType '${props.computeType}' does not exist, allowed are ${COMPUTE_TYPES.join(', ')}`);
    this.requireRange('timeout', props.timeout.toMinutes(), 5, 2_160, ' min');
    this.requireRange('queuedTimeout', props.queuedTimeout.toMinutes(), 5, 480, ' min');
    this.requireRange('concurrentBuilds', props.concurrentBuilds, 1, Number.MAX_SAFE_INTEGER);
    const names = [...Object.keys(props.variables ?? {}), ...Object.keys(props.secrets ?? {})];
    for (const name of names)
      this.requireMatch('variable', name, /^(?!CODEBUILD_)[A-Za-z_]\w*$/, 'letters, digits and _, not CODEBUILD_');
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) this.fail(`variable '${twice}' stands among variables and among secrets`);
    for (const [name, { secret, key }] of Object.entries(props.secrets ?? {}))
      if (!secret.fields.includes(key))
        this.fail(`secrets.${name}: '${secret.node.id}' has no field '${key}', only ${secret.fields.join(', ')}`);
    for (const problem of buildspecProblems(props.buildspec)) this.fail(problem);
    this.requireFitting(props);
  }

  /** What goes together. */
  private requireFitting({ buildspec, artifacts, cache, securityGroup, privileged }: BuildProjectProps): void {
    if ((artifacts === undefined) !== (buildspec.artifacts === undefined))
      this.fail(`artifacts and buildspec.artifacts belong together, only one of them is there`);
    const local = cache && 'local' in cache ? cache.local : undefined;
    if (local?.length === 0) this.fail('cache.local is empty, at least one mode is needed');
    if (local && securityGroup)
      // https://github.com/aws/aws-cdk/issues/21727#issuecomment-1625806013
      this.fail('a local cache works outside the VPC only, inside it one in a bucket is needed');
    const isOfPaths = cache !== undefined && (!local || local.includes('LOCAL_CUSTOM_CACHE'));
    if (isOfPaths !== (buildspec.cachePaths !== undefined))
      this.fail(
        'buildspec.cachePaths and a cache in a bucket or LOCAL_CUSTOM_CACHE belong together, only one is there',
      );
    if (local?.includes('LOCAL_DOCKER_LAYER_CACHE') && !privileged)
      this.fail('LOCAL_DOCKER_LAYER_CACHE is of privileged builds only');
    if (privileged && privileged.because.length < 10)
      this.fail(
        `privileged.because '${privileged.because}' is too short, a reason of at least 10 characters is needed`,
      );
  }
}

function renderSource(source: BuildSource): codebuild.ProjectSpecForProviderSource {
  const shallow = { gitCloneDepth: 1, gitSubmodulesConfig: { fetchSubmodules: false } };
  if ('codeCommit' in source) return { type: 'CODECOMMIT', location: source.codeCommit.cloneUrl, ...shallow };
  const { gitHub, connectionArn } = source;
  return {
    type: 'GITHUB',
    location: gitHub,
    ...shallow,
    ...(connectionArn !== undefined && {
      auth: { type: 'CODECONNECTIONS', resource: connectionArn },
      reportBuildStatus: true,
    }),
  };
}

function renderVariables({
  variables = {},
  secrets = {},
}: BuildProjectProps): codebuild.ProjectSpecForProviderEnvironmentEnvironmentVariable[] | undefined {
  const all = [
    ...Object.entries(variables).map(([name, value]) => ({ name, type: 'PLAINTEXT', value })),
    ...Object.entries(secrets).map(([name, { secret, key }]) => ({
      name,
      type: 'SECRETS_MANAGER',
      value: `${secret.awsName}:${key}`,
    })),
  ];
  return all.length > 0 ? all : undefined;
}
