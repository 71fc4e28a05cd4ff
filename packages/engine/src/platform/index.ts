export type { EnvironmentIdentity, EnvironmentsModule } from './environment';
export { factsOf } from './facts';
export { definePlatform, type Platform } from './platform';
