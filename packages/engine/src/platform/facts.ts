import { formatArn, partitionOf } from '../aws';
import type { Facts } from '../rules';
import type { EnvironmentIdentity } from './environment';

/** What validation knows of an environment besides its manifests. */
export function factsOf({ account, region, outputs }: EnvironmentIdentity): Facts {
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
    bootstrap: new Set([...textsIn(outputs), identityProvider, cluster, controlPlaneLogGroup]),
  };
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (value !== null && typeof value === 'object') for (const part of Object.values(value)) yield* textsIn(part);
}
