import { formatArn, partitionOf } from '../aws';
import type { Home } from '../relations';
import type { EnvironmentIdentity } from './environment';

/** What validation knows of an environment besides its manifests. */
export function homeOf(environment: EnvironmentIdentity): Home {
  const { account, region, outputs } = environment;
  const partition = partitionOf(region);
  const identityProvider = formatArn({
    partition,
    service: 'iam',
    region: '',
    account,
    resource: `oidc-provider/${outputs.oidcIssuer.replace('https://', '')}`,
  });
  const cluster = formatArn({
    partition,
    service: 'eks',
    region,
    account,
    resource: `cluster/${outputs.clusterName}`,
  });
  const controlPlaneLogGroup = `/aws/eks/${outputs.clusterName}/cluster`;
  return {
    account,
    region,
    facts: new Set([...textsIn(outputs), identityProvider, cluster, controlPlaneLogGroup]),
    accounts: new Set([...textsIn(environment)].filter((text) => /^\d{12}$/.test(text) && text !== account)),
  };
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (value !== null && typeof value === 'object') for (const part of Object.values(value)) yield* textsIn(part);
}
