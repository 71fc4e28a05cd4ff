import type { Construct } from 'constructs';
import { Application } from '../constructs/platform-chart';
import type { Environment } from '../environments';
import { Lambda } from './application/lambda';
import { Backup } from './backup/backup';
import { Config } from './backup/config';
import { Eks } from './compute/eks';
import { Fargate } from './compute/fargate';
import { Karpenter } from './compute/karpenter';
import { Priorities } from './compute/priorities';
import { Namespaces } from './controllers/namespaces';
import { Dax } from './data/dax';
import { Dms } from './data/dms';
import { DynamoDb } from './data/dynamodb';
import { ElastiCache } from './data/elasticache';
import { Rds } from './data/rds';
import { EventBridge } from './messaging/eventbridge';
import { Sns } from './messaging/sns';
import { Sqs } from './messaging/sqs';
import { Acm } from './network/acm';
import { CloudFront } from './network/cloudfront';
import { Ec2 } from './network/ec2';
import { Elbv2 } from './network/elbv2';
import { Ingress } from './network/ingress';
import { Route53 } from './network/route53';
import { TransitGateways } from './network/transit-gateway';
import { CloudTrail } from './security/cloudtrail';
import { ExternalSecrets } from './security/external-secrets';
import { GuardDuty } from './security/guardduty';
import { SecretRotations } from './security/secret-rotation';
import { SecretsManager } from './security/secrets-manager';
import { SecurityHub } from './security/securityhub';
import { Shield } from './security/shield';
import { Wafv2 } from './security/wafv2';
import { Ebs } from './storage/ebs';
import { Efs } from './storage/efs';
import { S3 } from './storage/s3';

/** The registry: every application with its charts, and what each chart is given of the others. */
export function platform(scope: Construct, environment: Environment): void {
  const controllers = new Application(scope, 'controllers', 'What the controllers in the cluster need');
  new Namespaces(controllers, 'namespaces', environment);

  const security = new Application(
    scope,
    'security',
    'Firewalls, protection from floods, secrets, the audit trail and threat detection',
  );
  const secretsManager = new SecretsManager(security, 'secrets-manager', environment);
  const externalSecrets = new ExternalSecrets(security, 'external-secrets', environment, { secretsManager });

  const network = new Application(scope, 'network', 'Who may talk to whom, and by which names and routes');
  const ec2 = new Ec2(network, 'ec2', environment);
  new TransitGateways(network, 'transit-gateway', environment);
  const route53 = new Route53(network, 'route53', environment);
  const acm = new Acm(network, 'acm', environment, { route53 });

  const messaging = new Application(scope, 'messaging', 'Queues, topics and event buses');
  const sqs = new Sqs(messaging, 'sqs', environment);

  const data = new Application(scope, 'data', 'Databases, tables and caches, and what copies data into them');
  const rds = new Rds(data, 'rds', environment, { ec2, externalSecrets, secretsManager });
  const dynamoDb = new DynamoDb(data, 'dynamodb', environment);
  new Dms(data, 'dms', environment, { ec2, externalSecrets, secretsManager });

  const storage = new Application(scope, 'storage', 'Buckets and their copies, and files that Pods share');
  const s3 = new S3(storage, 's3', environment, { sqs });
  new Ebs(storage, 'ebs', environment);
  new Efs(storage, 'efs', environment, { ec2 });

  const application = new Application(scope, 'application', 'Functions, and what calls them');
  const lambda = new Lambda(application, 'lambda', environment, { dynamoDb, ec2, externalSecrets, rds, s3, sqs });
  const sns = new Sns(messaging, 'sns', environment, { lambda, sqs });
  const eventBridge = new EventBridge(messaging, 'eventbridge', environment, { externalSecrets, lambda, sns, sqs });
  new ElastiCache(data, 'elasticache', environment, { ec2, sns, externalSecrets });
  new Dax(data, 'dax', environment, { dynamoDb, ec2, sns });
  new Elbv2(network, 'elbv2', environment, { acm, ec2, route53, s3 });

  new SecretRotations(security, 'secret-rotation', environment, { lambda, secretsManager });
  const { cloudTrail, guardDuty, securityHub, shield } = environment.security;
  const wafv2 = new Wafv2(security, 'wafv2', environment);
  new Ingress(network, 'ingress', environment, { acm, s3, wafv2 });
  const cloudFront = new CloudFront(network, 'cloudfront', environment, { acm, route53, s3, wafv2 });
  if (cloudTrail) new CloudTrail(security, 'cloudtrail', environment, { s3 });
  if (guardDuty.enabled) new GuardDuty(security, 'guardduty', environment, { sqs, sns });
  if (securityHub) new SecurityHub(security, 'securityhub', environment, { sqs, sns });
  if (shield) new Shield(security, 'shield', environment, { cloudFront, route53 });

  const backup = new Application(
    scope,
    'backup',
    'Backups, their copies in the DR region, and the proof that they can be restored',
  );
  new Backup(backup, 'backup', environment, { rds, s3, sns });
  if (environment.backup.config) new Config(backup, 'config', environment, { s3 });

  const compute = new Application(scope, 'compute', 'Node groups, Fargate, and what Karpenter needs in AWS');
  new Eks(compute, 'eks', environment);
  new Fargate(compute, 'fargate', environment, { eventBridge });
  new Priorities(compute, 'priorities', environment);
  new Karpenter(compute, 'karpenter', environment, { sqs });
}
