import { faultsOf } from '../faults';
import { container, EVENTS, EXTERNAL, FIXTURES, pushed, SNS } from '../objects';

faultsOf('dangling-reference', [
  [
    'a reference to a topic that is not there',
    (get) => (get('Subscription user-events-to-alerts-email')['spec'].topicRef.from.name = 'nobody'),
    `${SNS} Subscription user-events-to-alerts-email spec.topicRef`,
  ],
  [
    'a preview Service that is not there',
    (get) => (get('Rollout internal-service')['spec'].strategy.blueGreen.previewService = 'internal-service-next'),
    'delivery/rollouts.yaml Rollout internal-service spec.strategy.blueGreen.previewService',
  ],
  [
    'an analysis that is not there',
    (get) =>
      (get('Rollout internal-service')['spec'].strategy.blueGreen.prePromotionAnalysis.templates[0].templateName =
        'load'),
    'delivery/rollouts.yaml Rollout internal-service spec.strategy.blueGreen.prePromotionAnalysis.templates[0].templateName',
  ],
  [
    'a project that is not there',
    (get) => (get('Application messaging')['spec'].project = 'nobody'),
    'argocd/applications.yaml Application messaging spec.project',
  ],
  [
    'a ConfigMap that is not there',
    (get) => (container(get('Deployment web')).env[0].valueFrom.configMapKeyRef.name = 'nobody'),
    `${FIXTURES} Deployment web spec.template.spec.containers[0].env[0].valueFrom.configMapKeyRef`,
  ],
  [
    'a key that its ConfigMap does not hold',
    (get) => (container(get('Deployment web')).env[0].valueFrom.configMapKeyRef.key = 'speed'),
    `${FIXTURES} Deployment web spec.template.spec.containers[0].env[0].valueFrom.configMapKeyRef`,
  ],
  [
    'a service account that is not there',
    (get) => (get('Deployment web')['spec'].template.spec.serviceAccountName = 'nobody'),
    `${FIXTURES} Deployment web spec.template.spec.serviceAccountName`,
  ],
  [
    'a Service that is not there',
    (get) => (get('Ingress fixture')['spec'].rules[0].http.paths[0].backend.service.name = 'nobody'),
    `${FIXTURES} Ingress fixture spec.rules[0].http.paths[0].backend.service`,
  ],
  [
    'an ingress class that is not there',
    (get) => (get('Ingress fixture')['spec'].ingressClassName = 'nginx'),
    `${FIXTURES} Ingress fixture spec.ingressClassName`,
  ],
  [
    'a secret store that is not there',
    (get) => (get('ExternalSecret web')['spec'].secretStoreRef.name = 'nobody'),
    `${FIXTURES} ExternalSecret web spec.secretStoreRef`,
  ],
  [
    'a generator that is not there',
    (get) => (get('PushSecret redis-auth-seed')['spec'].selector.generatorRef.name = 'nobody'),
    `${EXTERNAL} PushSecret redis-auth-seed spec.selector.generatorRef`,
  ],
  [
    'a policy that its ConfigMap does not hold',
    (get) => (pushed(get('PushSecret redis-auth-seed')).resourcePolicy.policySourceRef.key = 'policy'),
    `${EXTERNAL} PushSecret redis-auth-seed spec.data[0].metadata.spec.resourcePolicy.policySourceRef`,
  ],
  [
    'a priority class that is not there',
    (get) => (get('Deployment web')['spec'].template.spec.priorityClassName = 'high'),
    `${FIXTURES} Deployment web spec.template.spec.priorityClassName`,
  ],
  [
    'labels that nobody carries',
    (get) =>
      (get('UserPoolClient web')['spec'].forProvider = { userPoolIdSelector: { matchLabels: { pool: 'users' } } }),
    `${FIXTURES} UserPoolClient web spec.forProvider.userPoolIdSelector`,
  ],
  [
    'a graph that reads an object which is not there',
    (get) =>
      (get('ResourceGraphDefinition messaging-critical-infrastructure-events')[
        'spec'
      ].resources[0].externalRef.metadata.name = 'nobody'),
    `${EVENTS} ResourceGraphDefinition messaging-critical-infrastructure-events spec.resources[0].externalRef`,
  ],
]);
