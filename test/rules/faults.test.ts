import { join } from 'node:path';
import { loadEnvironments } from '../../environments';
import { documentsOf, readSources } from '../../packages/engine/src/manifests/documents';
import { canonicalJson } from '../../packages/engine/src/manifests/json';
import { factsOf } from '../../packages/engine/src/platform/facts';
import { judge } from '../../packages/engine/src/rules/judge';
import { rules } from '../../packages/engine/src/rules/registry';
import { pathInDocument, Tree } from '../../packages/engine/src/rules/tree';
import { treesOf } from '../../packages/engine/src/rules/trees';
import { schemasOf } from '../../packages/engine/src/schema/default';
import { ROOT } from '../repository';
import { type Anything, arn, type Fixture, fixtures, policy, unwatched } from './fixtures';

const [environment] = loadEnvironments(ROOT, ['production']);
const facts = factsOf(environment!);
const schemas = schemasOf({ imports: join(ROOT, 'imports') });
const DIST = join(ROOT, 'dist', 'production');

interface Placed {
  readonly manifest: Fixture;
  readonly application: string;
  readonly file: string;
}

/** dist of production, and the fixtures in an application of their own. */
function soundTree(): Placed[] {
  const documents = readSources([DIST], () => Buffer.alloc(0)).flatMap(documentsOf);
  const dist = [...treesOf(documents, [DIST]).values()].flat();
  return [
    ...dist.map(({ manifest, application, document }) => ({
      manifest: structuredClone(manifest) as unknown as Fixture,
      application,
      file: document.file.replace(/^.*dist\/production\//, ''),
    })),
    ...fixtures().map((manifest) => ({ manifest, application: 'fixtures', file: 'fixtures/fixtures.yaml' })),
  ];
}

function findings(placed: readonly Placed[]): string[] {
  const { findings: found } = judge(new Tree(placed as never, facts, schemas), rules);
  return found.map(({ object, path, rule }) => {
    const { manifest, file } = (object.within?.graph ?? object) as unknown as Placed;
    return `${file} ${manifest.kind} ${manifest.metadata.name} ${pathInDocument(object, path)} [${rule}]`;
  });
}

type Break = (get: (name: string) => Fixture, add: (manifest: Fixture, application?: string) => void) => void;

const ack = (service: string, kind: string, name: string, spec: object): Fixture => ({
  apiVersion: `${service}.services.k8s.aws/v1alpha1`,
  kind,
  metadata: { name, namespace: 'aws' },
  spec,
});
const RULE_GROUPS = 'observability/prometheus.yaml RuleGroupsNamespace cluster spec.configuration';
const edit = (object: Fixture, from: RegExp, to: string) => {
  const { configuration } = object['spec'];
  if (!from.test(configuration)) throw new Error(`nothing fits ${from}`);
  object['spec'].configuration = configuration.replace(from, to);
};
const claim = (storageClassName: string, more: object = {}): Fixture => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'shared', namespace: 'jenkins' },
  spec: {
    storageClassName,
    accessModes: ['ReadWriteMany'],
    resources: { requests: { storage: '10Gi' } },
    ...more,
  },
});
const wave = (manifest: Fixture, number: number) => {
  manifest.metadata.annotations = { ...manifest.metadata.annotations, 'argocd.argoproj.io/sync-wave': String(number) };
};
const inDefinition = (manifest: Fixture, change: (states: Record<string, Anything>) => void) => {
  const definition = JSON.parse(manifest['spec'].definition);
  change(definition.States);
  manifest['spec'].definition = canonicalJson(definition);
};
const inPolicy = (spec: Record<string, string>, field: string, change: (statements: Anything[]) => void) => {
  const document = JSON.parse(spec[field]!);
  change(document.Statement);
  spec[field] = canonicalJson(document);
};
const container = (manifest: Fixture) => manifest['spec'].template.spec.containers[0];
const pushed = (manifest: Fixture) => manifest['spec'].data[0].metadata.spec;

const FIXTURES = 'fixtures/fixtures.yaml';
const SQS = 'messaging/sqs.yaml';
const SNS = 'messaging/sns.yaml';
const EVENTS = 'messaging/eventbridge.yaml';
const EXTERNAL = 'security/external-secrets.yaml';

const REDIS = 'data/elasticache.yaml';

