import { arnFor, type Fields, partitionOf } from '@aws-platform/engine/aws';
import { ACK_REGION, DELETION_POLICY, EXTERNAL_NAME } from '@aws-platform/engine/manifests';
import type { ApiObjectMetadata } from 'cdk8s';
import { NEVER_PRUNED } from './annotations';
import { exception } from './exception';
import { type Facts, type Keys, Landing } from './landing';
import { PlatformObject } from './platform-object';
import type { StatefulProps } from './removal';
import { isTagKey } from './tags';

/**
 * What every AWS object has: its construct id is its name in Kubernetes, and behind the landing's prefix its name in
 * AWS. Names are written, never generated: a generated one would change when code moves, and AWS would get a new
 * object.
 */
export abstract class AwsObject extends PlatformObject {
  protected readonly landing = Landing.of(this);

  /** The name that the AWS object has. */
  get awsName(): string {
    return `${this.landing.namePrefix}${this.node.id}`;
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
    const wrong = Object.keys(tags).find((key) => !isTagKey(key));
    if (wrong !== undefined) this.fail(`tag '${wrong}' is not a tag key that AWS allows`);
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

  /**
   * Metadata of a Crossplane object that outlives its manifest; beside it stands `managementPolicies: KEPT_POLICIES`.
   */
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
