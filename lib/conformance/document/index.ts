import type { DocumentValue } from '../compare';
import { eventbridge } from './eventbridge';
import { network } from './network';
import { sns } from './sns';
import { sqs } from './sqs';

/** Every value of the architecture document that charts have taken on, service by service. */
export const documentValues: readonly DocumentValue[] = [...eventbridge, ...sqs, ...sns, ...network];
