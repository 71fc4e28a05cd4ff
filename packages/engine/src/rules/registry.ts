// Written by `npm run registries`. What is new comes last: move it to where it belongs.
import { alertingRules } from './documents/alerting-rules';
import { dashboard } from './documents/dashboard';
import { desiredState } from './documents/desired-state';
import { eventPattern } from './documents/event-pattern';
import { filterPolicy } from './documents/filter-policy';
import { iamAction } from './documents/iam-action';
import { iamResource } from './documents/iam-resource';
import { iamStatement } from './documents/iam-statement';
import { jsonCanonical } from './documents/json-canonical';
import { jsonSyntax } from './documents/json-syntax';
import { kroGraph } from './documents/kro-graph';
import { redrivePolicy } from './documents/redrive-policy';
import { stateMachine } from './documents/state-machine';
import { deadlock } from './order/deadlock';
import { gate } from './order/gate';
import { identityAfterWorkload } from './order/identity-after-workload';
import { personHolds } from './order/person-holds';
import { crdOwner } from './ownership/crd-owner';
import { duplicateObject } from './ownership/duplicate-object';
import { duplicateOwner } from './ownership/duplicate-owner';
import { keptController } from './ownership/kept-controller';
import { secretWriters } from './ownership/secret-writers';
import { alarmed } from './policies/alarmed';
import { backedUp } from './policies/backed-up';
import { deadLetter } from './policies/dead-letter';
import { defaultDeny } from './policies/default-deny';
import { deletionProtection } from './policies/deletion-protection';
import { encryptedAtRest } from './policies/encrypted-at-rest';
import { encryptedInTransit } from './policies/encrypted-in-transit';
import { iamWildcard } from './policies/iam-wildcard';
import { imageTag } from './policies/image-tag';
import { instanceMetadata } from './policies/instance-metadata';
import { knownKind } from './policies/known-kind';
import { logRetention } from './policies/log-retention';
import { namespacePodSecurity } from './policies/namespace-pod-security';
import { nullValue } from './policies/null-value';
import { plaintextSecret } from './policies/plaintext-secret';
import { podSecurity } from './policies/pod-security';
import { probes } from './policies/probes';
import { publicExposure } from './policies/public-exposure';
import { pushedSecret } from './policies/pushed-secret';
import { queueVisibility } from './policies/queue-visibility';
import { rbacWildcard } from './policies/rbac-wildcard';
import { resourceLimits } from './policies/resource-limits';
import { sharedVolume } from './policies/shared-volume';
import { singleDefault } from './policies/single-default';
import { statefulRetained } from './policies/stateful-retained';
import { tlsOnly } from './policies/tls-only';
import { administration } from './privilege/administration';
import { clusterAdmin } from './privilege/cluster-admin';
import { controllerAccount } from './privilege/controller-account';
import { foreignTrust } from './privilege/foreign-trust';
import { project } from './privilege/project';
import { publicPrincipal } from './privilege/public-principal';
import { rbacEscalation } from './privilege/rbac-escalation';
import { argocdPermission } from './references/argocd-permission';
import { argocdSource } from './references/argocd-source';
import { danglingReference } from './references/dangling-reference';
import { functionPermission } from './references/function-permission';
import { missingNamespace } from './references/missing-namespace';
import { referenceCycle } from './references/reference-cycle';
import { referenceFamily } from './references/reference-family';
import { referenceKind } from './references/reference-kind';
import { referenceNamespace } from './references/reference-namespace';
import type { Rule } from './rule';

/** Every rule over the tree. */
export const rules: readonly Rule[] = [
  danglingReference,
  referenceKind,
  referenceFamily,
  referenceNamespace,
  referenceCycle,
  missingNamespace,
  functionPermission,
  argocdSource,
  argocdPermission,
  duplicateObject,
  duplicateOwner,
  keptController,
  secretWriters,
  crdOwner,
  jsonSyntax,
  jsonCanonical,
  iamStatement,
  iamAction,
  iamResource,
  redrivePolicy,
  eventPattern,
  filterPolicy,
  stateMachine,
  alertingRules,
  dashboard,
  desiredState,
  kroGraph,
  knownKind,
  statefulRetained,
  deletionProtection,
  backedUp,
  encryptedAtRest,
  encryptedInTransit,
  tlsOnly,
  publicExposure,
  deadLetter,
  queueVisibility,
  logRetention,
  alarmed,
  iamWildcard,
  plaintextSecret,
  pushedSecret,
  nullValue,
  imageTag,
  podSecurity,
  namespacePodSecurity,
  singleDefault,
  sharedVolume,
  probes,
  resourceLimits,
  defaultDeny,
  rbacWildcard,
  instanceMetadata,
  deadlock,
  gate,
  identityAfterWorkload,
  personHolds,
  administration,
  clusterAdmin,
  controllerAccount,
  foreignTrust,
  project,
  publicPrincipal,
  rbacEscalation,
];
