import { exceptionFrom, type Manifest } from '../../manifests';
import type { Place } from '../arn';
import { physicalKeyOf } from '../cloud-control';
import type { FormName, Known } from '../kinds/forms';
import { firstValueOf } from '../kinds/places';
import { knownOfManifest } from '../kinds/questions';
import { arnOf, awsNameOf, placeOf } from '../physical';
import type { AlarmedKind, AlarmedResource, AlarmOfKind, Subject } from './alarm';

export type { Manifest } from '../../manifests';
export type { AlarmLimits, AlarmOfKind, MissingData, Statistic, Subject } from './alarm';

/** The policy that an object without alarms breaks. */
export const ALARMED_POLICY = 'alarmed';

/** How an entry of the table learns what a manifest does not say. */
export interface AlarmContext extends Pick<AlarmedResource, 'late' | 'nameOf'> {
  readonly home: Place;
}

/** What CloudWatch measures of an object, and the alarms that it has to have. */
export interface Watched extends AlarmedKind {
  readonly measured: readonly (Subject & { readonly region: string })[];
}

/** Whether the objects of a kind have alarms. */
export function hasAlarms(known: Known): known is Known & { readonly kind: { readonly alarms: AlarmedKind } } {
  return 'subjects' in known.kind.alarms;
}

/** Where Crossplane's objects have what ACK's tell in their status. */
function lateIn(name: FormName, path: string): string {
  if (name === 'ack' || path.startsWith('status.atProvider.')) return path;
  return path === 'status.ackResourceMetadata.arn' ? 'status.atProvider.arn' : 'status.atProvider.id';
}

/** Undefined for kinds that have no alarms. */
export function watched(manifest: Manifest, { home, late, nameOf }: AlarmContext): Watched | undefined {
  const known = knownOfManifest(manifest);
  if (!known || !hasAlarms(known)) return undefined;
  const kind = known.kind.alarms;
  const { region } = placeOf(manifest, home);
  const measured = kind.subjects({
    name: awsNameOf(manifest) ?? '',
    field: (path) => firstValueOf(manifest, known, path),
    arn: arnOf(manifest, home) ?? '',
    region,
    place: home,
    late: (path, without) => late(lateIn(known.name, path), without),
    nameOf,
  });
  return { ...kind, measured: measured.map((subject) => ({ ...subject, region: subject.region ?? region })) };
}

/** Whether an object says that it needs no alarms. */
export function isExcused(manifest: Manifest): boolean {
  return exceptionFrom(manifest, ALARMED_POLICY) !== undefined;
}

/**
 * A Metrics Insights query for an alarm over the values of dimensions that nobody can list; undefined for other alarms.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-metrics-insights-querylanguage.html
 */
export function queryOf(
  namespace: string,
  { dimensions }: Pick<Subject, 'dimensions'>,
  { metric, statistic, over }: Pick<AlarmOfKind, 'metric' | 'statistic' | 'over'>,
): string | undefined {
  if (over === undefined) return undefined;
  const names = over === 'any' ? [] : [...over, ...Object.keys(dimensions)].sort();
  const from = over === 'any' ? `"${namespace}"` : `SCHEMA("${namespace}", ${names.join(', ')})`;
  const where = Object.entries(dimensions).map(([name, value]) => `${name} = '${value}'`);
  const condition = where.length > 0 ? ` WHERE ${where.join(' AND ')}` : '';
  return `SELECT ${FUNCTIONS[statistic] ?? 'AVG'}("${metric}") FROM ${from}${condition}`;
}

const FUNCTIONS: Readonly<Record<string, string>> = {
  Average: 'AVG',
  Maximum: 'MAX',
  Minimum: 'MIN',
  SampleCount: 'COUNT',
  Sum: 'SUM',
};

/** `Queue`, `Stream`: what people call an object. */
export function kindOf(manifest: Manifest): string {
  return physicalKeyOf(manifest).split(/\/|::/).at(-1)!;
}
