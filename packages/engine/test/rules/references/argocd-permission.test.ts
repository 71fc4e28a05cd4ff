import { faultsOf } from '../faults';
import { ack, FIXTURES } from '../objects';

faultsOf('argocd-permission', [
  [
    'a destination that the project does not permit',
    (get) => (get('Application messaging')['spec'].destination.namespace = 'kube-system'),
    'argocd/applications.yaml Application messaging spec.destination',
  ],
  [
    'a repository that the project does not permit',
    (get) => (get('Application messaging')['spec'].source.repoURL = 'https://github.com/somebody/else.git'),
    'argocd/applications.yaml Application messaging spec.source.repoURL',
  ],
  [
    'a kind that the project does not permit',
    (_get, add) => add(ack('ec2', 'SecurityGroup', 'stray', { name: 'stray' }), 'messaging'),
    `${FIXTURES} SecurityGroup stray kind`,
  ],
  [
    'a namespace that the project does not permit',
    (_get, add) =>
      add(
        {
          ...ack('ec2', 'SecurityGroup', 'stray', { name: 'stray' }),
          apiVersion: 'sns.services.k8s.aws/v1alpha1',
          kind: 'Subscription',
          metadata: { name: 'stray', namespace: 'monitoring' },
        },
        'messaging',
      ),
    `${FIXTURES} Subscription stray metadata.namespace`,
  ],
]);
