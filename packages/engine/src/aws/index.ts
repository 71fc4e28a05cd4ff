export {
  ALARMED_POLICY,
  type AlarmOfKind,
  hasAlarms,
  isExcused,
  kindOf,
  type MissingData,
  queryOf,
  type Statistic,
  type Watched,
  watched,
} from './alarms';
export { type Arn, formatArn, type Place, parseArn, partitionOf } from './arn';
export {
  ADVANCED_INSIGHTS_DAYS,
  INSIGHTS_RETENTION_DAYS,
  INSTANCE_CLASSES,
  isReservedUser,
  MONITORING_INTERVALS,
  parameterGroupFamily,
  RESERVED_DATABASES,
} from './aurora-postgresql';
export {
  BACKUP_ROLE,
  RESTORE_ROLE,
  SHIELD_RESPONSE_ROLE,
  SPENDING_FREEZE,
  SPENDING_FREEZE_ROLE,
} from './bootstrap-names';
export { nodeTypeProblem } from './cache-node-types';
export { contains, isNetworkAddress, overlaps, prefixLength } from './cidr';
export { isCloudControl, physicalFieldsOf, physicalKeyOf } from './cloud-control';
export { checkProperties } from './cloudformation/check';
export { resourceType } from './cloudformation/types';
export { CLOUDFRONT_REGION } from './cloudfront-region';
export { COMPUTE_TYPES, type ComputeType } from './compute-types';
export {
  ACK_NAMESPACE,
  ackController,
  type ControllerIdentity,
  CROSSPLANE_NAMESPACE,
  crossplaneProvider,
} from './controllers';
export { cronProblem } from './cron';
export {
  ARGO_ROLLOUTS,
  ARGOCD_SERVICE_ACCOUNTS,
  CLUSTER_AUTOSCALER,
  EXTERNAL_DNS,
  EXTERNAL_SECRETS,
  FLUENT_BIT,
  HUB_ROLE,
  KARPENTER,
  KARPENTER_INTERRUPTIONS,
  KRO_NAMESPACE,
  LOAD_BALANCER_CONTROLLER,
  MONITORING_NAMESPACE,
  NODE_AGENTS_NAMESPACE,
} from './helm-controllers';
export { type IamAction, iamPrefixes, iamService } from './iam/data';
export { byGroup, type InUse, type KindInUse, type UpstreamRelease } from './in-use';
export type { Elsewhere, Missing, None, Unknown } from './kinds/answers';
export { type Condition, type Demand, is, type Must } from './kinds/demand';
export type { Known } from './kinds/forms';
export type { Edge, Kind } from './kinds/kind';
export { everyKnown, keysOf, knownOf } from './kinds/known';
export { firstValueOf, type Place as FieldPlace, passes, placesAt, placesOf } from './kinds/places';
export {
  defaultsOf,
  edgesOf,
  isAwsKind,
  isKept,
  isReachedByInternet,
  isStatefulKind,
  isStatefulObject,
  knownOfManifest,
  protectionOf,
} from './kinds/questions';
export * as kinds from './kinds/services';
export { type LambdaRuntimeName, lambdaRuntimes, RUNTIMES_AS_OF } from './lambda-runtimes';
export { LOG_RETENTION_DAYS } from './log-retention';
export { metricProblem } from './metrics';
export { awsKinds, objectMetricProblem, objectMetricsOf } from './object-metrics';
export { arnFor, arnOf, arnPatternFor, arnPatternOf, awsNameOf, type Fields, kindsOfArn } from './physical';
export { BOOTSTRAP_PATH, ROLE_PATH } from './role-path';
export { LARGEST_DEFINITION, LONGEST_EXPRESS, MOST } from './states-language/bounds';
export { definitionProblems } from './states-language/definition';
export { dailyWindow, type TimeWindow, weeklyWindow, windowsOverlap } from './time-window';
