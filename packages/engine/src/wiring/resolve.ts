import type { Place } from '../aws';
import { groupBy, stronglyConnectedComponents } from '../collections';
import { InputError } from '../errors';
import type { Manifest, SynthChart, SynthObject } from '../manifests';
import { mentionsOf, ObjectIndex } from '../references';
import type { SchemaStore } from '../schema';
import { literalOf } from './choose';
import { describe } from './expression';
import { isSecret, keyOf, lateKey, lateValuesOf } from './keys';
import { type Occurrence, occurrencesIn } from './occurrences';
import { type Consumer, type ConsumerGroup, resourceGraphAround } from './resource-graph-around';
import type { LateValue } from './token';
import { useReferences } from './use-references';

export interface WiringOptions {
  readonly home: Place;
  readonly schemas: SchemaStore;
  /** The API group of the kinds that kro's graphs bring: `wiring.platform.example.com`. */
  readonly kindsGroup: string;
}

/**
 * Puts into every field with a late value the cheapest wiring that works: the literal, where it is known before AWS
 * creates anything; a reference, where the consumer's kind has one; or else the consumer goes into a kro graph that
 * reads the producer. Throws an `InputError` with everything that cannot be wired.
 */
export function resolveWiring(
  charts: readonly SynthChart[],
  { home, schemas, kindsGroup }: WiringOptions,
): SynthChart[] {
  const problems: string[] = [];
  const producers = new Map(
    charts.flatMap(({ objects }) => objects.map((object) => [keyOf(object.manifest), object] as const)),
  );
  const consumers = new Map<SynthObject, Consumer>();

  for (const { objects } of charts)
    for (const object of objects) {
      const found = occurrencesIn(object.manifest);
      if (found.length === 0) continue;
      const missing = found.flatMap((occurrence) => wrongPlace(occurrence, producers));
      problems.push(...missing.map((message) => `${object.path}: ${message}`));
      if (missing.length > 0) continue;
      const producerOf = (late: LateValue) => producers.get(lateKey(late))?.manifest ?? secretOf(late);
      const late = found.filter((occurrence) => !writeLiteral(occurrence, producerOf, home));
      const left = useReferences(object.manifest, late.map(withLiterals(producerOf, home)), producerOf);
      if (left.length > 0) consumers.set(object, { object, occurrences: left });
    }
  if (problems.length === 0) problems.push(...cycles(charts, consumers, producers, home));
  if (problems.length > 0) throw new InputError(problems);

  const resolved = charts.map((chart) => ({
    ...chart,
    objects: withGraphs(chart, consumers, { schemas, kindsGroup, problems }),
  }));
  if (problems.length > 0) throw new InputError(problems);
  return resolved;
}

function wrongPlace({ path, pieces }: Occurrence, producers: ReadonlyMap<string, SynthObject>): string[] {
  if (pieces.length === 0) return [`${path}: a late value cannot be the name of a field`];
  if (/^(?:apiVersion|kind|metadata\.(?:name|namespace))$/.test(path))
    return [`${path}: a late value cannot name an object; names are written`];
  return pieces.flatMap((piece) =>
    typeof piece === 'string' || isSecret(piece) || producers.has(lateKey(piece))
      ? []
      : [`${path}: ${describe(piece)} is not in this environment's charts`],
  );
}

/** A Secret as far as git knows it. */
function secretOf({ apiVersion, kind, name, namespace }: LateValue): Manifest {
  return { apiVersion, kind, metadata: { name, namespace } };
}

/** Writes a field whose late values are all known already. */
function writeLiteral(
  { parent, key, pieces }: Occurrence,
  producerOf: (late: LateValue) => Manifest,
  home: Place,
): boolean {
  const literals = pieces.map((piece) =>
    typeof piece === 'string' ? piece : literalOf(piece, producerOf(piece), home),
  );
  if (literals.some((literal) => literal === undefined)) return false;
  parent[key] = literals.join('');
  return true;
}

/** The known values of a text that holds unknown ones too. */
function withLiterals(producerOf: (late: LateValue) => Manifest, home: Place): (occurrence: Occurrence) => Occurrence {
  return (occurrence) => ({
    ...occurrence,
    pieces: occurrence.pieces.map((piece) =>
      typeof piece === 'string' ? piece : (literalOf(piece, producerOf(piece), home) ?? piece),
    ),
  });
}

/** Objects that need values of each other: AWS can create none of them first. */
function cycles(
  charts: readonly SynthChart[],
  consumers: ReadonlyMap<SynthObject, Consumer>,
  producers: ReadonlyMap<string, SynthObject>,
  home: Place,
): string[] {
  if (consumers.size === 0) return [];
  const ofManifest = new Map(
    charts.flatMap(({ objects }) => objects.map((object) => [object.manifest, object] as const)),
  );
  const lookup = new ObjectIndex([...ofManifest.keys()], home);
  const lateNeeds = (object: SynthObject) =>
    lateValuesOf(consumers.get(object)?.occurrences ?? []).map((late) => [late, producers.get(lateKey(late))] as const);
  for (const object of consumers.keys()) {
    const own = lateNeeds(object).find(([, producer]) => producer === object);
    if (own)
      return [`${object.path}: ${describe(own[0])} is used to create that very object; AWS tells it only afterwards`];
  }
  const needs = (object: SynthObject) => [
    ...mentionsOf(object.manifest)
      .filter(({ needed }) => needed)
      .flatMap((mention) => lookup.resolve(mention))
      .flatMap((to) => (to === object.manifest ? [] : ofManifest.get(to)!)),
    ...lateNeeds(object).flatMap(([, producer]) => producer ?? []),
  ];
  return stronglyConnectedComponents(consumers.keys(), needs)
    .filter((cycle) => cycle.length > 1 && cycle.some((object) => consumers.has(object)))
    .map(
      (cycle) =>
        `${cycle
          .map(({ path }) => path)
          .sort()
          .join(', ')}: each needs a value of another at its creation, so none can be created first`,
    );
}

/** A chart's objects, with a graph and its instance where the first of its consumers stood. */
function withGraphs(
  chart: SynthChart,
  consumers: ReadonlyMap<SynthObject, Consumer>,
  options: Omit<ConsumerGroup, 'group'>,
): SynthObject[] {
  const groups = groupBy(
    chart.objects.flatMap((object) => consumers.get(object) ?? []),
    ({ object }) => constructIdOf(chart, object),
  );
  return chart.objects.flatMap((object) => {
    const consumer = consumers.get(object);
    if (!consumer) return [object];
    const group = groups.get(constructIdOf(chart, object))!;
    return group[0] === consumer ? resourceGraphAround(chart, constructIdOf(chart, object), { group, ...options }) : [];
  });
}

/** Consumers belong together where one construct of the chart made them. */
function constructIdOf({ path }: SynthChart, object: SynthObject): string {
  return object.path.slice(path.length + 1).split('/')[0]!;
}
