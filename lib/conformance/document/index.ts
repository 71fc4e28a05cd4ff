import type { DocumentValue } from '../compare';
import { bootstrap } from './bootstrap';
import { cloudfront } from './cloudfront';
import { eks } from './eks';
import { eventbridge } from './eventbridge';
import { network } from './network';
import { secrets } from './secrets';
import { security } from './security';
import { sns } from './sns';
import { sqs } from './sqs';

/** Every value of the architecture document that charts have taken on, service by service. */
export const documentValues: readonly DocumentValue[] = [
  ...bootstrap,
  ...eks,
  ...eventbridge,
  ...sqs,
  ...sns,
  ...network,
  ...cloudfront,
  ...security,
  ...secrets,
];
