import { compute } from './compute';
import type { Reviewed } from './field-effect';
import { messaging } from './messaging';
import { platform } from './platform';
import { rds } from './rds';
import { stores } from './stores';

/** What AWS's own data do not say, or say otherwise than the controllers do; each with its source. */
export const reviewed: Reviewed = { ...rds, ...platform, ...stores, ...messaging, ...compute };
