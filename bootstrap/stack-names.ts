import type { EnvironmentData } from '../environments';

/** The stacks of an environment, in the order in which they are made. */
export const STACKS = ['foundation', 'dr', 'cluster', 'controllers', 'argocd'] as const;
export type StackName = (typeof STACKS)[number];

/** What CloudFormation calls a stack of an environment. */
export function stackNameOf({ name }: Pick<EnvironmentData, 'name'>, stack: StackName): string {
  return `${name}-platform-${stack}`;
}
