import { type GraphResource, isResourceGraph } from '../kro';
import { kindKey, type Manifest } from '../manifests';
import { familyOf } from '../references';
import type { Tree, TreeObject } from '../relations';
import { lateReadsIn } from './late-reads';

/** How a value comes into a field. */
export type WiringKind = 'literal' | 'reference' | 'kro';

/** Fields of one kind that get the same from one kind. */
export interface WiringRow {
  /** Group and kind of what has the field. */
  readonly consumer: string;
  /** `spec.targets[].arn`. */
  readonly field: string;
  /** Group and kind of what the value is of. */
  readonly producer: string;
  readonly wiring: WiringKind;
  /** What of the producer kro reads: `status.atProvider.endpoint`. */
  readonly value?: string;
  /** How many fields. */
  readonly count: number;
}

type Wire = Omit<WiringRow, 'count'>;

/** Every way by which AWS objects of a tree get values of others, by consumer and field. */
export function wiringTable(tree: Tree): WiringRow[] {
  const counts = new Map<string, number>();
  for (const wire of wiresIn(tree)) {
    const key = JSON.stringify(wire);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .map(([key, count]) => ({ ...(JSON.parse(key) as Wire), count }))
    .sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
}

function* wiresIn(tree: Tree): Generator<Wire> {
  for (const object of tree.objects)
    if (isResourceGraph(object.manifest)) yield* lateBound(object.manifest);
    else if (['ack', 'crossplane'].includes(familyOf(object.manifest))) yield* written(tree, object);
}

/** What git holds: an ARN or a name that is known before, or a reference that a controller resolves. */
function* written(tree: Tree, object: TreeObject): Generator<Wire> {
  const seen = new Set<string>();
  for (const mention of tree.mentionsOf(object))
    for (const producer of tree.lookup.resolve(mention)) {
      if (producer === object.manifest || mention.by === 'labels') continue;
      const wire: Wire = {
        consumer: kindKey(object.manifest),
        field: patternOf(mention.path),
        producer: kindKey(producer),
        wiring: mention.by === 'name' ? 'reference' : 'literal',
      };
      // a policy may name an object in many statements
      const key = `${mention.path} ${wire.producer}`;
      if (!seen.has(key)) yield wire;
      seen.add(key);
    }
}

/** What kro reads when AWS has told it. */
function* lateBound(graph: Manifest): Generator<Wire> {
  for (const { consumer, path, producer, value } of lateReadsIn(graph)) {
    const from = producerOf(producer);
    if (from)
      yield { consumer: kindKey(consumer.template!), field: patternOf(path), producer: from, wiring: 'kro', value };
  }
}

function producerOf({ template, externalRef }: GraphResource): string | undefined {
  if (template) return kindKey(template);
  if (!externalRef) return undefined;
  const { apiVersion, kind } = externalRef;
  return `${apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : ''}/${kind}`;
}

function patternOf(path: string): string {
  return path.replace(/\[\d+\]/g, '[]');
}

function sortKey({ consumer, field, producer, value = '' }: Wire): string {
  return [consumer, field, producer, value].join(' ');
}
