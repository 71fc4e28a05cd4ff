import type { DocumentValue } from '../compare';
import { apigateway } from './apigateway';
import { backup } from './backup';
import { bootstrap } from './bootstrap';
import { cloudfront } from './cloudfront';
import { cognito } from './cognito';
import { dax } from './dax';
import { dms } from './dms';
import { dynamodb } from './dynamodb';
import { eks } from './eks';
import { elasticache } from './elasticache';
import { eventbridge } from './eventbridge';
import { lambda } from './lambda';
import { network } from './network';
import { rds } from './rds';
import { secrets } from './secrets';
import { security } from './security';
import { sns } from './sns';
import { sqs } from './sqs';
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
  ...rds,
  ...dynamodb,
  ...dms,
  ...apigateway,
  ...cognito,
];
