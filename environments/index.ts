import { environments } from './all';
import type { Environment } from './environment';
import { load } from './load';

/** The environments with these names, checked; all of them where none is named. Throws `InputError`. */
export function loadEnvironments(root: string, names: readonly string[] = []): Environment[] {
  return load(environments, root, names);
}

export { environments } from './all';
export { managementProblems } from './argocd';
export type { Code, Environment, EnvironmentData, Images, Outputs } from './environment';
export { codeSchema } from './functions';
export { imagesSchema } from './images';
export { environmentSchema, outputsSchema } from './schema';