/** A fault, and the one finding that it has to give: file, object, path and rule. */
const faults: [string, Break, string][] = [
  [
    'a reference to a topic that is not there',
    (get) => (get('Subscription user-events-to-alerts-email')['spec'].topicRef.from.name = 'nobody'),
    `${SNS} Subscription user-events-to-alerts-email spec.topicRef [dangling-reference]`,
  ],
  [
    'an ARN of a queue that is not there',
    (get) => (get('Rule user-registration-rule')['spec'].targets[1].arn = arn('sqs', 'user-analytic')),
    `${EVENTS} Rule user-registration-rule spec.targets[1].arn [dangling-reference]`,
  ],
  [
    'the AWS name of a bus that is not there',
    (_get, add) =>
      add(unwatched(ack('eventbridge', 'Rule', 'stray', { name: 'stray', eventBusName: 'platform-event' }))),
    `${FIXTURES} Rule stray spec.eventBusName [dangling-reference]`,
  ],
  [
    'a bucket of ours that is not there',
    (get) =>
      inPolicy(get('Role worker')['spec'].inlinePolicies, 'work', (statements) =>
        statements.push({
          Action: 's3:GetObject',
          Effect: 'Allow',
          Resource: 'arn:aws:s3:::report-123456789012-us-east-1/*',
          Sid: 'Read',
        }),
      ),
    `${FIXTURES} Role worker spec.inlinePolicies.work [dangling-reference]`,
  ],
  [
    'repositories of a cache that is not there',
    (get) =>
      inPolicy(
        get('Role quay-repositories')['spec'].inlinePolicies,
        'create',
        ([statement]) => (statement.Resource = arn('ecr', 'repository/ghcr/*')),
      ),
    'delivery/ecr.yaml Role quay-repositories spec.inlinePolicies.create [dangling-reference]',
  ],
  [
    'a preview Service that is not there',
    (get) => (get('Rollout internal-service')['spec'].strategy.blueGreen.previewService = 'internal-service-next'),
    'delivery/rollouts.yaml Rollout internal-service spec.strategy.blueGreen.previewService [dangling-reference]',
  ],
  [
    'an analysis that is not there',
    (get) =>
      (get('Rollout internal-service')['spec'].strategy.blueGreen.prePromotionAnalysis.templates[0].templateName =
        'load'),
    'delivery/rollouts.yaml Rollout internal-service spec.strategy.blueGreen.prePromotionAnalysis.templates[0].templateName [dangling-reference]',
  ],
  [
    'a role that neither the tree nor the bootstrap has',
    (get) =>
      inPolicy(
        get('Role platform-spending-freeze-execution')['spec'].inlinePolicies,
        'freeze',
        ([statement]) => (statement.Resource = 'arn:aws:iam::123456789012:role/platform/karpenter'),
      ),
    'cost/budgets.yaml Role platform-spending-freeze-execution spec.inlinePolicies.freeze [dangling-reference]',
  ],
  [
    'a policy that Cloud Control does not make',
    (get) =>
      (get('BudgetAction platform-spending-freeze')['spec'].forProvider.definition.iamActionDefinition.policyArn =
        'arn:aws:iam::123456789012:policy/platform/other'),
    'cost/budgets.yaml BudgetAction platform-spending-freeze spec.forProvider.definition.iamActionDefinition.policyArn [dangling-reference]',
  ],
  [
    'cached images in plain text',
    (get) => (get('RepositoryCreationTemplate quay')['spec'].encryptionConfiguration.encryptionType = 'AES256'),
    'delivery/ecr.yaml RepositoryCreationTemplate quay spec.encryptionConfiguration.encryptionType [encrypted-at-rest]',
  ],
  [
    'the AWS name of a function that is not there',
    (get) =>
      (get('EventSourceMapping worker-orders')['spec'] = {
        ...get('EventSourceMapping worker-orders')['spec'],
        functionRef: undefined,
        functionName: 'nobody',
      }),
    `${FIXTURES} EventSourceMapping worker-orders spec.functionName [dangling-reference]`,
  ],
  [
    'an API destination that is not there',
    (get) =>
      inPolicy(
        get('Role eventbridge-open-incidents')['spec'].inlinePolicies,
        'invoke',
        ([statement]) => (statement.Resource = arn('events', 'api-destination/incident-webhook-event/*')),
      ),
    `${EVENTS} Role eventbridge-open-incidents spec.inlinePolicies.invoke [dangling-reference]`,
  ],
  [
    'the AWS name of a bucket that is not there',
    (get) => (get('Trail platform-trail')['spec'].forProvider.s3BucketName = 'records'),
    'security/cloudtrail.yaml Trail platform-trail spec.forProvider.s3BucketName [dangling-reference]',
  ],
  [
    'a load balancer that logs to a bucket that is not there',
    (get) => (get('LoadBalancer platform-alb')['spec'].attributes[4].value = 'records'),
    'network/elbv2.yaml LoadBalancer platform-alb spec.attributes[4].value [dangling-reference]',
  ],
  [
    'a bucket that logs to one that is not there',
    (get) => (get('Bucket site')['spec'].logging.loggingEnabled.targetBucket = 'records'),
    'storage/s3.yaml Bucket site spec.logging.loggingEnabled.targetBucket [dangling-reference]',
  ],
  [
    'an instance of a cluster that is not there',
    (get) => (get('DBInstance platform-db-1')['spec'].dbClusterIdentifier = 'platform-database'),
    'data/rds.yaml DBInstance platform-db-1 spec.dbClusterIdentifier [dangling-reference]',
  ],
  [
    'a cluster of a global cluster that is not there',
    (get) => (get('DBCluster platform-db')['spec'].globalClusterIdentifier = 'platform-db'),
    'data/rds.yaml DBCluster platform-db spec.globalClusterIdentifier [dangling-reference]',
  ],
  [
    'a target of a proxy that is not there',
    (get) => (get('ProxyTarget platform-db-proxy-cluster')['spec'].forProvider.dbProxyName = 'platform-proxy'),
    'data/rds.yaml ProxyTarget platform-db-proxy-cluster spec.forProvider.dbProxyName [dangling-reference]',
  ],
  [
    'a key that the bootstrap did not make',
    (get) => (get('Topic alerts')['spec'].kmsMasterKeyID = arn('kms', 'key/mrk-0123')),
    `${SNS} Topic alerts spec.kmsMasterKeyID [dangling-reference]`,
  ],
  [
    'an ARN inside a Step Functions definition that leads nowhere',
    (get) =>
      inDefinition(
        get('StateMachine orders'),
        (states) => (states['Validate'].Resource = arn('lambda', 'function:nobody')),
      ),
    `${FIXTURES} StateMachine orders spec.definition [dangling-reference]`,
  ],
  [
    'a project that is not there',
    (get) => (get('Application messaging')['spec'].project = 'nobody'),
    'argocd/applications.yaml Application messaging spec.project [dangling-reference]',
  ],
  [
    'a ConfigMap that is not there',
    (get) => (container(get('Deployment web')).env[0].valueFrom.configMapKeyRef.name = 'nobody'),
    `${FIXTURES} Deployment web spec.template.spec.containers[0].env[0].valueFrom.configMapKeyRef [dangling-reference]`,
  ],
  [
    'a key that its ConfigMap does not hold',
    (get) => (container(get('Deployment web')).env[0].valueFrom.configMapKeyRef.key = 'speed'),
    `${FIXTURES} Deployment web spec.template.spec.containers[0].env[0].valueFrom.configMapKeyRef [dangling-reference]`,
  ],
  [
    'a Secret that nobody makes',
    (get) => (container(get('Deployment web')).envFrom = [{ secretRef: { name: 'nobody' } }]),
    `${FIXTURES} Deployment web spec.template.spec.containers[0].envFrom[0].secretRef [dangling-reference]`,
  ],
  [
    'a service account that is not there',
    (get) => (get('Deployment web')['spec'].template.spec.serviceAccountName = 'nobody'),
    `${FIXTURES} Deployment web spec.template.spec.serviceAccountName [dangling-reference]`,
  ],
  [
    'a Service that is not there',
    (get) => (get('Ingress fixture')['spec'].rules[0].http.paths[0].backend.service.name = 'nobody'),
    `${FIXTURES} Ingress fixture spec.rules[0].http.paths[0].backend.service [dangling-reference]`,
  ],
  [
    'an ingress class that is not there',
    (get) => (get('Ingress fixture')['spec'].ingressClassName = 'nginx'),
    `${FIXTURES} Ingress fixture spec.ingressClassName [dangling-reference]`,
  ],
  [
    'a secret store that is not there',
    (get) => (get('ExternalSecret web')['spec'].secretStoreRef.name = 'nobody'),
    `${FIXTURES} ExternalSecret web spec.secretStoreRef [dangling-reference]`,
  ],
  [
    'a key that no ExternalSecret makes, for Crossplane',
    (get) =>
      (get('Connection incident-webhook')['spec'].forProvider.authParameters.apiKey.valueSecretRef.key = 'token'),
    `${EVENTS} Connection incident-webhook spec.forProvider.authParameters.apiKey.valueSecretRef [dangling-reference]`,
  ],
  [
    'a key that no ExternalSecret makes, for ACK',
    (_get, add) =>
      add(ack('elasticache', 'User', 'cache', { passwords: [{ name: 'redis-auth', namespace: 'aws', key: 'user' }] })),
    `${FIXTURES} User cache spec.passwords[0] [dangling-reference]`,
  ],
  [
    'a key that the template of an ExternalSecret leaves out',
    (get) => (get('ExternalSecret incident-webhook')['spec'].target.template = { data: { key: '{{ .apiKey }}' } }),
    `${EVENTS} Connection incident-webhook spec.forProvider.authParameters.apiKey.valueSecretRef [dangling-reference]`,
  ],
  [
    'a Secret that an ExternalSecret only adds to',
    (get) => (get('ExternalSecret incident-webhook')['spec'].target.creationPolicy = 'Merge'),
    `${EVENTS} Connection incident-webhook spec.forProvider.authParameters.apiKey.valueSecretRef [dangling-reference]`,
  ],
  [
    'an ExternalSecret from a secret that is not there',
    (get) => (get('ExternalSecret incident-webhook')['spec'].data[0].remoteRef.key = 'incident-webhooks'),
    `${EXTERNAL} ExternalSecret incident-webhook spec.data[0].remoteRef [dangling-reference]`,
  ],
  [
    'an ExternalSecret from all of a secret that is not there',
    (get) => (get('ExternalSecret jenkins-credentials')['spec'].dataFrom = [{ extract: { key: 'jenkins' } }]),
    `${EXTERNAL} ExternalSecret jenkins-credentials spec.dataFrom[0].extract [dangling-reference]`,
  ],
  [
    'a value pushed to a secret that is not there',
    (get) => (get('PushSecret redis-auth-seed')['spec'].data[0].match.remoteRef.remoteKey = 'redis'),
    `${EXTERNAL} PushSecret redis-auth-seed spec.data[0].match.remoteRef [dangling-reference]`,
  ],
  [
    'a generator that is not there',
    (get) => (get('PushSecret redis-auth-seed')['spec'].selector.generatorRef.name = 'nobody'),
    `${EXTERNAL} PushSecret redis-auth-seed spec.selector.generatorRef [dangling-reference]`,
  ],
  [
    'a policy that its ConfigMap does not hold',
    (get) => (pushed(get('PushSecret redis-auth-seed')).resourcePolicy.policySourceRef.key = 'policy'),
    `${EXTERNAL} PushSecret redis-auth-seed spec.data[0].metadata.spec.resourcePolicy.policySourceRef [dangling-reference]`,
  ],
  [
    'two ExternalSecrets of one Secret',
    (get) => (get('ExternalSecret argocd-oidc-credentials')['spec'].target.name = 'argocd-credentials'),
    `${EXTERNAL} ExternalSecret argocd-oidc-credentials spec.target [secret-writers]`,
  ],
  [
    'an ExternalSecret that adds to a Secret of another',
    (get) =>
      Object.assign(get('ExternalSecret argocd-oidc-credentials')['spec'].target, {
        name: 'argocd-credentials',
        creationPolicy: 'Merge',
      }),
    `${EXTERNAL} ExternalSecret argocd-oidc-credentials spec.target [secret-writers]`,
  ],
  [
    'two values pushed to one secret',
    (get) => (get('PushSecret redis-auth-seed')['spec'].data[0].match.remoteRef.remoteKey = 'database-credentials'),
    `${EXTERNAL} PushSecret redis-auth-seed spec.data[0].match.remoteRef [secret-writers]`,
  ],
  [
    'a field pushed to a secret that another writes as a whole',
    (get) =>
      (get('PushSecret redis-auth-seed')['spec'].data[0].match.remoteRef = {
        remoteKey: 'database-credentials',
        property: 'host',
      }),
    `${EXTERNAL} PushSecret redis-auth-seed spec.data[0].match.remoteRef [secret-writers]`,
  ],
  [
    'a generated value that replaces the last',
    (get) => delete get('PushSecret redis-auth-seed')['spec'].updatePolicy,
    `${EXTERNAL} PushSecret redis-auth-seed spec.updatePolicy [pushed-secret]`,
  ],
  [
    'a secret that goes with what pushed it',
    (get) => (get('PushSecret redis-auth-seed')['spec'].deletionPolicy = 'Delete'),
    `${EXTERNAL} PushSecret redis-auth-seed spec.deletionPolicy [pushed-secret]`,
  ],
  [
    'a pushed value that nobody can read as text',
    (get) => delete pushed(get('PushSecret redis-auth-seed')).secretPushFormat,
    `${EXTERNAL} PushSecret redis-auth-seed spec.data[0].metadata [pushed-secret]`,
  ],
  [
    "a pushed value that takes the secret's policy away",
    (get) => delete pushed(get('PushSecret redis-auth-seed')).resourcePolicy,
    `${EXTERNAL} PushSecret redis-auth-seed spec.data[0].metadata [pushed-secret]`,
  ],
  [
    'a priority class that is not there',
    (get) => (get('Deployment web')['spec'].template.spec.priorityClassName = 'high'),
    `${FIXTURES} Deployment web spec.template.spec.priorityClassName [dangling-reference]`,
  ],
  [
    'labels that nobody carries',
    (get) =>
      (get('UserPoolClient web')['spec'].forProvider = { userPoolIdSelector: { matchLabels: { pool: 'users' } } }),
    `${FIXTURES} UserPoolClient web spec.forProvider.userPoolIdSelector [dangling-reference]`,
  ],
  [
    'a reference to an object of the wrong kind',
    (get) => (get('Subscription user-events-to-alerts-email')['spec'].topicRef.from.name = 'order-processing'),
    `${SNS} Subscription user-events-to-alerts-email spec.topicRef [reference-kind]`,
  ],
  [
    'an ARN of the wrong service',
    (get) => (get('Rule build-events-forward')['spec'].targets[0].roleARN = arn('sns', 'alerts')),
    `${EVENTS} Rule build-events-forward spec.targets[0].roleARN [reference-kind]`,
  ],
  [
    'an ACK reference to a Crossplane object',
    (get) => (get('Subscription user-events-to-alerts-email')['spec'].topicRef.from.name = 'platform-events'),
    `${SNS} Subscription user-events-to-alerts-email spec.topicRef [reference-family]`,
  ],
  [
    'a Crossplane reference to an ACK object',
    (get) => (get('Discoverer application-events-discoverer')['spec'].forProvider.sourceArnRef.name = 'audit-log'),
    `${EVENTS} Discoverer application-events-discoverer spec.forProvider.sourceArnRef [reference-family]`,
  ],
  [
    'a reference into another namespace',
    (get) => (get('Subscription user-events-to-alerts-email')['spec'].topicRef.from.namespace = 'other'),
    `${SNS} Subscription user-events-to-alerts-email spec.topicRef [reference-namespace]`,
  ],
  [
    'a producer that moved into another namespace',
    (get) => (get('UserPool users').metadata.namespace = 'apps'),
    `${FIXTURES} UserPoolClient web spec.forProvider.userPoolIdRef [reference-namespace]`,
  ],
  [
    'a namespace that nobody makes',
    (get) => (get('Namespace apps').metadata.name = 'applications'),
    `${FIXTURES} ServiceAccount web metadata.namespace [missing-namespace]`,
  ],
  [
    'two security groups that need each other',
    (_get, add) => {
      const group = (name: string, other: string) =>
        ack('ec2', 'SecurityGroup', name, {
          name,
          ingressRules: [{ ipProtocol: 'tcp', userIDGroupPairs: [{ groupRef: { from: { name: other } } }] }],
        });
      add(group('a', 'b'));
      add(group('b', 'a'));
    },
    `${FIXTURES} SecurityGroup a spec.ingressRules[0].userIDGroupPairs[0].groupRef [reference-cycle]`,
  ],
  [
    'a rule whose function nobody lets it invoke',
    (get) => (get('Permission notify-teams-deployment-events')['spec'].forProvider.principal = 's3.amazonaws.com'),
    `${EVENTS} Rule deployment-events spec.targets[0].arn [function-permission]`,
  ],
  [
    'a rule whose function another rule may invoke',
    (get) =>
      (get('Permission notify-teams-deployment-events')['spec'].forProvider.sourceArn = arn(
        'events',
        'rule/platform-events/build-events',
      )),
    `${EVENTS} Rule deployment-events spec.targets[0].arn [function-permission]`,
  ],
  [
    'a subscription whose function another topic may invoke',
    (get) => (get('Permission user-event-processor-user-events')['spec'].forProvider.sourceArn = arn('sns', 'order-*')),
    `${SNS} Subscription user-events-to-user-event-processor spec.endpoint [function-permission]`,
  ],
  [
    'a rotation whose function Secrets Manager may not invoke',
    (get) =>
      (get('Permission rotate-database-secret-secrets-manager')['spec'].forProvider.functionName = 'notify-teams'),
    'security/secret-rotation.yaml ResourceGraphDefinition security-database-credentials-rotation spec.resources[1].template.spec.forProvider.rotationLambdaArn [function-permission]',
  ],
  [
    'a bucket that tells a function without asking',
    (get) =>
      (get('Bucket reports')['spec'].notification = {
        lambdaFunctionConfigurations: [
          { events: ['s3:ObjectCreated:*'], lambdaFunctionARN: arn('lambda', 'function:worker') },
        ],
      }),
    `${FIXTURES} Bucket reports spec.notification.lambdaFunctionConfigurations[0].lambdaFunctionARN [function-permission]`,
  ],
  [
    "a queue whose messages come back before the function's retries end",
    (get) => (get('Queue processing-queue')['spec'].visibilityTimeout = '5400'),
    'application/lambda.yaml EventSourceMapping processing-queue-to-data-processing spec.eventSourceARN [queue-visibility]',
  ],
  [
    'code in a bucket that is not there',
    (get) => (get('Function notify-teams')['spec'].code.s3Bucket = 'artefacts'),
    'application/lambda.yaml Function notify-teams spec.code.s3Bucket [dangling-reference]',
  ],
  [
    'a log group of a function that is not there',
    (get) => (get('Function notify-teams')['spec'].loggingConfig.logGroup = '/aws/lambda/functions'),
    'application/lambda.yaml Function notify-teams spec.loggingConfig.logGroup [dangling-reference]',
  ],
  [
    'an Application of a folder that is not there',
    (get) => (get('Application messaging')['spec'].source.path = 'dist/production/mesaging'),
    'argocd/applications.yaml Application messaging spec.source.path [argocd-source]',
  ],
  [
    'a destination that the project does not permit',
    (get) => (get('Application messaging')['spec'].destination.namespace = 'kube-system'),
    'argocd/applications.yaml Application messaging spec.destination [argocd-permission]',
  ],
  [
    'a repository that the project does not permit',
    (get) => (get('Application messaging')['spec'].source.repoURL = 'https://github.com/somebody/else.git'),
    'argocd/applications.yaml Application messaging spec.source.repoURL [argocd-permission]',
  ],
  [
    'a kind that the project does not permit',
    (_get, add) => add(ack('ec2', 'SecurityGroup', 'stray', { name: 'stray' }), 'messaging'),
    `${FIXTURES} SecurityGroup stray kind [argocd-permission]`,
  ],
  [
    'a namespace that the project does not permit',
    (_get, add) =>
      add(
        {
          ...ack('ec2', 'SecurityGroup', 'stray', { name: 'stray' }),
          apiVersion: 'sns.services.k8s.aws/v1alpha1',
          kind: 'Subscription',
          metadata: { name: 'stray', namespace: 'apps' },
        },
        'messaging',
      ),
    `${FIXTURES} Subscription stray metadata.namespace [argocd-permission]`,
  ],
  [
    'an object twice',
    (get, add) => add(structuredClone(get('Topic alerts')), 'messaging'),
    `${FIXTURES} Topic alerts metadata.name [duplicate-object]`,
  ],
  [
    'an AWS object with two ACK owners',
    (get, add) => {
      const twin = structuredClone(get('Topic alerts'));
      twin.metadata.name = 'alerts-again';
      add(twin, 'messaging');
    },
    `${FIXTURES} Topic alerts-again metadata.name [duplicate-owner]`,
  ],
  [
    'an AWS object with an ACK and a Crossplane owner',
    (_get, add) =>
      add({
        ...ack('', 'EventBus', 'bus-again', { name: 'platform-events' }),
        apiVersion: 'eventbridge.services.k8s.aws/v1alpha1',
      }),
    `${FIXTURES} EventBus bus-again metadata.name [duplicate-owner]`,
  ],
  [
    'a CRD with two installers',
    (get, add) => {
      const twin = structuredClone(get('Application operator'));
      twin.metadata.name = 'operator-again';
      add(twin);
    },
    `${FIXTURES} Application operator-again spec.source.chart [crd-owner]`,
  ],
  [
    'a CRD of a group that another release installs',
    (get) => {
      get('Application operator').metadata.annotations = {
        'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
        'platform.company.com/installs-crds': 'queues.sqs.services.k8s.aws',
      };
    },
    `${FIXTURES} Application operator metadata.annotations.platform.company.com/installs-crds [crd-owner]`,
  ],
  [
    'a controller that is pruned with its manifest',
    (get) => {
      get('Application operator').metadata.annotations = {
        'platform.company.com/installs-crds': 'operator.company.com',
      };
    },
    `${FIXTURES} Application operator metadata.annotations.argocd.argoproj.io/sync-options [kept-controller]`,
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
    `${FIXTURES} Application operator metadata.finalizers [kept-controller]`,
  ],
  [
    'a provider that goes before its objects',
    (get) => {
      get('Provider provider-aws-ec2').metadata.annotations = {};
    },
    'controllers/crossplane-aws.yaml Provider provider-aws-ec2 metadata.annotations.argocd.argoproj.io/sync-options [kept-controller]',
  ],
  [
    'a consumer in a wave before its producer',
    (get) => wave(get('Archive platform-events-archive'), -1),
    `${EVENTS} Archive platform-events-archive metadata.annotations.argocd.argoproj.io/sync-wave [wave-order]`,
  ],
  [
    'two applications that wait for each other',
    (_get, add) => {
      const client = (name: string, pool: string, number: number, application: string) => {
        const manifest = ack('ec2', 'SecurityGroup', name, {
          name,
          ingressRules: [{ userIDGroupPairs: [{ groupRef: { from: { name: pool } } }] }],
        });
        wave(manifest, number);
        add(manifest, application);
      };
      const group = (name: string, number: number, application: string) => {
        const manifest = ack('ec2', 'SecurityGroup', name, { name });
        wave(manifest, number);
        add(manifest, application);
      };
      group('one-late', 1, 'one');
      group('two-late', 1, 'two');
      client('one-early', 'two-late', 0, 'one');
      client('two-early', 'one-late', 0, 'two');
    },
    `${FIXTURES} SecurityGroup one-early spec.ingressRules[0].userIDGroupPairs[0].groupRef [application-deadlock]`,
  ],
  [
    'a policy that is no JSON',
    (get) => (get('Role worker')['spec'].inlinePolicies.work = '{"Statement": ['),
    `${FIXTURES} Role worker spec.inlinePolicies.work [json-syntax]`,
  ],
  [
    'a policy with white space',
    (get) =>
      (get('Role worker')['spec'].inlinePolicies.work = get('Role worker')['spec'].inlinePolicies.work.replace(
        ':',
        ': ',
      )),
    `${FIXTURES} Role worker spec.inlinePolicies.work [json-canonical]`,
  ],
  [
    'a statement without an effect',
    (get) => inPolicy(get('Role worker')['spec'].inlinePolicies, 'work', ([statement]) => delete statement.Effect),
    `${FIXTURES} Role worker spec.inlinePolicies.work [iam-statement]`,
  ],
  [
    'an IAM action that does not exist',
    (get) =>
      inPolicy(
        get('Role worker')['spec'].inlinePolicies,
        'work',
        ([statement]) => (statement.Action = 'sqs:SendMessages'),
      ),
    `${FIXTURES} Role worker spec.inlinePolicies.work [iam-action]`,
  ],
  [
    "an action on another service's resource",
    (get) =>
      inPolicy(
        get('Role worker')['spec'].inlinePolicies,
        'work',
        ([statement]) => (statement.Resource = arn('sns', 'alerts')),
      ),
    `${FIXTURES} Role worker spec.inlinePolicies.work [iam-resource]`,
  ],
  [
    'a wildcard action',
    (get) => inPolicy(get('Role worker')['spec'].inlinePolicies, 'work', ([statement]) => (statement.Action = 'sqs:*')),
    `${FIXTURES} Role worker spec.inlinePolicies.work [iam-wildcard]`,
  ],
  [
    'a wildcard resource where IAM has others',
    (get) => inPolicy(get('Role worker')['spec'].inlinePolicies, 'work', ([statement]) => (statement.Resource = '*')),
    `${FIXTURES} Role worker spec.inlinePolicies.work [iam-wildcard]`,
  ],
  [
    'text messages by a role that may also publish to every topic',
    (get) =>
      inPolicy(get('Role platform-users-sms')['spec'].inlinePolicies, 'send-codes', (statements) => statements.pop()),
    'application/cognito.yaml Role platform-users-sms spec.inlinePolicies.send-codes [iam-wildcard]',
  ],
  [
    'a WebSocket API to which everybody may connect',
    (get) => {
      const { spec } = get('Route platform-web-socket-connect') as Anything;
      spec.authorizationType = 'NONE';
    },
    'application/apigatewayv2.yaml Route platform-web-socket-connect spec.authorizationType [public-exposure]',
  ],
  [
    'a question before the request that does not say why everybody may ask it',
    (get) =>
      delete get('Route platform-api-api-preflight').metadata.annotations![
        'exception.platform.company.com/public-exposure'
      ],
    'application/apigatewayv2.yaml Route platform-api-api-preflight spec.authorizationType [public-exposure]',
  ],
  [
    'an alert without a runbook',
    (get) => edit(get('RuleGroupsNamespace cluster'), /runbook_url: \S+/, ''),
    `${RULE_GROUPS} [alerting-rules]`,
  ],
  [
    'an alert without a severity',
    (get) => edit(get('RuleGroupsNamespace cluster'), /severity: critical/, 'team: platform'),
    `${RULE_GROUPS} [alerting-rules]`,
  ],
  [
    'an alert that waits for a time that is none',
    (get) => edit(get('RuleGroupsNamespace cluster'), /for: ["']?15m["']?/, 'for: soon'),
    `${RULE_GROUPS} [alerting-rules]`,
  ],
  [
    'an alert of a name that is there already',
    (get) => edit(get('RuleGroupsNamespace cluster'), /alert: AwsObjectTerminal/, 'alert: AwsObjectNotSynced'),
    `${RULE_GROUPS} [alerting-rules]`,
  ],
  [
    'a query that does not parse',
    (get) =>
      edit(
        get('RuleGroupsNamespace cluster'),
        /expr: .*karpenter_scheduler_unschedulable_pods_count\) > 0/,
        'expr: max(karpenter_scheduler_unschedulable_pods_count > 0',
      ),
    `${RULE_GROUPS} [alerting-rules]`,
  ],
  [
    'rules that are no YAML',
    (get) => edit(get('RuleGroupsNamespace cluster'), /^groups:/, 'groups: ['),
    `${RULE_GROUPS} [alerting-rules]`,
  ],
  [
    'rules that no agent computes',
    (_get, add) =>
      add({
        apiVersion: 'monitoring.coreos.com/v1',
        kind: 'PrometheusRule',
        metadata: { name: 'lost', namespace: 'monitoring' },
        spec: { groups: [] },
      }),
    'fixtures/fixtures.yaml PrometheusRule lost spec.groups [alerting-rules]',
  ],
  [
    'a dead-letter queue of the other order',
    (get) =>
      (get('Queue order-processing')['spec'].redrivePolicy = canonicalJson({
        deadLetterTargetArn: arn('sqs', 'user-notifications-dlq.fifo'),
        maxReceiveCount: 3,
      })),
    `${SQS} Queue order-processing spec.redrivePolicy [redrive-policy]`,
  ],
  [
    'a dead-letter queue that does not admit the source',
    (get) =>
      (get('Queue order-processing')['spec'].redrivePolicy = canonicalJson({
        deadLetterTargetArn: arn('sqs', 'user-analytics-dlq'),
        maxReceiveCount: 3,
      })),
    `${SQS} Queue order-processing spec.redrivePolicy [redrive-policy]`,
  ],
  [
    'an unknown operator in an event pattern',
    (get) => (get('Rule build-events')['spec'].eventPattern = canonicalJson({ source: [{ startsWith: 'aws.' }] })),
    `${EVENTS} Rule build-events spec.eventPattern [event-pattern]`,
  ],
  [
    'a field that no event has',
    (get) =>
      (get('Rule build-events')['spec'].eventPattern = canonicalJson({ detailType: ['CodeBuild Build State Change'] })),
    `${EVENTS} Rule build-events spec.eventPattern [event-pattern]`,
  ],
  [
    'a filter that is no list',
    (get) =>
      (get('Subscription user-events-to-alerts-email')['spec'].filterPolicy = canonicalJson({ severity: 'HIGH' })),
    `${SNS} Subscription user-events-to-alerts-email spec.filterPolicy [filter-policy]`,
  ],
  [
    'a state that is not defined',
    (get) => inDefinition(get('StateMachine orders'), (states) => (states['Decide'].Default = 'PaymentFailed')),
    `${FIXTURES} StateMachine orders spec.definition [state-machine]`,
  ],
  [
    'a state that nothing leads to',
    (get) => inDefinition(get('StateMachine orders'), (states) => (states['Orphan'] = { Type: 'Succeed' })),
    `${FIXTURES} StateMachine orders spec.definition [state-machine]`,
  ],
  [
    'states that go round for ever',
    (get) =>
      inDefinition(get('StateMachine orders'), (states) => {
        states['Done'] = { Type: 'Pass', Next: 'Decide' };
        states['Failed'] = { Type: 'Pass', Next: 'Decide' };
      }),
    `${FIXTURES} StateMachine orders spec.definition [state-machine]`,
  ],
  [
    'an EXPRESS state machine that waits for an answer',
    (get) => {
      get('StateMachine orders')['spec'].type_ = 'EXPRESS';
      inDefinition(
        get('StateMachine orders'),
        (states) => (states['Validate'].Resource = 'arn:aws:states:::sqs:sendMessage.waitForTaskToken'),
      );
    },
    `${FIXTURES} StateMachine orders spec.definition [state-machine]`,
  ],
  [
    'a widget that does not fit',
    (get) => {
      const body = JSON.parse(get('Dashboard orders')['spec'].dashboardBody);
      body.widgets[0].x = 20;
      get('Dashboard orders')['spec'].dashboardBody = canonicalJson(body);
    },
    `${FIXTURES} Dashboard orders spec.dashboardBody [dashboard]`,
  ],
  [
    'a property that the resource type does not have',
    (get) =>
      (get('Resource detector')['spec'].forProvider.desiredState = canonicalJson({
        Enable: true,
        Frequency: 'SIX_HOURS',
      })),
    `${FIXTURES} Resource detector spec.forProvider.desiredState [desired-state]`,
  ],
  [
    'a resource type that AWS does not have',
    (get) => (get('Resource detector')['spec'].forProvider.typeName = 'AWS::GuardDuty::Detectors'),
    `${FIXTURES} Resource detector spec.forProvider.typeName [desired-state]`,
  ],
  [
    'a lock of a vault that is not there',
    (get) => (get('VaultLockConfiguration platform-backup-lock')['spec'].forProvider.backupVaultName = 'nobody'),
    'backup/backup.yaml VaultLockConfiguration platform-backup-lock spec.forProvider.backupVaultName [dangling-reference]',
  ],
  [
    'a configuration recorder that writes into a bucket which is not there',
    (get) => (get('DeliveryChannel configuration-recorder-channel')['spec'].forProvider.s3BucketName = 'nobody'),
    'backup/config.yaml DeliveryChannel configuration-recorder-channel spec.forProvider.s3BucketName [dangling-reference]',
  ],
  [
    'a graph that reads a field which is not there',
    (get) => {
      const [, resource] = get('ResourceGraphDefinition messaging-critical-infrastructure-events')['spec'].resources;
      resource.template.spec.targets[0].arn = '${incidentWebhookEvents.status.atProvider.arm}';
    },
    `${EVENTS} ResourceGraphDefinition messaging-critical-infrastructure-events spec.resources[1].template.spec.targets[0].arn [kro-graph]`,
  ],
  [
    'a graph that reads an object which is not there',
    (get) =>
      (get('ResourceGraphDefinition messaging-critical-infrastructure-events')[
        'spec'
      ].resources[0].externalRef.metadata.name = 'nobody'),
    `${EVENTS} ResourceGraphDefinition messaging-critical-infrastructure-events spec.resources[0].externalRef [dangling-reference]`,
  ],
  [
    'a wrapped rule without a dead-letter queue',
    (get) =>
      delete get('ResourceGraphDefinition messaging-critical-infrastructure-events')['spec'].resources[1].template.spec
        .targets[0].deadLetterConfig,
    `${EVENTS} ResourceGraphDefinition messaging-critical-infrastructure-events spec.resources[1].template.spec.targets[0].deadLetterConfig [dead-letter]`,
  ],
  [
    'a queue that ACK deletes with its manifest',
    (get) => delete get('Queue order-processing').metadata.annotations!['services.k8s.aws/deletion-policy'],
    `${SQS} Queue order-processing metadata.annotations.services.k8s.aws/deletion-policy [stateful-retained]`,
  ],
  [
    'a queue that Argo CD prunes',
    (get) => (get('Queue order-processing').metadata.annotations!['argocd.argoproj.io/sync-options'] = 'Delete=false'),
    `${SQS} Queue order-processing metadata.annotations.argocd.argoproj.io/sync-options [stateful-retained]`,
  ],
  [
    'a user pool that Crossplane may delete',
    (get) => (get('UserPool users')['spec'].managementPolicies = ['*']),
    `${FIXTURES} UserPool users spec.managementPolicies [stateful-retained]`,
  ],
  [
    'a stream that Crossplane may delete through Cloud Control',
    (get) => delete get('Resource cloudfront-requests')['spec'].managementPolicies,
    `network/cloudfront.yaml Resource cloudfront-requests spec.managementPolicies [stateful-retained]`,
  ],
  [
    'a table without deletion protection',
    (get) => (get('Table parcels')['spec'].deletionProtectionEnabled = false),
    `${FIXTURES} Table parcels spec.deletionProtectionEnabled [deletion-protection]`,
  ],
  [
    'a table without the backup tag',
    (get) => (get('Table parcels')['spec'].tags = []),
    `${FIXTURES} Table parcels spec.tags [backed-up]`,
  ],
  [
    'a topic in plain text',
    (get) => delete get('Topic alerts')['spec'].kmsMasterKeyID,
    `${SNS} Topic alerts spec.kmsMasterKeyID [encrypted-at-rest]`,
  ],
  [
    'a node volume in plain text',
    (get) => (get('LaunchTemplate nodes')['spec'].data.blockDeviceMappings[0].ebs.encrypted = false),
    `${FIXTURES} LaunchTemplate nodes spec.data.blockDeviceMappings[0].ebs.encrypted [encrypted-at-rest]`,
  ],
  [
    'a listener without TLS',
    (get) => (get('Listener internal-https')['spec'].protocol = 'HTTP'),
    `${FIXTURES} Listener internal-https spec.protocol [encrypted-in-transit]`,
  ],
  [
    'a bucket that answers without TLS',
    (get) => delete get('Bucket reports')['spec'].policy,
    `${FIXTURES} Bucket reports spec.policy [tls-only]`,
  ],
  [
    'a public bucket',
    (get) => (get('Bucket reports')['spec'].publicAccessBlock.blockPublicPolicy = false),
    `${FIXTURES} Bucket reports spec.publicAccessBlock.blockPublicPolicy [public-exposure]`,
  ],
  [
    'a database that the world reaches',
    (get) => (get('SecurityGroup fixture-database')['spec'].ingressRules[0].ipRanges[0].cidrIP = '0.0.0.0/0'),
    `${FIXTURES} SecurityGroup fixture-database spec.ingressRules[0].ipRanges[0].cidrIP [public-exposure]`,
  ],
  [
    'a role that everybody may assume',
    (get) =>
      inPolicy(
        get('Role worker')['spec'],
        'assumeRolePolicyDocument',
        ([statement]) => (statement.Principal = { AWS: '*' }),
      ),
    `${FIXTURES} Role worker spec.assumeRolePolicyDocument [public-exposure]`,
  ],
  [
    'a queue without a dead-letter queue',
    (get) => delete get('Queue user-analytics')['spec'].redrivePolicy,
    `${SQS} Queue user-analytics spec.redrivePolicy [dead-letter]`,
  ],
  [
    'a rule target without a dead-letter queue',
    (get) => delete get('Rule user-registration-rule')['spec'].targets[2].deadLetterConfig,
    `${EVENTS} Rule user-registration-rule spec.targets[2].deadLetterConfig [dead-letter]`,
  ],
  [
    'a function without a dead-letter queue',
    (get) => delete get('Function worker')['spec'].deadLetterConfig,
    `${FIXTURES} Function worker spec.deadLetterConfig.targetARN [dead-letter]`,
  ],
  [
    'logs for ever',
    (get) => delete get('LogGroup worker')['spec'].retentionDays,
    `${FIXTURES} LogGroup worker spec.retentionDays [log-retention]`,
  ],
  [
    'a password in an environment variable',
    (get) => container(get('Deployment web')).env.push({ name: 'DB_PASSWORD', value: 'hunter2hunter2' }),
    `${FIXTURES} Deployment web spec.template.spec.containers[0].env[1].value [plaintext-secret]`,
  ],
  [
    'a Secret in git',
    (_get, add) =>
      add({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'plain', namespace: 'apps' }, stringData: { a: 'b' } }),
    `${FIXTURES} Secret plain stringData [plaintext-secret]`,
  ],
  [
    'a password in what External Secrets pushes',
    (get) => (get('PushSecret redis-auth-seed')['spec'].template.data.password = 'correct-horse'),
    `${EXTERNAL} PushSecret redis-auth-seed spec.template.data.password [plaintext-secret]`,
  ],
  [
    'a password in the template of an ExternalSecret',
    (get) => (get('ExternalSecret argocd-git-credentials')['spec'].target.template.data.password = 'correct-horse'),
    `${EXTERNAL} ExternalSecret argocd-git-credentials spec.target.template.data.password [plaintext-secret]`,
  ],
  ...['ghp_', 'ghs_', 'github_pat_', 'glpat-'].map((prefix): (typeof faults)[number] => [
    `a token that begins with ${prefix}`,
    (get) =>
      (get('ExternalSecret argocd-git-credentials')['spec'].target.template.data.sign = `${prefix}${'1a'.repeat(20)}`),
    `${EXTERNAL} ExternalSecret argocd-git-credentials spec.target.template.data.sign [plaintext-secret]`,
  ]),
  [
    'a null',
    (get) => (get('Topic alerts')['spec'].displayName = null),
    `${SNS} Topic alerts spec.displayName [null-value]`,
  ],
  [
    'a namespace that lets every Pod in',
    (get) => delete get('Namespace aws').metadata.labels!['pod-security.kubernetes.io/enforce'],
    'controllers/namespaces.yaml Namespace aws metadata.labels.pod-security.kubernetes.io/enforce [namespace-pod-security]',
  ],
  [
    'two classes of volumes for claims that name none',
    (get) => (get('StorageClass st1').metadata.annotations = { 'storageclass.kubernetes.io/is-default-class': 'true' }),
    'storage/ebs.yaml StorageClass st1 metadata.annotations.storageclass.kubernetes.io/is-default-class [single-default]',
  ],
  [
    'a disk that two nodes cannot have',
    (_, add) => add(claim('gp3', { volumeMode: 'Block' })),
    `${FIXTURES} PersistentVolumeClaim shared spec.accessModes [shared-volume]`,
  ],
  [
    'a file system that two nodes write to',
    (_, add) => add(claim('io2')),
    `${FIXTURES} PersistentVolumeClaim shared spec.volumeMode [shared-volume]`,
  ],
  [
    'an image of any version',
    (get) => (container(get('Deployment web')).image = 'example.com/web:latest'),
    `${FIXTURES} Deployment web spec.template.spec.containers[0].image [image-tag]`,
  ],
  [
    'a container that may gain privileges',
    (get) => delete container(get('Deployment web')).securityContext.allowPrivilegeEscalation,
    `${FIXTURES} Deployment web spec.template.spec.containers[0].securityContext.allowPrivilegeEscalation [pod-security]`,
  ],
  [
    "a Pod that sees the node's files",
    (get) => (get('Deployment web')['spec'].template.spec.volumes[0] = { name: 'tmp', hostPath: { path: '/' } }),
    `${FIXTURES} Deployment web spec.template.spec.volumes[0].hostPath [pod-security]`,
  ],
  [
    'a container without a liveness probe',
    (get) => delete container(get('Deployment web')).livenessProbe,
    `${FIXTURES} Deployment web spec.template.spec.containers[0].livenessProbe [probes]`,
  ],
  [
    'a container without a memory limit',
    (get) => delete container(get('Deployment web')).resources.limits,
    `${FIXTURES} Deployment web spec.template.spec.containers[0].resources.limits.memory [resource-limits]`,
  ],
  [
    'a namespace that everybody reaches',
    (get) => (get('NetworkPolicy deny-all')['spec'].policyTypes = ['Ingress']),
    `${FIXTURES} Deployment web metadata.namespace [default-deny]`,
  ],
  [
    'a role over everything',
    (get) => (get('ClusterRole reader')['rules'][0].resources = ['*']),
    `${FIXTURES} ClusterRole reader rules[0].resources [rbac-wildcard]`,
  ],
  [
    'nodes with the old metadata service',
    (get) => (get('LaunchTemplate nodes')['spec'].data.metadataOptions.httpTokens = 'optional'),
    `${FIXTURES} LaunchTemplate nodes spec.data.metadataOptions.httpTokens [instance-metadata]`,
  ],
  [
    'an exception that excuses nothing',
    (get) =>
      (get('Topic alerts').metadata.annotations!['exception.platform.company.com/dead-letter'] = 'nobody listens'),
    `${SNS} Topic alerts metadata.annotations.exception.platform.company.com/dead-letter [unneeded-exception]`,
  ],
  [
    'a cache that delivers its log to nobody',
    (get) =>
      (get('ReplicationGroup platform-redis')['spec'].logDeliveryConfigurations[0].destinationDetails = {
        cloudWatchLogsDetails: { logGroup: '/aws/nobody' },
      }),
    `${REDIS} ReplicationGroup platform-redis spec.logDeliveryConfigurations[0].destinationDetails.cloudWatchLogsDetails.logGroup [dangling-reference]`,
  ],
  [
    'a cache that anybody in the VPC may read without TLS',
    (get) => (get('ReplicationGroup platform-redis')['spec'].transitEncryptionEnabled = false),
    `${REDIS} ReplicationGroup platform-redis spec.transitEncryptionEnabled [encrypted-in-transit]`,
  ],
  [
    'a queue whose consumer may stop without anybody noticing',
    (get) => (get('MetricAlarm sqs-order-processing-oldest-message')['spec'].dimensions[0].value = 'orders'),
    `${SQS} Queue order-processing metadata.name [alarmed]`,
  ],
  [
    'an alarm that reads another object than the one it is for',
    (get) =>
      (get('ResourceGraphDefinition observability-acm-api')['spec'].resources[0].externalRef.metadata.name = 'domain'),
    'network/acm.yaml Certificate api metadata.name [alarmed]',
  ],
];

