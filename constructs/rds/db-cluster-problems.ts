import {
  ADVANCED_INSIGHTS_DAYS,
  dailyWindow,
  INSIGHTS_RETENTION_DAYS,
  isReservedUser,
  weeklyWindow,
  windowsOverlap,
} from '@aws-platform/engine/aws';
import type { DbClusterProps, Follower } from './db-cluster';

/**
 * What AWS would refuse of an Aurora cluster:
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html
 */
export function* clusterProblems(props: DbClusterProps, engineVersion: string): Generator<string> {
  const { part, globalCluster } = props;
  yield* windowProblems(props);
  yield* insightsProblems(props);
  if ('follows' in part) yield* followerProblems(part, props, engineVersion);
  else {
    yield* masterUserProblems(part.masterUser.name);
    if (engineVersion !== globalCluster.engineVersion)
      yield `engineVersion ${engineVersion} is not the global cluster's ${globalCluster.engineVersion}`;
  }
}

const HALF_AN_HOUR = 30;

function* windowProblems({ backupWindow, maintenanceWindow }: DbClusterProps): Generator<string> {
  const backup = dailyWindow(backupWindow);
  const maintenance = weeklyWindow(maintenanceWindow);
  if (!backup) yield `backupWindow '${backupWindow}' is not allowed, only times in UTC such as 07:00-09:00`;
  else if (backup.minutes < HALF_AN_HOUR) yield tooShort('backupWindow', backup.minutes);
  if (!maintenance)
    yield `maintenanceWindow '${maintenanceWindow}' is not allowed, only times in UTC such as sun:05:00-sun:05:30`;
  else if (maintenance.minutes < HALF_AN_HOUR) yield tooShort('maintenanceWindow', maintenance.minutes);
  if (backup && maintenance && windowsOverlap(backup, maintenance))
    yield `backupWindow ${backupWindow} and maintenanceWindow ${maintenanceWindow} overlap, which AWS refuses`;
}

function tooShort(window: string, minutes: number): string {
  return `${window} has ${minutes} minutes, at least ${HALF_AN_HOUR} are needed`;
}

function* insightsProblems({ insights: { mode, retentionDays } }: DbClusterProps): Generator<string> {
  if (!INSIGHTS_RETENTION_DAYS.includes(retentionDays))
    yield `insights.retentionDays is ${retentionDays}, allowed are 7, 31 to 713 in steps of 31, and 731`;
  else if (mode === 'advanced' && retentionDays < ADVANCED_INSIGHTS_DAYS)
    yield `insights.retentionDays is ${retentionDays}, the advanced mode needs at least ${ADVANCED_INSIGHTS_DAYS}`;
}

function* masterUserProblems(name: string): Generator<string> {
  if (!/^[A-Za-z][A-Za-z0-9]{0,15}$/.test(name))
    yield `masterUser.name '${name}' (${name.length} characters) is not allowed, only 1 to 16 letters and digits, a letter first`;
  else if (isReservedUser(name)) yield `masterUser.name '${name}' is reserved by the engine`;
}

/**
 * A follower may be newer, because followers are upgraded first:
 * https://github.com/hashicorp/terraform-provider-aws/issues/36107
 */
function* followerProblems(
  { follows }: Follower,
  { globalCluster }: DbClusterProps,
  engineVersion: string,
): Generator<string> {
  if (follows.isFollower) yield `follows '${follows.node.id}', which itself follows another cluster`;
  if (follows.globalCluster !== globalCluster)
    yield `follows '${follows.node.id}', which is part of another global cluster`;
  if (isOlder(engineVersion, globalCluster.engineVersion))
    yield `engineVersion ${engineVersion} is older than the writer's ${globalCluster.engineVersion}, the same or a newer one is allowed`;
}

function isOlder(one: string, other: string): boolean {
  const [major = 0, minor = 0] = one.split('.').map(Number);
  const [otherMajor = 0, otherMinor = 0] = other.split('.').map(Number);
  return major < otherMajor || (major === otherMajor && minor < otherMinor);
}
