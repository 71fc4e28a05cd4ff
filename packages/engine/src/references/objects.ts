import type { Place } from '../aws';
import { arnOf, arnPatternOf, awsNameOf } from '../aws';
import { append, oncePer } from '../collections';
import { globsMeet } from '../iam';
import { kindKey, type Manifest } from '../manifests';
import { familyOf } from './family';
import type { ByArn, ByLabels, ByName, Mention } from './mention';

/** Finds objects by what others call them. */
export class ObjectIndex {
  private readonly ownArns = new Map<Manifest, string>();
  private readonly arns = new Map<string, Manifest>();
  /** The same by service. */
  private readonly arnsOf = new Map<string, (readonly [string, Manifest])[]>();
  /** By service, of objects whose ARN ends as AWS likes. */
  private readonly patternsOf = new Map<string, (readonly [string, Manifest])[]>();
  private readonly names = new Map<string, Manifest[]>();
  private readonly awsNames = new Map<string, Manifest[]>();

  constructor(
    readonly all: readonly Manifest[],
    readonly home: Place,
  ) {
    for (const manifest of all) {
      const arn = arnOf(manifest, home);
      if (arn) this.ownArns.set(manifest, arn);
      if (arn && !this.arns.has(arn)) {
        this.arns.set(arn, manifest);
        append(this.arnsOf, serviceOf(arn), [arn, manifest]);
      }
      const ending = arnPatternOf(manifest, home);
      if (ending) append(this.patternsOf, serviceOf(ending), [ending, manifest]);
      append(this.names, manifest.metadata.name, manifest);
      const awsName = awsNameOf(manifest);
      if (awsName !== undefined) append(this.awsNames, `${kindKey(manifest)} ${awsName}`, manifest);
    }
  }

  /** The objects that a mention means: one, and for labels all that carry them. Empty where there is none. */
  readonly resolve = oncePer((mention: Mention): readonly Manifest[] => {
    switch (mention.by) {
      case 'name':
        return this.byName(mention);
      case 'labels':
        return this.byLabels(mention);
      case 'arn':
        return this.byArn(mention);
      case 'aws-name':
        return mention.kinds.flatMap((kind) => this.awsNames.get(`${kind} ${mention.name}`) ?? []);
    }
  });

  /** Every object with that name in Kubernetes, whatever its kind and namespace. */
  named(name: string): readonly Manifest[] {
    return this.names.get(name) ?? [];
  }

  /** The ARN of one of the objects; undefined where only AWS can tell it, and for what is not AWS's. */
  arnOf(manifest: Manifest): string | undefined {
    return this.ownArns.get(manifest);
  }

  /** Every ARN of the tree. */
  get knownArns(): Iterable<string> {
    return this.arns.keys();
  }

  private byName({ kinds, name, namespace }: ByName): Manifest[] {
    return this.named(name).filter(
      (manifest) =>
        (manifest.metadata.namespace ?? undefined) === namespace &&
        (kinds.includes(kindKey(manifest)) || kinds.includes(familyOf(manifest))),
    );
  }

  private byLabels({ kinds, labels, namespace }: ByLabels): Manifest[] {
    return this.all.filter(
      (manifest) =>
        kinds.includes(kindKey(manifest)) &&
        manifest.metadata.namespace === namespace &&
        Object.entries(labels).every(([label, value]) => manifest.metadata.labels?.[label] === value),
    );
  }

  private byArn({ arn }: ByArn): Manifest[] {
    for (const shorter of prefixesOf(arn)) {
      const found = this.arns.get(shorter);
      if (found) return [found];
    }
    const service = serviceOf(arn);
    // of the other services none can fit
    const known = (lists: ReadonlyMap<string, (readonly [string, Manifest])[]>) =>
      isPattern(service) ? [...lists.values()].flat() : (lists.get(service) ?? []);
    return [...(isPattern(arn) ? known(this.arnsOf) : []), ...known(this.patternsOf)]
      .filter(([one]) => globsMeet(arn, one))
      .map(([, manifest]) => manifest);
  }
}

/** `arn:aws:sqs`. */
function serviceOf(arn: string): string {
  return arn.split(':', 3).join(':');
}

function isPattern(text: string): boolean {
  return /[*?]/.test(text);
}

/** The ARN, and what is left without its last parts: `…:table/orders/index/*` is about the table `…:table/orders`. */
export function* prefixesOf(arn: string): Generator<string> {
  const start = arn.split(':', 5).join(':').length + 1;
  for (let end = arn.length; end > start; end = Math.max(arn.lastIndexOf('/', end - 1), arn.lastIndexOf(':', end - 1)))
    yield arn.slice(0, end);
}
