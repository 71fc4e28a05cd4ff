import { overlaps } from '@aws-platform/engine/aws';
import { z } from 'zod';
import { cidr, dnsName } from './fields';

/** Private numbers, as AWS takes them: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-getting-started.html */
const privateAsn = z
  .int()
  .refine((asn) => (asn >= 64_512 && asn <= 65_534) || (asn >= 4_200_000_000 && asn <= 4_294_967_294), {
    error: 'a private ASN is 64512 to 65534 or 4200000000 to 4294967294',
  });

/** Where the platform meets other networks and the internet. */
export const edge = z.strictObject({
  /**
   * The hosted zone: every name of the platform lies in it. Whoever owns the zone above delegates it to its name
   * servers.
   */
  zone: dnsName,
  /** Of the HTTP API. */
  apiDomain: dnsName,
  /** The distribution in front of the site and the API, at the environment's domain. */
  cloudFront: z.strictObject({
    /** From how many places it answers; 100 is North America, Europe and Israel. */
    priceClass: z.enum(['PriceClass_100', 'PriceClass_200', 'PriceClass_All']),
    /** How many of a hundred requests the real-time log holds. */
    logSamplingPercent: z.int().min(1).max(100),
    /** Of the stream that takes the real-time log; a shard takes 1,000 requests a second. */
    logShards: z.int().min(1).max(10_000),
  }),
  /** The load balancer on the internet that Ingresses share. */
  ingress: z.strictObject({
    domain: dnsName,
    /** AWS refuses to delete it while this is on. */
    deletionProtection: z.boolean(),
  }),
  /** The load balancer inside the network that tools' Ingresses share. */
  intranet: z.strictObject({
    /** AWS refuses to delete it while this is on. */
    deletionProtection: z.boolean(),
  }),
  internalLoadBalancer: z.strictObject({
    /** Known inside the VPC only. */
    domain: dnsName,
    /** Of the pods that receive requests. */
    targetPort: z.int().min(1).max(65_535),
    healthCheckPath: z.string().regex(/^\/[!-~]{0,1023}$/, 'a path of at most 1,024 characters'),
    /** AWS refuses to delete it while this is on. */
    deletionProtection: z.boolean(),
  }),
  /** ASNs of AWS's side, each its own. */
  transitGateway: z.strictObject({ asn: privateAsn, drAsn: privateAsn }),
  /** What the VPN or Direct Connect leads to. */
  onPremisesCidrs: z.array(cidr),
  vpn: z.strictObject({
    /** Needs a device at `deviceAddress` that speaks BGP. */
    enabled: z.boolean(),
    /** Public address of the device at the other end. */
    deviceAddress: z.ipv4('an IPv4 address'),
    deviceAsn: privateAsn,
  }),
  directConnect: z.strictObject({
    /** Needs a connection and a transit virtual interface, which a person orders from AWS or a partner. */
    enabled: z.boolean(),
    asn: privateAsn,
  }),
});

interface EdgeIn {
  readonly domain: string;
  readonly network: { readonly cidr: string };
  readonly drNetwork: { readonly cidr: string };
  readonly edge: z.infer<typeof edge>;
}

/** What one field cannot say: names outside the zone, ASNs that stand twice, networks that overlap. */
export function* edgeProblems(environment: EdgeIn): Generator<{ path: (string | number)[]; message: string }> {
  const { domain, network, drNetwork, edge: value } = environment;
  const { zone, apiDomain, ingress, internalLoadBalancer, transitGateway, vpn, directConnect, onPremisesCidrs } = value;
  if (!isWithin(zone, domain)) yield { path: ['zone'], message: `the domain ${domain} lies outside ${zone}` };
  if (!isWithin(zone, apiDomain)) yield { path: ['apiDomain'], message: `${apiDomain} lies outside the zone ${zone}` };
  if (!isWithin(zone, ingress.domain))
    yield { path: ['ingress', 'domain'], message: `${ingress.domain} lies outside the zone ${zone}` };
  if (!isWithin(zone, internalLoadBalancer.domain))
    yield {
      path: ['internalLoadBalancer', 'domain'],
      message: `${internalLoadBalancer.domain} lies outside the zone ${zone}`,
    };

  const asns = [transitGateway.asn, transitGateway.drAsn, vpn.deviceAsn, directConnect.asn];
  const twice = asns.find((asn, index) => asns.indexOf(asn) !== index);
  if (twice !== undefined) yield { path: [], message: `the ASN ${twice} stands twice, each side needs its own` };

  for (const [index, block] of onPremisesCidrs.entries())
    for (const vpc of [network.cidr, drNetwork.cidr])
      if (overlaps(block, vpc))
        yield {
          path: ['onPremisesCidrs', index],
          message: `${block} overlaps the VPC's ${vpc}: the transit gateway could not route between them`,
        };
  if ((vpn.enabled || directConnect.enabled) && onPremisesCidrs.length === 0)
    yield { path: ['onPremisesCidrs'], message: 'is empty: the VPN or Direct Connect would lead nowhere' };
}

function isWithin(zone: string, name: string): boolean {
  return name === zone || name.endsWith(`.${zone}`);
}
