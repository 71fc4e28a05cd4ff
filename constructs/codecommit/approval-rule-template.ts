import { formatArn } from '@aws-platform/engine/aws';
import { canonicalJson } from '@aws-platform/engine/manifests';
import type { Construct } from 'constructs';
import * as codecommit from '../../imports/codecommit.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import { type CodeRepository, DEFAULT_BRANCH } from './repository';

/** Bounds: https://docs.aws.amazon.com/codecommit/latest/userguide/limits.html */
export interface ApprovalRuleTemplateProps {
  /** At most 1,000 characters. */
  readonly description: string;
  /** How many have to approve, 1 to 200. */
  readonly approvals: number;
  /** Names of at most 50 roles as which people approve. @default whoever may write to the repository */
  readonly roles?: readonly string[];
  /** Where pull requests lead that want the approvals, at most 100. @default the default branch */
  readonly branches?: readonly string[];
  /** At least one. */
  readonly repositories: readonly CodeRepository[];
}

/** Bounds: https://docs.aws.amazon.com/codecommit/latest/APIReference/API_CreateApprovalRuleTemplate.html */
const MOST_CONTENT = 3_000;

/** Says who has to approve pull requests before they can be merged, for every one that is opened from then on. */
export class ApprovalRuleTemplate extends AwsObject {
  constructor(scope: Construct, id: string, props: ApprovalRuleTemplateProps) {
    super(scope, id);
    const { description, approvals, roles = [], branches = [DEFAULT_BRANCH], repositories } = props;
    this.requireMatch(
      'template name',
      this.awsName,
      /^(?!.*\.git$)[\w. -]{1,100}$/,
      '1 to 100 letters, digits, blanks and . _ -, without .git at the end',
    );
    this.requireLength('description', description, 1_000);
    this.requireRange('approvals', approvals, 1, 200);
    this.requireRange('number of roles', roles.length, 0, 50);
    this.requireRange('number of branches', branches.length, 1, 100);
    if (repositories.length === 0) this.fail('repositories is empty, at least one is needed');
    for (const branch of branches)
      this.requireMatch(
        'branch',
        branch,
        /^(?![0-9a-f]{40}$)[^\s~^:?*[\\]{1,256}$/,
        '1 to 256 characters without blanks and ~ ^ : ? * [ \\, and no commit id',
      );
    const content = this.content(approvals, roles, branches);
    this.requireLength('content', content, MOST_CONTENT);

    const { region } = this.landing;
    new codecommit.ApprovalRuleTemplate(this, 'Resource', {
      metadata: this.crossplaneMetadata(),
      spec: { forProvider: { region, description, content } },
    });
    for (const repository of repositories)
      new codecommit.ApprovalRuleTemplateAssociation(this, repository.node.id, {
        // without an external name: the provider forms it of both names
        metadata: { name: `${id}-${repository.node.id}` },
        spec: {
          forProvider: {
            region,
            approvalRuleTemplateNameRef: { name: id },
            repositoryNameRef: { name: repository.node.id },
          },
        },
      });
  }

  /** https://docs.aws.amazon.com/codecommit/latest/userguide/how-to-create-template.html */
  private content(approvals: number, roles: readonly string[], branches: readonly string[]): string {
    return canonicalJson({
      Version: '2018-11-08',
      DestinationReferences: branches.map((branch) => `refs/heads/${branch}`),
      Statements: [
        {
          Type: 'Approvers',
          NumberOfApprovalsNeeded: approvals,
          ...(roles.length > 0 && { ApprovalPoolMembers: roles.map((role) => this.everyoneAs(role)) }),
        },
      ],
    });
  }

  private everyoneAs(role: string): string {
    const { account } = this.landing;
    return formatArn({
      partition: this.partition,
      service: 'sts',
      region: '',
      account,
      resource: `assumed-role/${role}/*`,
    });
  }
}
