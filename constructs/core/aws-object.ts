import { arnFor, type Fields, partitionOf } from '@aws-platform/engine/aws';
import { InputError } from '@aws-platform/engine/errors';
import { ACK_REGION, DELETION_POLICY, EXTERNAL_NAME } from '@aws-platform/engine/manifests';
import type { ApiObjectMetadata } from 'cdk8s';
import { Construct } from 'constructs';
import { NEVER_PRUNED } from './annotations';
import { exception } from './exception';
import { type Facts, type Keys, Landing } from './landing';

/** Says that losing this object's data is acceptable, and why. */
export interface Destroyable {
  readonly destroyable: true;
  readonly because: string;
}

/** Props of kinds that hold data or identities. */
export interface StatefulProps {
  /**
   * What happens in AWS when the object leaves git.
   * @default it stays: neither Argo CD nor the controller deletes it
   */
  readonly removal?: Destroyable;
}

/** What a Crossplane provider may do with an object that outlives its manifest: everything except Delete. */
export const KEPT_POLICIES: readonly string[] = ['Create', 'LateInitialize', 'Observe', 'Update'];

const TAG_KEY = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u;

/**
 * What every AWS object has: its construct id is its name in Kubernetes, and behind the landing's prefix its name in
 * AWS. Names are written, never generated: a generated one would change when code moves, and AWS would get a new object.
 */
export abstract class AwsObject extends Construct {
  protected readonly landing = Landing.of(this);

  /** The name that the AWS object has. */
  get awsName(): string {
    return `${this.landing.namePrefix}${this.node.id}`;
  }

  /** Throws an `InputError` that names this construct. */
  protected fail(message: string): never {
    throw new InputError(`${this.node.path}: ${message}`);
  }

  protected requireMatch(field: string, value: string, pattern: RegExp, allowed: string): void {
    if (!pattern.test(value))
      this.fail(`${field} '${value}' (${value.length} characters) is not allowed, only ${allowed}`);
  }

  protected requireRange(field: string, value: number, min: number, max: number, unit = ''): void {
    if (!Number.isInteger(value) || value < min || value > max)
      this.fail(`${field} is ${value}${unit}, a whole number from ${min} to ${max}${unit} is allowed`);
  }

  protected requireLength(field: string, value: string, max: number): void {
    if (value.length > max) this.fail(`${field} has ${value.length} characters, at most ${max} are allowed`);
  }

  protected get partition(): string {
    return partitionOf(this.landing.region);
  }

  /** A fact that not every landing has. Throws where this one has not. */
  protected need<Fact extends keyof Facts>(fact: Fact): Facts[Fact] {
    return Landing.need(this, fact);
  }

  /** The ARN of an object of this kind in the landing's account and home region, known before it exists. */
  protected arnFor(kind: string, name = this.awsName, spec?: Fields): string {
    return arnFor(kind, name, this.landing, spec);
  }

  /** The same in another region. */
  protected arnIn(region: string, kind: string, name = this.awsName): string {
    return arnFor(kind, name, { ...this.landing, region });
  }

  /** The ARN of a region's key. Throws for a region that has none. */
  protected keyIn(region: string, what: keyof Keys): string {
    const { dr } = this.landing;
    const places = [this.landing, ...(dr ? [dr] : [])];
    const place = places.find((one) => one.region === region);
    if (place) return place.keys[what];
    const allowed = places.map((one) => one.region).join(' and ');
    return this.fail(`region is ${region}, where there is no key; ${allowed} ${dr ? 'are' : 'is'} allowed`);
  }

  protected get tags(): Record<string, string> {
    const { tags } = this.landing;
    for (const key of Object.keys(tags))
      if (!TAG_KEY.test(key) || /^aws:/i.test(key)) this.fail(`tag '${key}' is not a tag key that AWS allows`);
    return tags;
  }

  /** Tags of kinds that have no name in AWS but what the tag `Name` says. */
  protected get namedTags(): Record<string, string> {
    return { ...this.tags, Name: this.awsName };
  }

  protected get statefulTags(): Record<string, string> {
    return { ...this.tags, Backup: 'platform' };
  }

  /** Metadata of an ACK object. The region is written out so that a manifest alone says where its object is. */
  protected ackMetadata(region = this.landing.region): ApiObjectMetadata {
    return { name: this.node.id, annotations: { [ACK_REGION]: region } };
  }

  /** Metadata of an ACK object that outlives its manifest, unless `removal` says otherwise. */
  protected statefulAckMetadata({ removal }: StatefulProps, region?: string): ApiObjectMetadata {
    const metadata = this.ackMetadata(region);
    const annotations = {
      ...metadata.annotations,
      ...this.keptAnnotations({ removal }),
      ...(!removal && { [DELETION_POLICY]: 'retain' }),
    };
    return { ...metadata, annotations };
  }

  /** Metadata of a Crossplane object whose AWS name is its external name. */
  protected crossplaneMetadata(): ApiObjectMetadata {
    return { name: this.node.id, annotations: { [EXTERNAL_NAME]: this.awsName } };
  }

  /** Metadata of a Crossplane object that outlives its manifest; beside it stands `managementPolicies: KEPT_POLICIES`. */
  protected statefulCrossplaneMetadata(): ApiObjectMetadata {
    const metadata = this.crossplaneMetadata();
    return { ...metadata, annotations: { ...metadata.annotations, ...NEVER_PRUNED } };
  }

  /** The same of one that AWS or the provider names. */
  protected keptMetadata(): ApiObjectMetadata {
    return { name: this.node.id, annotations: this.keptAnnotations() };
  }

  /** Keep Argo CD from deleting an object, or say why it may. */
  protected keptAnnotations({ removal }: StatefulProps = {}): Record<string, string> {
    return removal
      ? exception(this, { policy: 'stateful-retained', because: removal.because, prop: 'removal' })
      : { ...NEVER_PRUNED };
  }
}

/** Tags in the shape that most ACK kinds take. */
export function tagList(tags: Readonly<Record<string, string>>): { key: string; value: string }[] {
  return Object.entries(tags).map(([key, value]) => ({ key, value }));
}

/** Tags in the shape that most CloudFormation types take. */
export function cloudFormationTags(tags: Readonly<Record<string, string>>): { Key: string; Value: string }[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
