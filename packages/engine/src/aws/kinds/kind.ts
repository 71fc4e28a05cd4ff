import type { AlarmedKind } from '../alarms/alarm';
import {
  type Elsewhere,
  type Missing,
  NO_DATA,
  NO_END,
  NO_KEY,
  NO_PROTECTION,
  type None,
  none,
  ONLY_CALLS,
  type Unknown,
} from './answers';
import type { Demand, Field, Scalar } from './demand';

/** How one controller has a thing of AWS. */
export interface Form {
  /** The kind's name there: `Cluster` of `rds.aws.m.upbound.io`; for CloudFormation the whole type. */
  readonly kind: string;
  /** The first part of its API group, where it is not the service's. */
  readonly group?: string;
  /**
   * Fields that this form spells with other letters, by the entry's. `@name` is Crossplane's external name; `null` is a
   * field that it does not have. Where only the case differs (`kmsKeyID`, `kmsKeyId`, `KmsKeyId`) nothing is said.
   */
  readonly fields?: Readonly<Record<Field, string | null>>;
  /** Questions that this form answers differently. */
  readonly without?: Readonly<Partial<Record<Question, Missing | Elsewhere | None>>>;
  /** Demands in this form's own spelling, where it has another shape. */
  readonly demands?: Readonly<Partial<Record<'atRest' | 'inTransit' | 'exposure', readonly Demand[]>>>;
  /** What mentions mean whose fields only this form has. */
  readonly edges?: Readonly<Record<Field, Edge>>;
}

/** ACK's kind, and what its controller does to the spec. */
export interface AckForm extends Form {
  /**
   * Fields by which the controller looks its object up: another value finds nothing, or another object.
   * @default those of `identity`
   */
  readonly found?: readonly Field[];
  /** Fields that the controller fills in after creation (`late_initialize` in its generator.yaml). @default none */
  readonly late?: readonly Field[];
  /** Reference fields that it never stops changing. https://github.com/aws-controllers-k8s/community/issues/3057 */
  readonly neverSettling?: readonly Field[];
}

/** The ways in which a manifest can stand for one thing of AWS. */
export interface Forms {
  readonly ack?: AckForm | string;
  /**
   * Of Crossplane 2 (`*.aws.m.upbound.io`) and Crossplane 1 (`*.aws.upbound.io`); several where Terraform has several.
   */
  readonly crossplane?: Form | string | readonly (Form | string)[];
  readonly cloudFormation?: Form | string;
  /** Group and kind of another controller of the cluster: `karpenter.k8s.aws/EC2NodeClass`. */
  readonly other?: string;
}

/** What of an entry a policy judges. */
export type Question = 'atRest' | 'inTransit' | 'exposure' | 'protection' | 'backup' | 'alarms' | 'tags';

/**
 * The ARN behind the account: `{name}` is the AWS name, any other field in braces is one of the object's. Service,
 * partition, region and account are the service's and the place's. Shapes:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/
 */
export interface ArnShape {
  readonly resource: string;
  /** Where it is not the service's: `events`. */
  readonly service?: string;
  /** The ARN names no region. */
  readonly global?: true;
  /** The ARN names neither region nor account. */
  readonly noAccount?: true;
  /** What AWS puts behind the name, as a pattern: then the ARN itself is known only afterwards. */
  readonly suffix?: string;
}

export type AtRest =
  /** By fields. Where AWS encrypts it with a key of its own all the same, `always` says so. */
  | { readonly demands: readonly Demand[]; readonly always?: string; readonly source: string }
  /** AWS encrypts it whatever is written. */
  | { readonly always: string; readonly source: string }
  | None
  | Unknown;

/** On the way to its data, and from it. Calls of AWS's APIs take TLS 1.2 or newer and are not asked for. */
export type InTransit =
  | { readonly demands: readonly Demand[]; readonly source: string }
  /** Its endpoint answers without TLS too, and only a Deny in this policy keeps callers from that. */
  | { readonly policy: Field; readonly source: string }
  | { readonly always: string; readonly source: string }
  | None
  | Unknown;

/** IAM actions on a KMS key. */
export type KeyAction = `kms:${string}`;

/** The field that names a key of one's own, and who needs which right on it. */
export interface KeyUse {
  readonly field: Field;
  /** Of whoever makes or changes the object: the controller. */
  readonly controller: readonly KeyAction[];
  /** By what they do: `sender`, `receiver`. */
  readonly users: Readonly<Record<string, readonly KeyAction[]>>;
  readonly note?: string;
  readonly source: string;
}

