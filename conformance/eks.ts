import type { DocumentValue } from '@aws-platform/engine/conformance';
import { at, type Evidence } from '@aws-platform/engine/conformance';
import type { Manifest } from '@aws-platform/engine/manifests';
import { every, FARGATE_PROFILE, NODEGROUP } from './readers';

const spot = (path: string) => (evidence: Evidence) => evidence.field(NODEGROUP, 'spot-workloads', path);
const hasFargateProfile = (evidence: Evidence) =>
  every(evidence.all(FARGATE_PROFILE), (profile) => at(profile, 'spec.selectors[0].namespace') !== undefined);

const NODE_POOL = 'karpenter.sh/NodePool';
const hasApplication = (evidence: Evidence, chart: string) =>
  evidence
    .all('argoproj.io/Application')
    .some(({ metadata, ...application }) => metadata.name === chart && at(application, 'spec.source.chart') === chart);
const capacityTypes = (pool: Manifest) =>
  (at(pool, 'spec.template.spec.requirements') as { key: string; values: string[] }[]).find(
    ({ key }) => key === 'karpenter.sh/capacity-type',
  )?.values;

/** The document's node groups that an application makes, and what it asks of EC2 and Fargate. */
export const eks: readonly DocumentValue[] = [
  { path: 'NodeGroups.spot-workloads.Name', value: 'spot-workloads', read: spot('spec.name') },
  {
    path: 'NodeGroups.spot-workloads.InstanceTypes',
    value: ['m5.large', 'm4.large', 'c5.large'],
    read: spot('spec.instanceTypes'),
  },
  { path: 'NodeGroups.spot-workloads.CapacityType', value: 'SPOT', read: spot('spec.capacityType') },
  { path: 'NodeGroups.spot-workloads.ScalingConfig.MinSize', value: 0, read: spot('spec.scalingConfig.minSize') },
  { path: 'NodeGroups.spot-workloads.ScalingConfig.MaxSize', value: 20, read: spot('spec.scalingConfig.maxSize') },
  {
    path: 'NodeGroups.spot-workloads.ScalingConfig.DesiredSize',
    value: 5,
    read: spot('spec.scalingConfig.desiredSize'),
  },
  {
    path: 'EC2: Spot Instances',
    value: true,
    read: (evidence) => evidence.all(NODEGROUP).some((group) => at(group, 'spec.capacityType') === 'SPOT'),
  },
  {
    path: 'EC2: Mixed Instance Types',
    value: true,
    read: (evidence) => every(evidence.all(NODEGROUP), (group) => at(group, 'spec.instanceTypes[1]') !== undefined),
  },
  {
    path: 'EC2: Cluster Autoscaler',
    value: true,
    read: (evidence) =>
      hasApplication(evidence, 'cluster-autoscaler') &&
      every(
        evidence.all(NODEGROUP),
        ({ metadata }) =>
          metadata.annotations?.['eks.services.k8s.aws/desired-size-managed-by'] === 'external-autoscaler',
      ),
  },
  {
    path: 'EC2: Karpenter: Advanced node provisioning and scaling',
    value: [['on-demand'], ['spot', 'on-demand']],
    read: (evidence) => hasApplication(evidence, 'karpenter') && evidence.all(NODE_POOL).map(capacityTypes),
  },
  { path: 'Fargate: Zero Infrastructure Management', value: true, read: hasFargateProfile },
  { path: 'Fargate: Enhanced Security', value: true, read: hasFargateProfile },
  { path: 'Fargate: Cost Efficiency', value: true, read: hasFargateProfile },
  { path: 'Fargate: Fast Scaling', value: true, read: hasFargateProfile },
];
