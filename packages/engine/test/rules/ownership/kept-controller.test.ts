import { faultsOf } from '../faults';
import { FIXTURES } from '../objects';

faultsOf('kept-controller', [
  [
    'a controller that is pruned with its manifest',
    (get) => {
      get('Application operator').metadata.annotations = {
        'platform.company.com/installs-crds': 'operator.company.com',
      };
    },
    `${FIXTURES} Application operator metadata.annotations.argocd.argoproj.io/sync-options`,
  ],
  [
    'a controller that takes its CRDs along when its Application is deleted',
    (get) => {
      const { metadata } = get('Application operator');
      metadata.annotations = {
        'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
        'platform.company.com/installs-crds': 'operator.company.com',
      };
      Object.assign(metadata, { finalizers: ['resources-finalizer.argocd.argoproj.io'] });
    },
    `${FIXTURES} Application operator metadata.finalizers`,
  ],
  [
    'a provider that goes before its objects',
    (get) => {
      delete get('Provider provider-aws-ec2').metadata.annotations!['argocd.argoproj.io/sync-options'];
    },
    'controllers/crossplane-aws.yaml Provider provider-aws-ec2 metadata.annotations.argocd.argoproj.io/sync-options',
  ],
]);
