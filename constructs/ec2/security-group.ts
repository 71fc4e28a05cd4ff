import { contains } from '@aws-platform/engine/aws';
import { late } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import * as ec2 from '../../imports/ec2.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import { exception } from '../core/exception';
import { tagList } from '../core/tags';

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpRange.html */
const TEXT = /^[\w .:/()#,@[\]+=&;{}!$*-]{1,255}$/;
const ALLOWED_TEXT = '1 to 255 letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*';
const OPEN = ['0.0.0.0/0', '::/0'];

/**
 * Who may send, or be sent to. A group has to be made before it is named here, so groups cannot refer to each other in
 * a circle.
 */
export type Peer =
  | SecurityGroup
  | { readonly cidrs: readonly string[] }
  | { /** An id such as `pl-63a5400a`. */ readonly prefixList: string };

/** Bounds: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html */
export interface SecurityGroupRule {
  readonly peer: Peer;
  /** One port, or the first and the last, 0 to 65535. */
  readonly port: number | readonly [number, number];
  /** @default 'tcp' */
  readonly protocol?: 'tcp' | 'udp';
  /** Shown by AWS; required, because nobody else knows later what the rule was for. */
  readonly description: string;
  /** Required for addresses outside the landing's networks, such as 0.0.0.0/0. */
  readonly public?: { readonly because: string };
}

export interface SecurityGroupProps {
  /** What has the group, at most 255 characters. AWS cannot change it later. */
  readonly description: string;
  /**
   * By name, at most 60 (https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html).
   * @default nothing comes in
   */
  readonly ingress?: Readonly<Record<string, SecurityGroupRule>>;
  /** By name, at most 60. ACK removes the rule for everything that AWS adds. @default nothing goes out */
  readonly egress?: Readonly<Record<string, SecurityGroupRule>>;
  /** Which VPC it is in. @default 'home' */
  readonly region?: 'home' | 'dr';
}

/** A security group of one of the landing's VPCs. What answers a request needs no rule of its own. */
export class SecurityGroup extends AwsObject {
  /** Known once AWS has made the group. */
  readonly id: string;
  private readonly region: 'home' | 'dr';

  constructor(scope: Construct, id: string, props: SecurityGroupProps) {
    super(scope, id);
    const { description, ingress = {}, egress = {}, region = 'home' } = props;
    this.region = region;
    this.requireMatch(
      'group name',
      this.awsName,
      /^(?!sg-)[\w .:/()#,@[\]+=&;{}!$*-]{1,255}$/,
      `${ALLOWED_TEXT}, not sg-`,
    );
    this.requireMatch('description', description, TEXT, ALLOWED_TEXT);
    const vpc = this.need(region === 'dr' ? 'dr.vpc' : 'vpc');
    const metadata = this.ackMetadata(region === 'dr' ? this.need('dr').region : undefined);
    const reasons = Object.values(ingress).flatMap((rule) => (isOpen(rule) ? (rule.public?.because ?? []) : []));
    const ingressRules = this.permissions('ingress', ingress);
    const egressRules = this.permissions('egress', egress);

    const resource = new ec2.SecurityGroup(this, 'Resource', {
      metadata: {
        ...metadata,
        annotations: {
          ...metadata.annotations,
          ...(reasons.length > 0 &&
            exception(this, { policy: 'public-exposure', because: reasons.join('; '), prop: 'ingress' })),
        },
      },
      spec: {
        name: this.awsName,
        description,
        vpcId: vpc.id,
        ingressRules,
        egressRules,
        tags: tagList(this.tags),
      },
    });
    this.id = late(resource, 'status.id');
  }

  /**
   * One permission per protocol and ports, as AWS merges them: written otherwise, the controller would take them apart
   * again and again.
   */
  private permissions(direction: string, rules: Readonly<Record<string, SecurityGroupRule>>): Permission[] | undefined {
    this.requireRange(`${direction} rules`, Object.keys(rules).length, 0, 60);
    const merged = new Map<string, Permission>();
    const seen = new Map<string, string>();
    for (const [name, rule] of Object.entries(rules)) {
      const where = `${direction}.${name}`;
      this.check(where, rule);
      const [fromPort, toPort] = typeof rule.port === 'number' ? [rule.port, rule.port] : rule.port;
      const ipProtocol = rule.protocol ?? 'tcp';
      const key = `${ipProtocol} ${fromPort} ${toPort}`;
      const one = merged.get(key) ?? { ipProtocol, fromPort, toPort };
      for (const peer of peersOf(rule)) {
        const twin = seen.get(`${key} ${peer}`);
        if (twin) this.fail(`${where} says the same as ${direction}.${twin}: AWS refuses a rule that stands twice`);
        seen.set(`${key} ${peer}`, name);
      }
      merged.set(key, extend(one, rule));
    }
    return merged.size === 0 ? undefined : [...merged.values()];
  }

  private check(where: string, rule: SecurityGroupRule): void {
    const { peer, port } = rule;
    const [from, to] = typeof port === 'number' ? [port, port] : port;
    this.requireRange(`${where}: port`, from, 0, 65_535);
    this.requireRange(`${where}: last port`, to, from, 65_535);
    this.requireMatch(`${where}: description`, describe(rule), TEXT, ALLOWED_TEXT);
    if (rule.public && rule.public.because.length < 10)
      this.fail(
        `${where}: public.because '${rule.public.because}' is too short, a reason of at least 10 characters is needed`,
      );
    if (peer instanceof SecurityGroup) {
      if (peer.region !== this.region)
        this.fail(`${where}: '${peer.node.id}' is in another VPC, only groups of the same VPC are allowed`);
    } else if ('prefixList' in peer)
      this.requireMatch(where, peer.prefixList, /^pl-[0-9a-f]{8,17}$/, 'an id such as pl-63a5400a');
    else this.checkCidrs(where, peer.cidrs, rule.public !== undefined);
  }

  private checkCidrs(where: string, cidrs: readonly string[], isPublic: boolean): void {
    if (cidrs.length === 0) this.fail(`${where}: no peer, at least one CIDR is needed`);
    const { vpc, dr, onPremisesCidrs } = this.landing;
    const own = [vpc, dr?.vpc].flatMap((one) => one?.cidr ?? []).concat(onPremisesCidrs);
    for (const cidr of cidrs) {
      this.requireMatch(where, cidr, /^(?:[\d.]+|[0-9a-f:]+)\/\d+$/, 'a CIDR');
      if (!isPublic && (cidr.includes(':') || !own.some((block) => contains(block, cidr))))
        this.fail(`${where}: ${cidr} is open beyond ${own.join(', ')}; that needs public: { because }`);
    }
  }
}

interface Permission {
  readonly ipProtocol: string;
  readonly fromPort: number;
  readonly toPort: number;
  readonly ipRanges?: { cidrIp: string; description: string }[];
  readonly ipv6Ranges?: { cidrIPv6: string; description: string }[];
  readonly prefixListIDs?: { prefixListId: string; description: string }[];
  readonly userIdGroupPairs?: { groupId: string; description: string }[];
}

function extend(one: Permission, rule: SecurityGroupRule): Permission {
  const { peer } = rule;
  const description = describe(rule);
  if (peer instanceof SecurityGroup)
    return { ...one, userIdGroupPairs: [...(one.userIdGroupPairs ?? []), { groupId: peer.id, description }] };
  if ('prefixList' in peer)
    return {
      ...one,
      prefixListIDs: [...(one.prefixListIDs ?? []), { prefixListId: peer.prefixList, description }],
    };
  const v4 = peer.cidrs.filter((cidr) => !cidr.includes(':')).map((cidrIp) => ({ cidrIp, description }));
  const v6 = peer.cidrs.filter((cidr) => cidr.includes(':')).map((cidrIPv6) => ({ cidrIPv6, description }));
  return {
    ...one,
    ...(v4.length > 0 && { ipRanges: [...(one.ipRanges ?? []), ...v4] }),
    ...(v6.length > 0 && { ipv6Ranges: [...(one.ipv6Ranges ?? []), ...v6] }),
  };
}

function peersOf({ peer }: SecurityGroupRule): readonly string[] {
  if (peer instanceof SecurityGroup) return [peer.node.path];
  return 'cidrs' in peer ? peer.cidrs : [peer.prefixList];
}

function describe({ description, public: open }: SecurityGroupRule): string {
  return open ? `${description} (${open.because})` : description;
}

function isOpen({ peer }: SecurityGroupRule): boolean {
  return !(peer instanceof SecurityGroup) && 'cidrs' in peer && peer.cidrs.some((cidr) => OPEN.includes(cidr));
}
