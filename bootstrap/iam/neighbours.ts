import { type EnvironmentData, environments } from '../../environments';

/** The other environments of the repository that are in the same account. */
export function neighboursOf({ name, account }: Pick<EnvironmentData, 'name' | 'account'>): EnvironmentData[] {
  return environments.filter((other) => other.account === account && other.name !== name);
}
