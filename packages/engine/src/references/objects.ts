import type { Place } from '../aws';
import { arnOf, arnPatternOf, awsNameOf, globsMeet } from '../aws';
import { append } from '../collections';
import { kindKey, type Manifest } from '../manifests';
import { familyOf } from './family';
import type { ByArn, ByLabels, ByName, Mention } from './mention';

/** Finds objects by what others call them. */
export class Objects {
  private readonly arns = new Map<string, Manifest>();
  /** Of objects whose ARN ends as AWS likes. */
  private readonly patterns: (readonly [string, Manifest])[] = [];
  private readonly names = new Map<string, Manifest[]>();
  private readonly awsNames = new Map<string, Manifest[]>();

  constructor(
    readonly all: readonly Manifest[],
    readonly home: Place,
  ) {
    for (const manifest of all) {
      const arn = arnOf(manifest, home);
      if (arn && !this.arns.has(arn)) this.arns.set(arn, manifest);
      const ending = arnPatternOf(manifest, home);
      if (ending) this.patterns.push([ending, manifest]);
      append(this.names, manifest.metadata.name, manifest);
      const awsName = awsNameOf(manifest);
      if (awsName !== undefined) append(this.awsNames, `${kindKey(manifest)} ${awsName}`, manifest);
    }
  }

  /** The objects that a mention means: one, and for labels all that carry them. Empty where there is none. */
  meant(mention: Mention): readonly Manifest[] {
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
  }

  /** Every object with that name in Kubernetes, whatever its kind and namespace. */
  named(name: string): readonly Manifest[] {
    return this.names.get(name) ?? [];
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
    const isPattern = /[*?]/.test(arn);
    const known = isPattern ? [...this.arns, ...this.patterns] : this.patterns;
    return known.filter(([one]) => globsMeet(arn, one)).map(([, manifest]) => manifest);
  }
}

/** The ARN, and what is left without its last parts: `…:table/orders/index/*` is about the table `…:table/orders`. */
export function* prefixesOf(arn: string): Generator<string> {
  const start = arn.split(':', 5).join(':').length + 1;
  for (let end = arn.length; end > start; end = Math.max(arn.lastIndexOf('/', end - 1), arn.lastIndexOf(':', end - 1)))
    yield arn.slice(0, end);
}
