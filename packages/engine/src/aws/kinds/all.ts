import * as acm from './acm';
import * as apigateway from './apigateway';
import * as apigatewayv2 from './apigatewayv2';
import * as applicationautoscaling from './applicationautoscaling';
import * as apprunner from './apprunner';
import * as appsync from './appsync';
import * as backup from './backup';
import * as budgets from './budgets';
import * as ce from './ce';
import * as cloudfront from './cloudfront';
import * as cloudtrail from './cloudtrail';
import * as cloudwatch from './cloudwatch';
import * as cloudwatchlogs from './cloudwatchlogs';
import * as cluster from './cluster';
import * as codebuild from './codebuild';
import * as codecommit from './codecommit';
import * as cognito from './cognito';
import * as config from './config';
import * as dax from './dax';
import * as directconnect from './directconnect';
import * as dms from './dms';
import * as documentdb from './documentdb';
import * as dynamodb from './dynamodb';
import * as ec2 from './ec2';
import * as ecr from './ecr';
import * as efs from './efs';
import * as eks from './eks';
import * as elasticache from './elasticache';
import * as elbv2 from './elbv2';
import * as eventbridge from './eventbridge';
import * as firehose from './firehose';
import * as grafana from './grafana';
import * as guardduty from './guardduty';
import * as iam from './iam';
import * as kafka from './kafka';
import type { Kind } from './kind';
import * as kinesis from './kinesis';
import * as kms from './kms';
import * as lambda from './lambda';
import * as memorydb from './memorydb';
import * as mq from './mq';
import * as neptune from './neptune';
import * as opensearch from './opensearch';
import * as pipes from './pipes';
import * as prometheus from './prometheus';
import * as rds from './rds';
import * as route53 from './route53';
import * as s3 from './s3';
import * as schemas from './schemas';
import * as secretsmanager from './secretsmanager';
import * as securityhub from './securityhub';
import * as sfn from './sfn';
import * as shield from './shield';
import * as sns from './sns';
import * as sqs from './sqs';
import * as ssm from './ssm';
import * as wafv2 from './wafv2';
import * as xray from './xray';

/** Every service; a new one is a file beside these, and a line above and below. */
export {
  acm,
  apigateway,
  apigatewayv2,
  applicationautoscaling,
  apprunner,
  appsync,
  backup,
  budgets,
  ce,
  cloudfront,
  cloudtrail,
  cloudwatch,
  cloudwatchlogs,
  cluster,
  codebuild,
  codecommit,
  cognito,
  config,
  dax,
  directconnect,
  dms,
  documentdb,
  dynamodb,
  ec2,
  ecr,
  efs,
  eks,
  elasticache,
  elbv2,
  eventbridge,
  firehose,
  grafana,
  guardduty,
  iam,
  kafka,
  kinesis,
  kms,
  lambda,
  memorydb,
  mq,
  neptune,
  opensearch,
  pipes,
  prometheus,
  rds,
  route53,
  s3,
  schemas,
  secretsmanager,
  securityhub,
  sfn,
  shield,
  sns,
  sqs,
  ssm,
  wafv2,
  xray,
};

const SERVICES: readonly Readonly<Record<string, Kind>>[] = [
  acm,
  apigateway,
  apigatewayv2,
  applicationautoscaling,
  apprunner,
  appsync,
  backup,
  budgets,
  ce,
  cloudfront,
  cloudtrail,
  cloudwatch,
  cloudwatchlogs,
  cluster,
  codebuild,
  codecommit,
  cognito,
  config,
  dax,
  directconnect,
  dms,
  documentdb,
  dynamodb,
  ec2,
  ecr,
  efs,
  eks,
  elasticache,
  elbv2,
  eventbridge,
  firehose,
  grafana,
  guardduty,
  iam,
  kafka,
  kinesis,
  kms,
  lambda,
  memorydb,
  mq,
  neptune,
  opensearch,
  pipes,
  prometheus,
  rds,
  route53,
  s3,
  schemas,
  secretsmanager,
  securityhub,
  sfn,
  shield,
  sns,
  sqs,
  ssm,
  wafv2,
  xray,
];

export const allKinds: readonly Kind[] = SERVICES.flatMap((service) => Object.values(service));
