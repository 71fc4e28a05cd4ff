import type { Rule } from '../../../constructs/amp/rule-groups-namespace';
import { argoCd } from './argo-cd';
import { awsObjects } from './aws-objects';
import { certificates } from './certificates';
import { controllers } from './controllers';
import { jenkins } from './jenkins';
import { karpenter } from './karpenter';
import { kubernetesApi } from './kubernetes-api';
import { monitoring } from './monitoring';
import { nodes } from './nodes';
import { secrets } from './secrets';
import { usage, workloads } from './workloads';

/**
 * Every rule that is computed of the cluster's metrics, and nowhere else. What CloudWatch measures has its alarms
 * there: alarms.ts.
 */
export const RULES: Readonly<Record<string, readonly Rule[]>> = {
  'argo-cd': argoCd,
  'aws-objects': awsObjects,
  certificates,
  controllers,
  jenkins,
  karpenter,
  'kubernetes-api': kubernetesApi,
  monitoring,
  nodes,
  secrets,
  usage,
  workloads,
};
