import { InputError } from '@aws-platform/engine/errors';
import { type IConstruct, Node } from 'constructs';

/** KMS keys by what they protect, as ARNs: IAM's `Resource` knows no alias. */
export interface Keys {
  /** Databases, tables, caches, variables of functions. */
  readonly data: string;
  /** Buckets, file systems, disks, images, code. */
  readonly storage: string;
  /** Queues and topics. */
  readonly messaging: string;
  /** Log groups and trails. */
  readonly logs: string;
  readonly secrets: string;
  /** Backup vaults. */
  readonly backup: string;
}

/** A network that is there already. */
export interface Vpc {
  readonly id: string;
  /** All its addresses: `10.0.0.0/16`. */
  readonly cidr: string;
  /** In which databases put their instances, in turn. */
  readonly availabilityZones: readonly string[];
  /** Of databases, caches and replication. */
  readonly databaseSubnetIds: readonly string[];
}

/** The home region's, which has Pods and load balancers as well. */
export interface HomeVpc extends Vpc {
  /** Of Pods, nodes, functions, builds and internal load balancers. */
  readonly privateSubnetIds: readonly string[];
  /** Their addresses: the cluster's API servers have some of them. */
  readonly privateCidrs: readonly string[];
  /** Of load balancers on the internet. */
  readonly publicSubnetIds: readonly string[];
}

/** The EKS cluster that objects land in. */
export interface Cluster {
  readonly name: string;
  /** An https URL: who issues the tokens of its service accounts. */
  readonly oidcIssuer: string;
}

/** Another region, for replicas and copies. */
export interface DrRegion {
  readonly region: string;
  readonly keys: Keys;
  /** @default none, so that no database can follow there */
  readonly vpc?: Vpc;
}

/** What Argo CD calls the cluster, and what belongs to a landing. */
export interface ArgoCdNames {
  /** By its address, or by the name that it was registered under. */
  readonly cluster: { readonly server: string } | { readonly name: string };
  /** In front of the names of Applications and projects: one Argo CD may have those of several landings. */
  readonly prefix: string;
}

/**
 * Where objects land: what constructs share of an account and its regions, and what was there before them. A fact that
 * only some constructs need may be missing; the one that needs it says so.
 */
export interface Landing {
  /** 12 digits. */
  readonly account: string;
  /** Home region. */
  readonly region: string;
  /** In front of the platform's own labels and annotations: `platform.example.com`. `platform.ts` says the same. */
  readonly domain: string;
  readonly keys: Keys;
  /** In front of every AWS name. @default '' */
  readonly namePrefix?: string;
  /** On every AWS object that can have tags. @default none */
  readonly tags?: Readonly<Record<string, string>>;
  /** ARN of a policy: no role that is given permissions may do more. @default none */
  readonly permissionsBoundary?: string;
  readonly vpc?: HomeVpc;
  readonly cluster?: Cluster;
  readonly dr?: DrRegion;
  /** Networks behind the transit gateway. @default none */
  readonly onPremisesCidrs?: readonly string[];
  /** @default the cluster that Argo CD runs in, and no prefix */
  readonly argocd?: ArgoCdNames;
}

/** The facts that not every landing has, by the names that errors call them. */
export interface Facts {
  readonly vpc: HomeVpc;
  readonly cluster: Cluster;
  readonly dr: DrRegion;
  readonly 'dr.vpc': Vpc;
}

const DEFAULTS = { namePrefix: '', tags: {}, onPremisesCidrs: [] } as const;

/** A landing with its defaults. */
export type WholeLanding = Landing & Required<Pick<Landing, keyof typeof DEFAULTS>>;

/** Of the constructs' own context, which reaches from a construct to everything below it. */
const KEY = 'landing';

export const Landing = {
  /**
   * Says where everything below `scope` lands. `PlatformChart` says it itself; in any other chart say it before
   * anything is made there, or `constructs` throws.
   */
  provide(scope: IConstruct, landing: Landing): void {
    Node.of(scope).setContext(KEY, { ...DEFAULTS, ...landing });
  },

  /** The landing nearest above a construct. Throws `InputError` where there is none. */
  of(construct: IConstruct): WholeLanding {
    const node = Node.of(construct);
    const landing: WholeLanding | undefined = node.tryGetContext(KEY);
    if (!landing)
      throw new InputError(
        `${node.path}: there is no landing: make it in a PlatformChart, or say Landing.provide(chart, landing) first`,
      );
    return landing;
  },

  /** A fact that not every landing has. Throws `InputError` where this one has not. */
  need<Fact extends keyof Facts>(construct: IConstruct, fact: Fact): Facts[Fact] {
    const { vpc, cluster, dr } = Landing.of(construct);
    const facts: Partial<Facts> = { vpc, cluster, dr, 'dr.vpc': dr?.vpc };
    const found = facts[fact];
    if (!found) throw new InputError(`${Node.of(construct).path}: the landing has no ${fact}, which this needs`);
    return found;
  },
};
