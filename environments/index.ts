import { development } from './development';
import type { EnvironmentData } from './environment';
import { production } from './production';
import { staging } from './staging';

/** Every environment, the one where mistakes cost most first. */
export const environments: readonly EnvironmentData[] = [production, staging, development];

export { managementProblems } from './argocd';
export type { Code, Environment, EnvironmentData, Images, Outputs } from './environment';
export { codeSchema, FUNCTION_NAMES, type FunctionName } from './functions';
export { imagesSchema } from './images';
export { environmentSchema, outputsSchema } from './schema';
