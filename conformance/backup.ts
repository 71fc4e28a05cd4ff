import { parseArn } from '@aws-platform/engine/aws';
import type { DocumentValue } from '@aws-platform/engine/conformance';
import { at, type Evidence } from '@aws-platform/engine/conformance';
import type { Manifest } from '@aws-platform/engine/manifests';
import { ACK_REGION } from '@aws-platform/engine/manifests';
import { every } from './readers';

const VAULT = 'backup.services.k8s.aws/BackupVault';
const LOCK = 'backup.aws.m.upbound.io/VaultLockConfiguration';
const PLAN = 'backup.services.k8s.aws/BackupPlan';
const SELECTION = 'backup.services.k8s.aws/BackupSelection';
const FRAMEWORK = 'backup.aws.m.upbound.io/Framework';
const REPORT = 'backup.aws.m.upbound.io/ReportPlan';
const RECORDER = 'configservice.aws.m.upbound.io/AWSConfigurationRecorderStatus';
const RESOURCE = 'cloudcontrol.aws.m.upbound.io/Resource';

interface Rule {
  readonly scheduleExpression?: string;
  readonly copyActions?: readonly { readonly destinationBackupVaultARN: string }[];
}

const rulesOf = (plan: Manifest) => (at(plan, 'spec.rules') ?? []) as Rule[];
const regionOf = (manifest: Manifest) => manifest.metadata.annotations?.[ACK_REGION];

/** Every plan has a schedule and something that it backs up. */
function isScheduled(evidence: Evidence): boolean {
  const selected = evidence.all(SELECTION).map((selection) => at(selection, 'spec.backupPlanRef.from.name'));
  return every(
    evidence.all(PLAN),
    (plan) =>
      selected.includes(plan.metadata.name) &&
      every(rulesOf(plan), ({ scheduleExpression }) => scheduleExpression !== undefined),
  );
}

/** Every rule of every plan copies into a vault of the tree that is in another region than the plan. */
function isCopied(evidence: Evidence): boolean {
  const vaults = evidence.all(VAULT).map((vault) => `${regionOf(vault)} ${String(at(vault, 'spec.name'))}`);
  return every(evidence.all(PLAN), (plan) =>
    every(rulesOf(plan), ({ copyActions = [] }) =>
      copyActions.some(({ destinationBackupVaultARN }) => {
        const arn = parseArn(destinationBackupVaultARN);
        const name = arn?.resource.replace('backup-vault:', '');
        return arn?.region !== regionOf(plan) && vaults.includes(`${arn?.region} ${name}`);
      }),
    ),
  );
}

/** Vaults are locked, and AWS checks the backups by a framework and reports what it found. */
function isAudited(evidence: Evidence): boolean {
  const locked = evidence.all(LOCK).map((lock) => at(lock, 'spec.forProvider.backupVaultName'));
  return (
    every(evidence.all(VAULT), (vault) => locked.includes(at(vault, 'spec.name'))) &&
    evidence.all(FRAMEWORK).length > 0 &&
    evidence.all(REPORT).some((report) => at(report, 'spec.forProvider.reportSetting.frameworkArns') !== undefined) &&
    every(evidence.all(RECORDER), (status) => at(status, 'spec.forProvider.isEnabled') === true)
  );
}

const has = (evidence: Evidence, typeName: string) =>
  evidence.all(RESOURCE).some((one) => at(one, 'spec.forProvider.typeName') === typeName);

/** What the document asks of AWS Backup. Its schedules and retentions are the platform's own: it names none. */
export const backup: readonly DocumentValue[] = [
  { path: 'AWS Backup: Policy-based Backups', value: true, read: isScheduled },
  { path: 'AWS Backup: Cross-Region', value: true, read: isCopied },
  { path: 'AWS Backup: Compliance', value: true, read: isAudited },
  {
    path: 'AWS Backup: Restore Testing',
    value: true,
    read: (evidence) =>
      has(evidence, 'AWS::Backup::RestoreTestingPlan') && has(evidence, 'AWS::Backup::RestoreTestingSelection'),
  },
];
