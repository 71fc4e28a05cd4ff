import type { Landing } from '../constructs/core/landing';
import type { Environment } from '../environments';
import platform from '../platform';

/** What an environment tells constructs. */
export function landingOf(environment: Environment): Landing {
  const { name, account, region, drRegion, namePrefix, tags, network, drNetwork, edge, argocd, outputs } = environment;
  return {
    account,
    region,
    domain: platform.domain,
    namePrefix,
    tags,
    keys: outputs.keys,
    permissionsBoundary: outputs.permissionsBoundary,
    vpc: {
      id: outputs.vpcId,
      cidr: network.cidr,
      availabilityZones: network.availabilityZones,
      privateSubnetIds: outputs.privateSubnetIds,
      privateCidrs: network.privateSubnets,
      publicSubnetIds: outputs.publicSubnetIds,
      databaseSubnetIds: outputs.databaseSubnetIds,
    },
    cluster: { name: outputs.clusterName, oidcIssuer: outputs.oidcIssuer },
    dr: {
      region: drRegion,
      keys: outputs.dr.keys,
      vpc: {
        id: outputs.dr.vpcId,
        cidr: drNetwork.cidr,
        availabilityZones: drNetwork.availabilityZones,
        databaseSubnetIds: outputs.dr.databaseSubnetIds,
      },
    },
    onPremisesCidrs: edge.onPremisesCidrs,
    // a hub knows the clusters that it manages by their environments' names
    ...(argocd.managedBy && { argocd: { cluster: { name }, prefix: `${name}-` } }),
  };
}
