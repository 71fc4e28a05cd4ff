export type { EnvironmentIdentity, EnvironmentsModule } from './environment';
export { homeOf } from './home';
export { definePlatform, type Platform } from './platform';
