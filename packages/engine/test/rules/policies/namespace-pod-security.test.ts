import { faultsOf } from '../faults';

faultsOf('namespace-pod-security', [
  [
    'a namespace that lets every Pod in',
    (get) => delete get('Namespace aws').metadata.labels!['pod-security.kubernetes.io/enforce'],
    'controllers/namespaces.yaml Namespace aws metadata.labels.pod-security.kubernetes.io/enforce',
  ],
]);
