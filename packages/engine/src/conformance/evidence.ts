import { arnOf, type Place, parseArn } from '../aws';
import { groupBy } from '../collections';
import { kroObjectsIn } from '../kro';
import { kindKey, type Manifest } from '../manifests';

/** The manifests of one environment, what kro makes of them, and what its bootstrap makes, for looking things up. */
export class Evidence {
  private readonly byKind: ReadonlyMap<string, Manifest[]>;

  constructor(
    written: readonly Manifest[],
    private readonly home: Place,
    private readonly bootstrap: unknown = {},
  ) {
    this.byKind = groupBy([...written, ...kroObjectsIn(written).map(({ manifest }) => manifest)], kindKey);
  }

  /** Every object of a kind, such as `sqs.services.k8s.aws/Queue`. */
  all(kind: string): readonly Manifest[] {
    return this.byKind.get(kind) ?? [];
  }

  /** The object of that kind and name, if there is one. */
  find(kind: string, name: string): Manifest | undefined {
    return this.all(kind).find(({ metadata }) => metadata.name === name);
  }

  /** A field of an object, `undefined` where the object or the field is not there. */
  field(kind: string, name: string, path: string): unknown {
    return at(this.find(kind, name), path);
  }

  /** A field that holds JSON text, parsed. */
  json(kind: string, name: string, path: string): unknown {
    const text = this.field(kind, name, path);
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  }

  /** What the bootstrap's templates say: `vpc.cidr`. */
  ofBootstrap(path: string): unknown {
    return at(this.bootstrap, path);
  }

  /** The ARN of an object, if it is there. */
  arn(kind: string, name: string): string | undefined {
    const manifest = this.find(kind, name);
    return manifest && arnOf(manifest, this.home);
  }

  /** An ARN the way the document writes it, with `region` and `account` in place of the environment's. */
  neutral(arn: unknown): string | undefined {
    const parsed = typeof arn === 'string' ? parseArn(arn) : undefined;
    if (!parsed || parsed.account !== this.home.account || parsed.region !== this.home.region) return undefined;
    return `arn:${parsed.partition}:${parsed.service}:region:account:${parsed.resource}`;
  }
}

/** `at(queue, 'spec.targets[0].arn')`; undefined where a step is not there. */
export function at(value: unknown, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter((step) => step !== '')
    .reduce<unknown>((part, step) => (part as Record<string, unknown> | undefined)?.[step], value);
}
