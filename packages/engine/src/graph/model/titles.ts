/**
 * AWS's own names of its services, by the first part of ACK's and Crossplane's groups, and by CloudFormation's in lower
 * case.
 */
const AWS_SERVICES: Readonly<Record<string, string>> = {
  acm: 'AWS Certificate Manager',
  apigateway: 'Amazon API Gateway',
  apigatewayv2: 'Amazon API Gateway',
  applicationautoscaling: 'Application Auto Scaling',
  apprunner: 'AWS App Runner',
  appsync: 'AWS AppSync',
  backup: 'AWS Backup',
  budgets: 'AWS Budgets',
  ce: 'AWS Cost Explorer',
  cloudfront: 'Amazon CloudFront',
  cloudtrail: 'AWS CloudTrail',
  cloudwatch: 'Amazon CloudWatch',
  cloudwatchevents: 'Amazon EventBridge',
  cloudwatchlogs: 'Amazon CloudWatch Logs',
  codebuild: 'AWS CodeBuild',
  codecommit: 'AWS CodeCommit',
  cognitoidentity: 'Amazon Cognito',
  cognitoidentityprovider: 'Amazon Cognito',
  cognitoidp: 'Amazon Cognito',
  configservice: 'AWS Config',
  dax: 'Amazon DynamoDB Accelerator',
  dms: 'AWS Database Migration Service',
  dynamodb: 'Amazon DynamoDB',
  ec2: 'Amazon EC2',
  ecr: 'Amazon ECR',
  efs: 'Amazon EFS',
  eks: 'Amazon EKS',
  elasticache: 'Amazon ElastiCache',
  elbv2: 'Elastic Load Balancing',
  eventbridge: 'Amazon EventBridge',
  grafana: 'Amazon Managed Grafana',
  guardduty: 'Amazon GuardDuty',
  iam: 'AWS IAM',
  kinesis: 'Amazon Kinesis Data Streams',
  kinesisfirehose: 'Amazon Data Firehose',
  kms: 'AWS KMS',
  lambda: 'AWS Lambda',
  prometheusservice: 'Amazon Managed Service for Prometheus',
  rds: 'Amazon RDS',
  route53: 'Amazon Route 53',
  s3: 'Amazon S3',
  schemas: 'Amazon EventBridge Schemas',
  secretsmanager: 'AWS Secrets Manager',
  securityhub: 'AWS Security Hub',
  sfn: 'AWS Step Functions',
  shield: 'AWS Shield',
  sns: 'Amazon SNS',
  sqs: 'Amazon SQS',
  wafv2: 'AWS WAF',
  xray: 'AWS X-Ray',
};

/** What is not AWS's, by the end of its group. */
const CLUSTER_PARTS: readonly (readonly [ending: string, title: string])[] = [
  ['argoproj.io', 'Argo CD'],
  ['crossplane.io', 'Crossplane'],
  ['aws.m.upbound.io', 'Crossplane'],
  ['elbv2.k8s.aws', 'AWS Load Balancer Controller'],
  ['external-secrets.io', 'External Secrets'],
  ['karpenter.k8s.aws', 'Karpenter'],
  ['karpenter.sh', 'Karpenter'],
  ['kro.run', 'kro'],
  ['monitoring.coreos.com', 'Prometheus Operator'],
  ['k8s.io', 'Kubernetes'],
];

/** Charts that are named for something other than one AWS service. */
const CHARTS: Readonly<Record<string, string>> = {
  ack: 'ACK controllers',
  alarms: 'CloudWatch alarms',
  applications: 'Argo CD Applications',
  'argo-rollouts': 'Argo Rollouts',
  'cluster-autoscaler': 'Cluster Autoscaler',
  cognito: 'Amazon Cognito',
  config: 'AWS Config',
  crossplane: 'Crossplane',
  'crossplane-aws': 'Crossplane providers',
  dax: 'DynamoDB Accelerator',
  dms: 'AWS DMS',
  dashboards: 'CloudWatch dashboards',
  ebs: 'Amazon EBS',
  'external-dns': 'ExternalDNS',
  'external-secrets': 'External Secrets',
  fargate: 'AWS Fargate',
  ingress: 'Public Ingress',
  installation: 'Argo CD installation',
  karpenter: 'Karpenter',
  'kube-prometheus-stack': 'Prometheus Operator',
  kro: 'kro',
  'load-balancer-controller': 'AWS Load Balancer Controller',
  prometheus: 'Managed Prometheus',
  grafana: 'Managed Grafana',
  projects: 'Argo CD projects',
  'secret-rotation': 'Secret rotation',
  'secrets-manager': 'AWS Secrets Manager',
  'transit-gateway': 'AWS Transit Gateway',
  'x-ray': 'AWS X-Ray',
};

/** `Amazon SQS` for the chart `sqs`; a chart that no table knows is called by its own name, in words. */
export function titleOfChart(name: string): string {
  const words = name.replaceAll('-', ' ');
  return own(CHARTS, name) ?? own(AWS_SERVICES, name) ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * The AWS service or the part of the cluster that a kind belongs to, by its group or CloudFormation's type; the group
 * itself where it is not known.
 */
export function titleOfKind(key: string): string {
  const cloudFormation = /^AWS::(\w+)::/.exec(key)?.[1]?.toLowerCase();
  if (cloudFormation !== undefined) return own(AWS_SERVICES, cloudFormation) ?? key;
  const group = key.slice(0, key.lastIndexOf('/'));
  if (group === '' || !group.includes('.')) return 'Kubernetes';
  // what synth's own graphs serve
  if (group.startsWith('wiring.')) return 'kro';
  const aws = /^(\w+)\.(?:services\.k8s\.aws|aws\.m\.upbound\.io)$/.exec(group)?.[1];
  if (aws !== undefined) return own(AWS_SERVICES, aws) ?? group;
  return CLUSTER_PARTS.find(([ending]) => group === ending || group.endsWith(`.${ending}`))?.[1] ?? group;
}

/** A name of a folder may be `constructor`. */
function own(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
