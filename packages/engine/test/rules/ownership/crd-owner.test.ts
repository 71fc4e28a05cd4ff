import { faultsOf } from '../faults';
import { FIXTURES } from '../objects';

faultsOf('crd-owner', [
  [
    'a CRD with two installers',
    (get, add) => {
      const twin = structuredClone(get('Application operator'));
      twin.metadata.name = 'operator-again';
      add(twin);
    },
    `${FIXTURES} Application operator-again spec.source.chart`,
  ],
  [
    'a CRD of a group that another release installs',
    (get) => {
      get('Application operator').metadata.annotations = {
        'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
        'platform.company.com/installs-crds': 'queues.sqs.services.k8s.aws',
      };
    },
    `${FIXTURES} Application operator metadata.annotations.platform.company.com/installs-crds`,
  ],
]);
