import type { Construct } from 'constructs';
import type { Environment } from '../environments';
import { ApiGateway } from './application/apigatewayv2';
import { AppRunner } from './application/apprunner';
import { AppSync } from './application/appsync';
import { Cognito } from './application/cognito';
import { Lambda } from './application/lambda';
import { Sfn } from './application/sfn';
import { Backup } from './backup/backup';
import { Config } from './backup/config';
import { Eks } from './compute/eks';
import { Fargate } from './compute/fargate';
import { Karpenter } from './compute/karpenter';
import { CONTROLLERS } from './controllers';
import { Namespaces } from './controllers/namespaces';
import { Priorities } from './controllers/priorities';
import { Budgets } from './cost/budgets';
import { CostExplorer } from './cost/ce';
import { Dax } from './data/dax';
import { Dms } from './data/dms';
import { DynamoDb } from './data/dynamodb';
import { ElastiCache } from './data/elasticache';
import { Rds } from './data/rds';
import { CodeBuild } from './delivery/codebuild';
import { CodeCommit } from './delivery/codecommit';
import { Ecr } from './delivery/ecr';
import { Jenkins } from './delivery/jenkins';
import { Rollouts } from './delivery/rollouts';
import { EventBridge } from './messaging/eventbridge';
import { Sns } from './messaging/sns';
import { Sqs } from './messaging/sqs';
import { Acm } from './network/acm';
import { CloudFront } from './network/cloudfront';
import { Ec2 } from './network/ec2';
import { Elbv2 } from './network/elbv2';
import { Ingress } from './network/ingress';
import { Intranet } from './network/intranet';
import { Route53 } from './network/route53';
import { TransitGateways } from './network/transit-gateway';
import { Alarms } from './observability/alarms';
import { CloudWatch } from './observability/cloudwatch';
import { Collection } from './observability/collection';
import { Dashboards } from './observability/dashboards';
import { Grafana } from './observability/grafana';
import { Logs } from './observability/logs';
import { Prometheus } from './observability/prometheus';
import { Traces } from './observability/traces';
import { XRay } from './observability/x-ray';
import { PlatformApplication } from './platform-application';
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
export function applications(scope: Construct, environment: Environment): void {
  const controllers = new PlatformApplication(scope, CONTROLLERS, 'The controllers in the cluster, and what they need');
  new Namespaces(controllers, 'namespaces', environment);
  const priorities = new Priorities(controllers, 'priorities', environment);

  const security = new PlatformApplication(
    scope,
    'security',
    'Firewalls, protection from floods, secrets, the audit trail and threat detection',
  );
  const secretsManager = new SecretsManager(security, 'secrets-manager', environment);
  const externalSecrets = new ExternalSecrets(security, 'external-secrets', environment, { secretsManager });

  const network = new PlatformApplication(scope, 'network', 'Who may talk to whom, and by which names and routes');
  const ec2 = new Ec2(network, 'ec2', environment);
  new TransitGateways(network, 'transit-gateway', environment);
  const route53 = new Route53(network, 'route53', environment);
  const acm = new Acm(network, 'acm', environment, { route53 });

  const messaging = new PlatformApplication(scope, 'messaging', 'Queues, topics and event buses');
  const sqs = new Sqs(messaging, 'sqs', environment);

  const data = new PlatformApplication(scope, 'data', 'Databases, tables and caches, and what copies data into them');
  const rds = new Rds(data, 'rds', environment, { ec2, externalSecrets, secretsManager });
  const dynamoDb = new DynamoDb(data, 'dynamodb', environment);
  new Dms(data, 'dms', environment, { ec2, externalSecrets, secretsManager });

  const storage = new PlatformApplication(scope, 'storage', 'Buckets and their copies, and files that Pods share');
  const s3 = new S3(storage, 's3', environment, { sqs });
  new Ebs(storage, 'ebs', environment);
  const efs = new Efs(storage, 'efs', environment, { ec2 });

  const delivery = new PlatformApplication(
    scope,
    'delivery',
    'Where code is kept, what it is built with, the images of it, and Jenkins',
  );
  const codeCommit = environment.delivery.codeCommit.enabled
    ? new CodeCommit(delivery, 'codecommit', environment)
    : undefined;
  const ecr = new Ecr(delivery, 'ecr', environment);
  const codeBuild = new CodeBuild(delivery, 'codebuild', environment, { codeCommit, ec2, ecr, s3 });

  const application = new PlatformApplication(
    scope,
    'application',
    'The API, the functions and workflows behind it, and who may call it',
  );
  const lambda = new Lambda(application, 'lambda', environment, { dynamoDb, ec2, externalSecrets, rds, s3, sqs });
  const sns = new Sns(messaging, 'sns', environment, { lambda, sqs });
  const eventBridge = new EventBridge(messaging, 'eventbridge', environment, { externalSecrets, lambda, sns, sqs });
  const sfn = new Sfn(application, 'sfn', environment, { eventBridge, lambda, sns, sqs });
  new ElastiCache(data, 'elasticache', environment, { ec2, sns, externalSecrets });
  new Dax(data, 'dax', environment, { dynamoDb, ec2, sns });
  const elbv2 = new Elbv2(network, 'elbv2', environment, { acm, ec2, route53, s3 });

  const cognito = new Cognito(application, 'cognito', environment, { acm, externalSecrets, lambda, route53, s3 });
  new ApiGateway(application, 'apigatewayv2', environment, { acm, cognito, ec2, elbv2, lambda, route53 });

  new SecretRotations(security, 'secret-rotation', environment, { lambda, secretsManager });
  const { cloudTrail, guardDuty, securityHub, shield } = environment.security;
  const wafv2 = new Wafv2(security, 'wafv2', environment);
  if (environment.appSync.enabled)
    new AppSync(application, 'appsync', environment, { cognito, dynamoDb, lambda, sfn, wafv2 });
  if (environment.appRunner.enabled) new AppRunner(application, 'apprunner', environment, { ecr });
  new Ingress(network, 'ingress', environment, { acm, s3, wafv2 });
  const intranet = new Intranet(network, 'intranet', environment, { acm, s3 });
  const cloudFront = new CloudFront(network, 'cloudfront', environment, { acm, route53, s3, wafv2 });
  if (cloudTrail) new CloudTrail(security, 'cloudtrail', environment, { s3 });
  if (guardDuty.enabled) new GuardDuty(security, 'guardduty', environment, { sqs, sns });
  if (securityHub) new SecurityHub(security, 'securityhub', environment, { sqs, sns });
  if (shield) new Shield(security, 'shield', environment, { cloudFront, route53 });

  const backup = new PlatformApplication(
    scope,
    'backup',
    'Backups, their copies in the DR region, and the proof that they can be restored',
  );
  new Backup(backup, 'backup', environment, { rds, s3, sns });
  if (environment.backup.config) new Config(backup, 'config', environment, { s3 });

  const compute = new PlatformApplication(scope, 'compute', "Node groups, Fargate, and Karpenter's nodes");
  new Eks(compute, 'eks', environment);
  new Fargate(compute, 'fargate', environment, { eventBridge });
  new Karpenter(compute, 'karpenter', environment, { sqs });

  const cost = new PlatformApplication(scope, 'cost', 'Budgets, and what costs unusually much');
  new Budgets(cost, 'budgets', environment, { sns });
  const { account } = environment.cost;
  if (account) new CostExplorer(cost, 'ce', environment, { sns, anomalies: account.anomalies });
  const observability = new PlatformApplication(scope, 'observability', 'Alarms, dashboards, traces and metrics');
  new XRay(observability, 'x-ray', environment);
  new Traces(observability, 'traces', environment);
  new Logs(observability, 'logs', environment);
  const prometheus = new Prometheus(observability, 'prometheus', environment, { sns });
  const rollouts = new Rollouts(delivery, 'rollouts', environment, { ec2, ecr, elbv2, priorities, prometheus });
  new Jenkins(delivery, 'jenkins', environment, {
    codeBuild,
    codeCommit,
    ecr,
    efs,
    eventBridge,
    intranet,
    priorities,
    s3,
    promotesIn: [rollouts.platform.node.id],
  });
  new Collection(observability, 'collection', environment, { prometheus });
  if (environment.observability.grafana.enabled) new Grafana(observability, 'grafana', environment, { prometheus });
  const cloudWatch = new CloudWatch(observability, 'cloudwatch', environment, { sns });
  // derived from everything above
  const alarms = new Alarms(observability, 'alarms', environment, { sns, cloudWatch, root: scope });
  new Dashboards(observability, 'dashboards', environment, { alarms });
}
