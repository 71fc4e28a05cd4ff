import { development } from './development';
import type { Environment, EnvironmentData } from './environment';
import { load } from './load';
import { production } from './production';
import { staging } from './staging';

/** Every environment, the one where mistakes cost most first. */
export const environments: readonly EnvironmentData[] = [production, staging, development];

/** The environments with these names, checked; all of them where none is named. Throws `InputError`. */
export function loadEnvironments(root: string, names: readonly string[] = []): Environment[] {
  return load(environments, root, names);
}

export { managementProblems } from './argocd';
export type { Code, Environment, EnvironmentData, Images, Outputs } from './environment';
export { codeSchema } from './functions';
export { imagesSchema } from './images';
export { environmentSchema, outputsSchema } from './schema';