describe('seeded faults', () => {
  test('GIVEN dist and the fixtures as they are WHEN judged THEN nothing is found', () => {
    expect(findings(soundTree())).toEqual([]);
  });

  test.each(faults)(
    'GIVEN %s WHEN the tree is judged THEN that is found once, and nothing else',
    (_what, change, expected) => {
      const placed = soundTree();
      const get = (name: string) =>
        placed.find(({ manifest }) => `${manifest.kind} ${manifest.metadata.name}` === name)!.manifest;
      change(get, (manifest, application = 'fixtures') => placed.push({ manifest, application, file: FIXTURES }));
      expect(findings(placed)).toEqual([expected]);
    },
  );

  test('GIVEN the table of faults WHEN it is compared with the rules THEN every rule has one', () => {
    const tested = new Set(faults.map(([, , expected]) => /\[([a-z-]+)\]$/.exec(expected)![1]));
    expect(rules.map(({ id }) => id).filter((id) => !tested.has(id))).toEqual([]);
  });

  test('GIVEN a declared exception WHEN judged THEN it is no finding, and its reason is at hand', () => {
    const placed = soundTree();
    const queue = placed.find(
      ({ manifest }) => manifest.kind === 'Queue' && manifest.metadata.name === 'user-analytics',
    )!.manifest;
    delete queue['spec'].redrivePolicy;
    queue.metadata.annotations!['exception.platform.company.com/dead-letter'] = 'messages may be lost here';
    const { findings: found, exceptions } = judge(new Tree(placed as never, facts), rules);
    expect(found).toEqual([]);
    expect(exceptions.map(({ rule, because }) => `${rule}: ${because}`)).toContain(
      'dead-letter: messages may be lost here',
    );
  });

  test('GIVEN the function that one bucket calls, its code in another WHEN judged THEN the applications do not wait for each other', () => {
    const placed = soundTree();
    const needs = (of: string, kind: string) => {
      const tree = new Tree(placed as never, facts, schemas);
      const object = tree.objects.find(({ manifest }) => manifest.metadata.name === of && manifest.kind === kind)!;
      return tree.neededBy(object).map(({ to }) => to.manifest.metadata.name);
    };
    expect(needs('data-bucket', 'Bucket')).toContain('data-processing');
    expect(needs('data-processing', 'Function')).toContain('artifacts');
    expect(findings(placed).filter((finding) => finding.endsWith('[application-deadlock]'))).toEqual([]);
  });

  test('GIVEN a policy for KMS WHEN it says every resource THEN that means the key', () => {
    const placed = soundTree();
    placed.push({
      manifest: {
        ...ack('kms', 'Key', 'data', {
          policy: policy({
            Action: 'kms:*',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::123456789012:root' },
            Resource: '*',
          }),
          tags: [{ tagKey: 'Backup', tagValue: 'platform' }],
        }),
        metadata: {
          name: 'data',
          namespace: 'aws',
          annotations: {
            'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
            'services.k8s.aws/deletion-policy': 'retain',
          },
        },
      },
      application: 'fixtures',
      file: FIXTURES,
    });
    expect(findings(placed)).toEqual([]);
  });
});
