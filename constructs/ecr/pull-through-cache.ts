import { formatArn } from '@aws-platform/engine/aws';
import type { Construct } from 'constructs';
import * as ecr from '../../imports/ecr.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import { policyJson, type Statement, sidFor } from '../core/policy-document';
import { tagList } from '../core/tags';
import { Role } from '../iam/role';
import { Secret } from '../secretsmanager/secret';
import { type ImageRules, imageRuleProblems, lifecycleJson } from './lifecycle-policy';
import { ownAccountOnly, REPOSITORY_NAME, registryOf } from './registry';

interface Upstream {
  readonly registry: string;
  readonly url: string;
  /** ECR is let in with an account's name and token. */
  readonly credentials?: true;
}

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html, those that everybody may read */
const UPSTREAMS = {
  'ecr-public': { registry: 'ecr-public', url: 'public.ecr.aws' },
  kubernetes: { registry: 'k8s', url: 'registry.k8s.io' },
  quay: { registry: 'quay', url: 'quay.io' },
  'docker-hub': { registry: 'docker-hub', url: 'registry-1.docker.io', credentials: true },
} satisfies Readonly<Record<string, Upstream>>;

export type UpstreamName = keyof typeof UPSTREAMS;

/** Bounds: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreatePullThroughCacheRule.html */
export interface PullThroughCacheProps {
  readonly upstream: UpstreamName;
  /** Of every repository that it makes. */
  readonly lifecycle: ImageRules;
}

/**
 * Keeps images of a public registry in the account's own once somebody pulled them, below its name: builds and nodes do
 * not depend on that registry's limits and hours. ECR makes a repository for each, with the storage key, by a template;
 * their tags can change, or what the registry changes would never arrive.
 */
export class PullThroughCache extends AwsObject {
  /** What stands before a public image's name: `123456789012.dkr.ecr.us-east-1.amazonaws.com/quay`. */
  readonly uri: string;
  private readonly repositories: string;

  constructor(scope: Construct, id: string, { upstream, lifecycle }: PullThroughCacheProps) {
    super(scope, id);
    this.requireMatch(
      'prefix',
      this.awsName,
      new RegExp(`(?=^.{2,30}$)${REPOSITORY_NAME.source}`),
      '2 to 30 lower-case letters and digits, with . _ __ - or / between them',
    );
    for (const problem of imageRuleProblems(lifecycle)) this.fail(problem);
    const { account, region, keys } = this.landing;
    this.uri = `${registryOf(account, region)}/${this.awsName}`;
    this.repositories = formatArn({
      partition: this.partition,
      service: 'ecr',
      region,
      account,
      resource: `repository/${this.awsName}/*`,
    });
    const { registry, url, credentials }: Upstream = UPSTREAMS[upstream];

    new ecr.RepositoryCreationTemplate(this, 'Template', {
      metadata: this.ackMetadata(),
      spec: {
        prefix: this.awsName,
        description: `Images of ${url}`,
        appliedFor: ['PULL_THROUGH_CACHE'],
        customRoleArn: this.role().arn,
        imageTagMutability: 'MUTABLE',
        encryptionConfiguration: { encryptionType: 'KMS', kmsKey: keys.storage },
        lifecyclePolicy: lifecycleJson(lifecycle),
        repositoryPolicy: policyJson([ownAccountOnly(account)]),
        resourceTags: tagList(this.tags),
      },
    });
    new ecr.PullThroughCacheRule(this, 'Rule', {
      metadata: this.ackMetadata(),
      spec: {
        ecrRepositoryPrefix: this.awsName,
        upstreamRegistryUrl: url,
        // AWS's defaults from here on: the controller would otherwise see a difference in what AWS answers
        upstreamRegistry: registry,
        upstreamRepositoryPrefix: 'ROOT',
        registryId: account,
        ...(credentials && { credentialRef: { from: { name: this.credential(url).node.id } } }),
      },
    });
  }

  /** What a role needs that pulls from here, the first pull of an image included. */
  pull(): Statement {
    return {
      sid: sidFor('PullFrom', this.node.id),
      actions: [
        'ecr:BatchCheckLayerAvailability',
        'ecr:BatchGetImage',
        'ecr:BatchImportUpstreamImage',
        'ecr:CreateRepository',
        'ecr:GetDownloadUrlForLayer',
      ],
      resources: [this.repositories],
    };
  }

  private credential(url: string): Secret {
    return new RegistryCredential(this, `${this.node.id}-registry`, {
      description: `Account at ${url}`,
      fields: ['username', 'accessToken'],
    });
  }

  /**
   * Makes repositories with a key and tags:
   * https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-creation-templates-custom.html
   */
  private role(): Role {
    const { keys } = this.landing;
    return new Role(this, `${this.node.id}-repositories`, {
      description: `Makes the repositories of the cache ${this.awsName}`,
      assumedBy: { service: 'ecr.amazonaws.com' },
      policies: {
        create: [
          {
            sid: 'Create',
            actions: ['ecr:CreateRepository', 'ecr:TagResource'],
            resources: [this.repositories],
          },
          {
            sid: 'Encrypt',
            actions: ['kms:CreateGrant', 'kms:DescribeKey', 'kms:RetireGrant'],
            resources: [keys.storage],
          },
        ],
      },
    });
  }
}

/**
 * ECR reads those alone whose names begin so:
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache-creating-secret.html
 */
class RegistryCredential extends Secret {
  override get awsName(): string {
    return `ecr-pullthroughcache/${super.awsName}`;
  }
}
