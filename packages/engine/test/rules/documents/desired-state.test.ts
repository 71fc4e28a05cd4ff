import { canonicalJson } from '../../../src/manifests/json';
import { faultsOf } from '../faults';
import { FIXTURES } from '../objects';

faultsOf('desired-state', [
  [
    'a property that the resource type does not have',
    (get) =>
      (get('Resource detector')['spec'].forProvider.desiredState = canonicalJson({
        Enable: true,
        Frequency: 'SIX_HOURS',
      })),
    `${FIXTURES} Resource detector spec.forProvider.desiredState`,
  ],
  [
    'a resource type that AWS does not have',
    (get) => (get('Resource detector')['spec'].forProvider.typeName = 'AWS::GuardDuty::Detectors'),
    `${FIXTURES} Resource detector spec.forProvider.typeName`,
  ],
]);
