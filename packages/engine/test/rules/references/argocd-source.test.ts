import { faultsOf } from '../faults';

faultsOf('argocd-source', [
  [
    'an Application of a folder that is not there',
    (get) => (get('Application messaging')['spec'].source.path = 'dist/production/mesaging'),
    'argocd/applications.yaml Application messaging spec.source.path',
  ],
]);
