import type { Construct } from 'constructs';
import * as codecommit from '../../imports/codecommit.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import { KEPT_POLICIES } from '../core/removal';

/** Bounds: https://docs.aws.amazon.com/codecommit/latest/userguide/limits.html */
export interface CodeRepositoryProps {
  /** What is kept in it, at most 1,000 characters. */
  readonly description: string;
}

const KIND = 'codecommit.aws.m.upbound.io/Repository';

/** The branch that pull requests lead to. */
export const DEFAULT_BRANCH = 'main';

/** A Git repository of CodeCommit: encrypted with the storage key, never deleted with its manifest. */
export class CodeRepository extends AwsObject {
  readonly arn: string;
  /** What `git clone` takes. */
  readonly cloneUrl: string;

  constructor(scope: Construct, id: string, { description }: CodeRepositoryProps) {
    super(scope, id);
    this.requireMatch(
      'repository name',
      this.awsName,
      /^(?!.*\.git$)[\w.-]{1,100}$/,
      '1 to 100 letters, digits and . _ -, without .git at the end',
    );
    this.requireLength('description', description, 1_000);
    const { region, keys } = this.landing;
    this.arn = this.arnFor(KIND);
    this.cloneUrl = `https://git-codecommit.${region}.amazonaws.com/v1/repos/${this.awsName}`;

    new codecommit.Repository(this, 'Resource', {
      metadata: this.statefulCrossplaneMetadata(),
      spec: {
        managementPolicies: KEPT_POLICIES as codecommit.RepositorySpecManagementPolicies[],
        forProvider: {
          region,
          description,
          // the provider sets it once there is a branch
          defaultBranch: DEFAULT_BRANCH,
          kmsKeyId: keys.storage,
          tags: this.statefulTags,
        },
      },
    });
  }
}
