export { type Deadlock, deadlocksOf, type Step } from './deadlocks';
export { Certainty, type EarlyObject, earlyObjects } from './gates';
export { type LateIdentity, lateIdentities } from './identities';
export { healthOf } from './lua';
export { Moments } from './moments';
