import { z } from 'zod';

const rule = z.strictObject({
  /** In UTC, as AWS Backup takes it. */
  schedule: z.string().startsWith('cron('),
  retentionDays: z.int().min(1),
  /** Of the copy in the DR region. */
  copyRetentionDays: z.int().min(1),
  /** When both move to cold storage, where AWS has that for their kind; at least 90 days before their end. */
  coldAfterDays: z.int().min(1).optional(),
});

/** When what is stateful is backed up, and how long backups are kept. */
export const backup = z.strictObject({
  daily: rule,
  weekly: rule,
  monthly: rule,
  /** What both vaults allow: AWS refuses to keep a backup for less or longer, and to delete it earlier. */
  lock: z.strictObject({ minRetentionDays: z.int().min(1), maxRetentionDays: z.int().min(1) }),
  /** Names, with their paths, of roles of the account that may delete backups all the same. */
  administrators: z.array(z.string().regex(/^[\w+=,.@/-]{1,576}$/, 'a name of a role, behind its path')).max(5),
  restoreTesting: z.strictObject({
    schedule: z.string().startsWith('cron('),
    kinds: z.array(z.enum(['Aurora', 'DynamoDB', 'EBS', 'EFS', 'S3'])).min(1),
    /** How long what was restored stays, for somebody to look at. */
    validationWindowHours: z.int().min(1).max(168),
    /** A restore that takes longer is one that the framework finds. */
    targetMinutes: z.int().min(1),
  }),
  /** Which kinds may be backed up, once for an account and its regions: one environment of them says so. */
  regionSettings: z.boolean(),
  /** AWS allows one configuration recorder in an account and region: one environment of them has it. */
  config: z.boolean(),
  /**
   * What is checked and reported of all backups of an account and region: one environment of them asks for it, the one
   * with `config`.
   */
  audit: z.boolean(),
});

interface BackupIn {
  readonly tags: Readonly<Record<string, string>>;
  readonly backup: z.infer<typeof backup>;
}

/** What one field cannot say. */
export function* backupProblems(environment: BackupIn): Generator<{ path: (string | number)[]; message: string }> {
  const { audit, config } = environment.backup;
  if (!environment.tags['Environment'])
    yield {
      path: ['tags'],
      message: "has no 'Environment': the backups of environments that share an account are told apart by it",
    };
  if (audit && !config)
    yield { path: ['backup', 'audit'], message: 'needs config: what it checks are rules of AWS Config' };
}
