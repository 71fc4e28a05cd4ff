import { ApprovalRuleTemplate } from '../../constructs/codecommit/approval-rule-template';
import { CodeRepository } from '../../constructs/codecommit/repository';
import { PlatformChart } from '../platform-chart';

/**
 * Code, and who has to agree before it changes. Argo CD reads from here where the environment's repository URL says so.
 */
export class CodeCommit extends PlatformChart {
  readonly platform = new CodeRepository(this, 'aws-platform', {
    description: 'The platform: charts, environments, and the manifests that Argo CD syncs',
  });

  readonly application = new CodeRepository(this, 'platform-application', {
    description: 'The applications that run on the platform',
  });

  readonly approvals = new ApprovalRuleTemplate(this, 'changes-of-main', {
    description: 'Pull requests to the main branch, before they are merged',
    approvals: this.environment.delivery.codeCommit.approvals.needed,
    roles: this.environment.delivery.codeCommit.approvals.roles,
    repositories: [this.platform, this.application],
  });
}
