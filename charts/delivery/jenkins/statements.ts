import type { Statement } from '../../../constructs/core/policy-document';
import type { Environment } from '../../../environments';
import type { EventBridge } from '../../messaging/eventbridge';
import type { S3 } from '../../storage/s3';
import type { CodeBuild } from '../codebuild';
import type { Ecr } from '../ecr';

/** Below it, the bucket's lifecycle deletes what is old. */
export const ARTIFACTS = 'builds/jenkins/';

/** What the controller signs URLs for: agents write and read artifacts with these, and have no rights of their own. */
export function keepsArtifacts({ artifacts }: S3, { outputs, region }: Environment): Record<string, Statement[]> {
  return {
    artifacts: [
      {
        sid: 'FindArtifacts',
        actions: ['s3:ListBucket'],
        resources: [artifacts.arn],
        conditions: { StringLike: { 's3:prefix': `${ARTIFACTS}*` } },
      },
      { sid: 'FindBucket', actions: ['s3:GetBucketLocation'], resources: [artifacts.arn] },
      {
        sid: 'KeepArtifacts',
        actions: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
        resources: [`${artifacts.arn}/${ARTIFACTS}*`],
      },
      {
        sid: 'UseKey',
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: [outputs.keys.storage],
        conditions: { StringEquals: { 'kms:ViaService': `s3.${region}.amazonaws.com` } },
      },
    ],
  };
}

/** The events of charts/messaging/eventbridge.ts, and in nobody else's name. */
export const EVENT = { source: 'jenkins.platform', detailType: 'Jenkins Pipeline Execution State Change' } as const;

export function tellsEvents({ platformEvents }: EventBridge): Record<string, Statement[]> {
  return {
    events: [
      {
        sid: 'TellStates',
        actions: ['events:PutEvents'],
        resources: [platformEvents.arn],
        conditions: { StringEquals: { 'events:source': EVENT.source, 'events:detail-type': EVENT.detailType } },
      },
    ],
  };
}

/** Builds and pushes by CodeBuild, and gives a built image the second tag that makes it a release. */
export function builds({ applications, images }: CodeBuild, { application }: Ecr): Record<string, Statement[]> {
  return {
    builds: [
      {
        sid: 'Build',
        actions: ['codebuild:BatchGetBuilds', 'codebuild:StartBuild', 'codebuild:StopBuild'],
        resources: [applications.arn, images.arn],
      },
      {
        sid: 'Release',
        actions: ['ecr:BatchGetImage', 'ecr:DescribeImages', 'ecr:PutImage'],
        resources: [application.arn],
      },
    ],
  };
}

/** Looks up which image a tag is. */
export function findsImages({ application }: Ecr): Record<string, Statement[]> {
  return { images: [{ sid: 'FindImages', actions: ['ecr:DescribeImages'], resources: [application.arn] }] };
}
