import { faultsOf } from '../faults';
import { unwatched } from '../fixtures';
import { ack, arn, EVENTS, EXTERNAL, FIXTURES, inDefinition, inPolicy, REDIS, SNS, wave } from '../objects';

faultsOf('dangling-reference', [
  [
    'an ARN of a queue that is not there',
    (get) => (get('Rule user-registration-rule')['spec'].targets[1].arn = arn('sqs', 'user-analytic')),
    `${EVENTS} Rule user-registration-rule spec.targets[1].arn`,
  ],
  [
    'the AWS name of a bus that is not there',
    (_get, add) =>
      add(unwatched(ack('eventbridge', 'Rule', 'stray', { name: 'stray', eventBusName: 'platform-event' }))),
    `${FIXTURES} Rule stray spec.eventBusName`,
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
    `${FIXTURES} Role worker spec.inlinePolicies.work`,
  ],
  [
    'repositories of a cache that is not there',
    (get) =>
      inPolicy(
        get('Role quay-repositories')['spec'].inlinePolicies,
        'create',
        ([statement]) => (statement.Resource = arn('ecr', 'repository/ghcr/*')),
      ),
    'delivery/ecr.yaml Role quay-repositories spec.inlinePolicies.create',
  ],
  [
    'a role that neither the tree nor the bootstrap has',
    (get) =>
      inPolicy(
        get('Role platform-spending-freeze-execution')['spec'].inlinePolicies,
        'freeze',
        ([statement]) => (statement.Resource = 'arn:aws:iam::123456789012:role/platform/karpenter'),
      ),
    'cost/budgets.yaml Role platform-spending-freeze-execution spec.inlinePolicies.freeze',
  ],
  [
    'a policy that Cloud Control does not make',
    (get) =>
      (get('BudgetAction platform-spending-freeze')['spec'].forProvider.definition.iamActionDefinition.policyArn =
        'arn:aws:iam::123456789012:policy/platform/other'),
    'cost/budgets.yaml BudgetAction platform-spending-freeze spec.forProvider.definition.iamActionDefinition.policyArn',
  ],
  [
    'the AWS name of a function that is not there',
    (get) =>
      (get('EventSourceMapping worker-orders')['spec'] = {
        ...get('EventSourceMapping worker-orders')['spec'],
        functionRef: undefined,
        functionName: 'nobody',
      }),
    `${FIXTURES} EventSourceMapping worker-orders spec.functionName`,
  ],
  [
    'an API destination that is not there',
    (get) =>
      inPolicy(
        get('Role eventbridge-open-incidents')['spec'].inlinePolicies,
        'invoke',
        ([statement]) => (statement.Resource = arn('events', 'api-destination/incident-webhook-event/*')),
      ),
    `${EVENTS} Role eventbridge-open-incidents spec.inlinePolicies.invoke`,
  ],
  [
    'the AWS name of a bucket that is not there',
    (get) => (get('Trail platform-trail')['spec'].forProvider.s3BucketName = 'records'),
    'security/cloudtrail.yaml Trail platform-trail spec.forProvider.s3BucketName',
  ],
  [
    'a load balancer that logs to a bucket that is not there',
    (get) => (get('LoadBalancer platform-alb')['spec'].attributes[4].value = 'records'),
    'network/elbv2.yaml LoadBalancer platform-alb spec.attributes[4].value',
  ],
  [
    'a bucket that logs to one that is not there',
    (get) => (get('Bucket site')['spec'].logging.loggingEnabled.targetBucket = 'records'),
    'storage/s3.yaml Bucket site spec.logging.loggingEnabled.targetBucket',
  ],
  [
    'an instance of a cluster that is not there',
    (get) => (get('DBInstance platform-db-1')['spec'].dbClusterIdentifier = 'platform-database'),
    'data/rds.yaml DBInstance platform-db-1 spec.dbClusterIdentifier',
  ],
  [
    'a cluster of a global cluster that is not there',
    (get) => (get('DBCluster platform-db')['spec'].globalClusterIdentifier = 'platform-db'),
    'data/rds.yaml DBCluster platform-db spec.globalClusterIdentifier',
  ],
  [
    'a target of a proxy that is not there',
    (get) => (get('ProxyTarget platform-db-proxy-cluster')['spec'].forProvider.dbProxyName = 'platform-proxy'),
    'data/rds.yaml ProxyTarget platform-db-proxy-cluster spec.forProvider.dbProxyName',
  ],
  [
    'a key that the bootstrap did not make',
    (get) => (get('Topic alerts')['spec'].kmsMasterKeyID = arn('kms', 'key/mrk-0123')),
    `${SNS} Topic alerts spec.kmsMasterKeyID`,
  ],
  [
    'an ARN inside a Step Functions definition that leads nowhere',
    (get) =>
      inDefinition(
        get('StateMachine orders'),
        (states) => (states['Validate'].Resource = arn('lambda', 'function:nobody')),
      ),
    `${FIXTURES} StateMachine orders spec.definition`,
  ],
  [
    'an ExternalSecret from a secret that is not there',
    (get) => (get('ExternalSecret incident-webhook')['spec'].data[0].remoteRef.key = 'incident-webhooks'),
    `${EXTERNAL} ExternalSecret incident-webhook spec.data[0].remoteRef`,
  ],
  [
    'an ExternalSecret from all of a secret that is not there',
    (get) => (get('ExternalSecret jenkins-credentials')['spec'].dataFrom = [{ extract: { key: 'jenkins' } }]),
    `${EXTERNAL} ExternalSecret jenkins-credentials spec.dataFrom[0].extract`,
  ],
  [
    'a value pushed to a secret that is not there',
    (get) => {
      // whose value nobody writes any more is a person's, and holds up what waits for it
      wave(get('ExternalSecret argocd-credentials'), 100);
      get('PushSecret argocd-credentials-seed')['spec'].data[0].match.remoteRef.remoteKey = 'argocd';
    },
    `${EXTERNAL} PushSecret argocd-credentials-seed spec.data[0].match.remoteRef`,
  ],
  [
    'code in a bucket that is not there',
    (get) => (get('Function notify-teams')['spec'].code.s3Bucket = 'artefacts'),
    'application/lambda.yaml Function notify-teams spec.code.s3Bucket',
  ],
  [
    'a log group of a function that is not there',
    (get) => (get('Function notify-teams')['spec'].loggingConfig.logGroup = '/aws/lambda/functions'),
    'application/lambda.yaml Function notify-teams spec.loggingConfig.logGroup',
  ],
  [
    'a lock of a vault that is not there',
    (get) => (get('VaultLockConfiguration platform-backup-lock')['spec'].forProvider.backupVaultName = 'nobody'),
    'backup/backup.yaml VaultLockConfiguration platform-backup-lock spec.forProvider.backupVaultName',
  ],
  [
    'a configuration recorder that writes into a bucket which is not there',
    (get) => (get('DeliveryChannel configuration-recorder-channel')['spec'].forProvider.s3BucketName = 'nobody'),
    'backup/config.yaml DeliveryChannel configuration-recorder-channel spec.forProvider.s3BucketName',
  ],
  [
    'a cache that delivers its log to nobody',
    (get) =>
      (get('ReplicationGroup platform-redis')['spec'].logDeliveryConfigurations[0].destinationDetails = {
        cloudWatchLogsDetails: { logGroup: '/aws/nobody' },
      }),
    `${REDIS} ReplicationGroup platform-redis spec.logDeliveryConfigurations[0].destinationDetails.cloudWatchLogsDetails.logGroup`,
  ],
]);
