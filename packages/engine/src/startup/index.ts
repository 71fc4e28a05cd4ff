export type { Deadlock, Step } from './deadlocks';
export type { EarlyObject } from './gates';
export type { LateIdentity } from './identities';
export { healthOf } from './lua';
export { type Moment, Moments } from './moments';
export { renderStartup, STARTUP_FORMATS, type StartupFormat } from './render';
export { Startup, startupOf } from './startup';
