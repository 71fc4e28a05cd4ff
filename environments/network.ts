import { contains, overlaps, prefixLength } from '@aws-platform/engine/aws';
import { z } from 'zod';
import { zonesOf } from './availability-zones';
import { cidr } from './fields';

const subnets = z.array(cidr).min(2, 'at least two subnets, each in its own availability zone');

const vpc = {
  /** Of the VPC, /16 to /28. */
  cidr: cidr.refine((value) => prefixLength(value) >= 16 && prefixLength(value) <= 28, 'a VPC is /16 to /28'),
  availabilityZones: z.array(z.string()).min(2),
  /** One per availability zone, in their order. */
  privateSubnets: subnets,
  /** Without a route to the internet. */
  databaseSubnets: subnets,
};

/** The VPC of the home region. */
export const network = z.strictObject({ ...vpc, publicSubnets: subnets, natGateways: z.int().min(1) });

/** The VPC of the DR region: nothing there is reached from the internet. */
export const drNetwork = z.strictObject(vpc);

interface NetworksIn {
  readonly region: string;
  readonly drRegion: string;
  readonly network: z.infer<typeof network>;
  readonly drNetwork: z.infer<typeof drNetwork>;
}

interface Problem {
  readonly path: (string | number)[];
  readonly message: string;
}

/** What one field cannot say: zones that the region lacks, subnets that do not fit, networks that overlap. */
export function* networkProblems({ region, drRegion, network: home, drNetwork: dr }: NetworksIn): Generator<Problem> {
  const { privateSubnets, databaseSubnets, publicSubnets } = home;
  yield* vpcProblems('network', home, region, { publicSubnets, privateSubnets, databaseSubnets });
  if (home.natGateways > home.availabilityZones.length)
    yield {
      path: ['network', 'natGateways'],
      message: `at most one per availability zone, ${home.availabilityZones.length} here`,
    };
  yield* vpcProblems('drNetwork', dr, drRegion, {
    privateSubnets: dr.privateSubnets,
    databaseSubnets: dr.databaseSubnets,
  });
  if (overlaps(home.cidr, dr.cidr))
    yield {
      path: ['drNetwork', 'cidr'],
      message: `overlaps the home VPC's ${home.cidr}: the transit gateway could not route between them`,
    };
}

function* vpcProblems(
  name: string,
  { cidr: block, availabilityZones }: z.infer<typeof drNetwork>,
  region: string,
  groups: Readonly<Record<string, readonly string[]>>,
): Generator<Problem> {
  const known = zonesOf(region);
  for (const [index, zone] of availabilityZones.entries()) {
    const path = [name, 'availabilityZones', index];
    if (!known.includes(zone))
      yield { path, message: `${zone} is no availability zone of ${region}, allowed are ${known.join(', ')}` };
    if (availabilityZones.indexOf(zone) !== index) yield { path, message: `${zone} stands twice` };
  }

  for (const [group, cidrs] of Object.entries(groups))
    if (cidrs.length !== availabilityZones.length)
      yield {
        path: [name, group],
        message: `${cidrs.length} subnets for ${availabilityZones.length} availability zones, one each is allowed`,
      };

  const all = Object.entries(groups).flatMap(([group, cidrs]) =>
    cidrs.map((subnet, index) => ({ path: [name, group, index], subnet })),
  );
  for (const [index, { path, subnet }] of all.entries()) {
    if (!contains(block, subnet)) yield { path, message: `${subnet} lies outside the VPC's ${block}` };
    const twin = all.slice(0, index).find((other) => overlaps(other.subnet, subnet));
    if (twin) yield { path, message: `${subnet} overlaps ${twin.path.join('.')} ${twin.subnet}` };
  }
}