/** The field with which AWS itself refuses to delete the object. */
export interface Protection {
  readonly field: Field;
  readonly value: Scalar;
  /** Something else protects it: an instance of Aurora its cluster. */
  readonly unless?: Demand;
  readonly source: string;
}

export type Backup =
  /** `type` is AWS Backup's name of it (AWS_BACKUP); `own` what the service does beside it. */
  | { readonly by: 'AWS Backup'; readonly type: string; readonly own?: string }
  /** By itself alone, and where these demands hold. */
  | { readonly demands: readonly Demand[]; readonly because: string; readonly source: string }
  | None
  | Unknown;

/** What keeps it from everybody. */
export type Exposure = { readonly demands: readonly Demand[] } | { readonly policy: Field } | None | Unknown;

/** How long it keeps what it holds, and what AWS takes without the field. */
export interface Expiry {
  readonly field: Field;
  readonly otherwise: string;
  /** Those that AWS takes, where these are few. */
  readonly values?: readonly number[];
}

/** What flows when a field mentions another object, and which way: `in` is from the mentioned object. */
export type Edge = 'event in' | 'event out' | 'network in' | 'network out' | 'permission out' | 'reference out';

/** One thing of AWS. Every question is answered, or says why not: a missing one does not compile. */
export interface Entry {
  readonly forms: Forms;
  /** Which form's spelling the fields below have. @default the first that there is: ACK, Crossplane, CloudFormation */
  readonly lead?: keyof Forms;
  readonly arn: ArnShape | string | None | Unknown;
  /** The fields that name it in AWS, its own name first. */
  readonly identity: readonly Field[] | None;
  /** What is lost with it: `messages`. */
  readonly stateful: string | None;
  /** Why it may not go with its manifest although it holds nothing. */
  readonly kept?: string;
  readonly encryption: { readonly atRest: AtRest; readonly inTransit: InTransit; readonly key: KeyUse | None };
  /** The field of its tags, whether they are a map or a list. */
  readonly tags: Field | None;
  readonly protection: Protection | None | Unknown;
  readonly backup: Backup;
  readonly alarms: AlarmedKind | None | Unknown;
  readonly exposure: Exposure;
  /** Where the internet reaches it: always, or where a demand holds. @default nowhere */
  readonly internet?: 'always' | Demand;
  readonly expiry?: Expiry;
  /**
   * What AWS takes where a manifest is silent, of what people write out: the API reference of the call that creates it.
   */
  readonly defaults?: Readonly<Record<Field, Json>>;
  readonly edges?: Readonly<Record<Field, Edge>>;
  /** By the kind that is mentioned, where one text speaks of several. */
  readonly stateEdges?: Readonly<Record<string, Edge>>;
  /** Texts that are documents under a name that does not tell: `{ definition: 'state-machine' }`. */
  readonly documents?: Readonly<Record<Field, string>>;
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What is true of a whole service. */
export interface Service {
  /** AWS's own name of it. */
  readonly title: string;
  /** First parts of the API groups, and the middle of CloudFormation's types. */
  readonly ack?: string;
  readonly crossplane?: string;
  readonly cloudFormation?: string;
  /** The prefix of its IAM actions. */
  readonly iam: string;
  /** Of its ARNs. @default the prefix of its IAM actions */
  readonly arn?: string;
  /** Where AWS says how it protects data; the source of what the entries say is none. */
  readonly dataProtection?: string;
}

export interface Kind extends Entry {
  readonly service: Service;
  /** AWS's own name: `Queue`. */
  readonly name: string;
}

export function kind(service: Service, name: string, entry: Entry): Kind {
  return { ...entry, service, name };
}

/** The questions whose answers are the same for whatever only configures; `why` it loses nothing. */
type Shared = 'stateful' | 'encryption' | 'protection' | 'backup' | 'exposure';

/** A kind that is only configuration: git holds all of it, and AWS makes it again as it was. What differs is given. */
export function configuration(
  service: Service,
  name: string,
  entry: Omit<Entry, Shared> &
    Partial<Pick<Entry, Exclude<Shared, 'encryption'>>> & {
      readonly encryption?: Partial<Entry['encryption']>;
      readonly why?: string;
    },
): Kind {
  const {
    why = 'is configuration: git holds all of it, and AWS makes it again as it was',
    encryption,
    ...given
  } = entry;
  return kind(service, name, {
    stateful: none(why),
    protection: NO_PROTECTION,
    backup: none(`nothing to back up: ${why}`),
    exposure: NO_END,
    ...given,
    encryption: { atRest: NO_DATA, inTransit: ONLY_CALLS, key: NO_KEY, ...encryption },
  });
}
