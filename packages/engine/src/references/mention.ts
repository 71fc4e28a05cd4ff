/** One place in a manifest that speaks of another object, whether or not that object is there. */
export type Mention = ByName | ByLabels | ByArn | ByAwsName;

interface Where {
  /** The field, such as `spec.topicRef`. */
  readonly path: string;
  /**
   * Whether AWS or a controller needs the other object to exist first. A policy may speak of objects that do not exist
   * yet.
   */
  readonly needed: boolean;
}

/** By the name that the other object has in Kubernetes. */
export interface ByName extends Where {
  readonly by: 'name';
  /** Group and kind, or `ack`, `crossplane` where only the family of controllers is known. */
  readonly kinds: readonly string[];
  readonly name: string;
  /** Undefined for objects of the cluster. */
  readonly namespace: string | undefined;
  /** A key that a ConfigMap or Secret must hold. */
  readonly key?: string;
}

/** By labels, of which at least one object has to carry all. */
export interface ByLabels extends Where {
  readonly by: 'labels';
  readonly kinds: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly namespace: string | undefined;
}

/** By its ARN; `*` and `?` stand for any text inside policies. */
export interface ByArn extends Where {
  readonly by: 'arn';
  readonly arn: string;
}

/** By the name that it has in AWS. */
export interface ByAwsName extends Where {
  readonly by: 'aws-name';
  readonly kinds: readonly string[];
  readonly name: string;
}

/** A field that a reader is shown on its way through a manifest. */
export interface Field {
  readonly name: string;
  readonly value: unknown;
  /** `spec.targets[0].arn`. */
  readonly path: string;
}
