/**
 * What the bootstrap makes in IAM for charts, by names that both know beforehand, behind the environment's prefix and
 * below `BOOTSTRAP_PATH`: no controller may write policies, nor change a role that reaches data.
 */

/** The policy that a spent budget attaches. */
export const SPENDING_FREEZE = 'platform-freeze';

/** As whom AWS Budgets attaches that policy. */
export const SPENDING_FREEZE_ROLE = 'platform-freeze-execution';

/** As whom AWS Backup makes and copies backups. */
export const BACKUP_ROLE = 'platform-backup-service';

/** As whom AWS Backup restores. */
export const RESTORE_ROLE = 'platform-backup-restore';

/** As whom Shield's response team looks at an account's firewalls. */
export const SHIELD_RESPONSE_ROLE = 'platform-shield-response';
