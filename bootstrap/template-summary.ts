/** A resource of a template. */
interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
}

/**
 * What the architecture document says of the bootstrap, read from its templates. `platform conformance` compares
 * `bootstrap/facts.json` without the CDK; a test proves that the file is what the templates say.
 */
export function templateSummaryOf(foundation: Template, cluster: Template): unknown {
  const [vpc] = ofType(foundation, 'AWS::EC2::VPC');
  const [eks] = ofType(cluster, 'AWS::EKS::Cluster');
  const subnets = ofType(foundation, 'AWS::EC2::Subnet');
  return {
    vpc: {
      cidr: vpc?.['CidrBlock'],
      availabilityZones: [...new Set(subnets.map((subnet) => String(subnet['AvailabilityZone'])))].sort(),
      publicSubnets: cidrsOf(subnets, 'public'),
      privateSubnets: cidrsOf(subnets, 'private'),
      databaseSubnets: cidrsOf(subnets, 'database'),
      natGateways: ofType(foundation, 'AWS::EC2::NatGateway').length,
      endpoints: ofType(foundation, 'AWS::EC2::VPCEndpoint').map(serviceOf).sort(),
      flowLogs: ofType(foundation, 'AWS::EC2::FlowLog').length,
    },
    eks: {
      name: eks?.['Name'],
      version: eks?.['Version'],
      privateAccess: at(eks, 'ResourcesVpcConfig', 'EndpointPrivateAccess'),
      publicAccess: at(eks, 'ResourcesVpcConfig', 'EndpointPublicAccess'),
      logging: (at(eks, 'Logging', 'ClusterLogging', 'EnabledTypes') as { Type: string }[]).map(({ Type }) => Type),
      encrypted: (eks?.['EncryptionConfig'] as unknown[] | undefined)?.map((config) => at(config, 'Resources')),
      addOns: ofType(cluster, 'AWS::EKS::Addon')
        .map((addOn) => addOn['AddonName'])
        .sort(),
    },
    nodeGroups: ofType(cluster, 'AWS::EKS::Nodegroup').map((group) => ({
      name: group['NodegroupName'],
      instanceTypes: group['InstanceTypes'],
      capacityType: group['CapacityType'],
      amiType: group['AmiType'],
      scaling: group['ScalingConfig'],
    })),
  };
}

function ofType({ Resources }: Template, type: string): Readonly<Record<string, unknown>>[] {
  return Object.values(Resources)
    .filter(({ Type }) => Type === type)
    .map(({ Properties }) => Properties);
}

function cidrsOf(subnets: readonly Readonly<Record<string, unknown>>[], group: string): unknown[] {
  return subnets
    .filter((subnet) =>
      (subnet['Tags'] as { Key: string; Value: string }[]).some(
        ({ Key, Value }) => Key === 'aws-cdk:subnet-name' && Value === group,
      ),
    )
    .map((subnet) => subnet['CidrBlock']);
}

/** `ecr.api` of `com.amazonaws.us-east-1.ecr.api`, which a template may put together from pieces. */
function serviceOf(endpoint: Readonly<Record<string, unknown>>): string {
  const name = JSON.stringify(endpoint['ServiceName']);
  return /([a-z0-9]+(?:[.-][a-z]+)*)"[\]}]*$/.exec(name.replace(/com\.amazonaws\.[a-z0-9-]+\./, ''))?.[1] ?? name;
}

function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>((part, step) => (part as Record<string, unknown> | undefined)?.[step], value);
}
