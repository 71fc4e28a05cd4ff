import type { DocumentValue } from '@aws-platform/engine/conformance';
import { apigateway } from './apigateway';
import { argocd } from './argocd';
import { backup } from './backup';
import { bootstrap } from './bootstrap';
import { cloudfront } from './cloudfront';
import { cloudwatch } from './cloudwatch';
import { cognito } from './cognito';
import { cost } from './cost';
import { dax } from './dax';
import { delivery } from './delivery';
import { dms } from './dms';
import { dynamodb } from './dynamodb';
import { eks } from './eks';
import { elasticache } from './elasticache';
import { eventbridge } from './eventbridge';
import { jenkins } from './jenkins';
import { lambda } from './lambda';
import { monitoring } from './monitoring';
import { network } from './network';
import { optional } from './optional';
import { rds } from './rds';
import { secrets } from './secrets';
import { security } from './security';
import { sns } from './sns';
import { sqs } from './sqs';
import { stepFunctions } from './stepfunctions';
import { storage } from './storage';

/** Every value of the architecture document that charts have taken on, service by service. */
export const documentValues: readonly DocumentValue[] = [
  ...bootstrap,
  ...eks,
  ...elasticache,
  ...dax,
  ...eventbridge,
  ...sqs,
  ...sns,
  ...lambda,
  ...network,
  ...cloudfront,
  ...security,
  ...secrets,
  ...storage,
  ...backup,
  ...delivery,
  ...argocd,
  ...jenkins,
  ...cost,
  ...rds,
  ...dynamodb,
  ...dms,
  ...stepFunctions,
  ...optional,
  ...cloudwatch,
  ...monitoring,
  ...apigateway,
  ...cognito,
];
