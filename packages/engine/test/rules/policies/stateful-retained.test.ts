import { faultsOf } from '../faults';
import { FIXTURES, SQS } from '../objects';

faultsOf('stateful-retained', [
  [
    'a queue that ACK deletes with its manifest',
    (get) => delete get('Queue order-processing').metadata.annotations!['services.k8s.aws/deletion-policy'],
    `${SQS} Queue order-processing metadata.annotations.services.k8s.aws/deletion-policy`,
  ],
  [
    'a queue that Argo CD prunes',
    (get) => (get('Queue order-processing').metadata.annotations!['argocd.argoproj.io/sync-options'] = 'Delete=false'),
    `${SQS} Queue order-processing metadata.annotations.argocd.argoproj.io/sync-options`,
  ],
  [
    'a user pool that Crossplane may delete',
    (get) => (get('UserPool users')['spec'].managementPolicies = ['*']),
    `${FIXTURES} UserPool users spec.managementPolicies`,
  ],
  [
    'a stream that Crossplane may delete through Cloud Control',
    (get) => delete get('Resource cloudfront-requests')['spec'].managementPolicies,
    `network/cloudfront.yaml Resource cloudfront-requests spec.managementPolicies`,
  ],
]);
