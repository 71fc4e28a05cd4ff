import { ACK_REGION, annotationOf, EXTERNAL_NAME, type Manifest } from '../manifests';
import { type Arn, formatArn, type Place, partitionOf } from './arn';
import { physicalFieldsOf, physicalKeyOf } from './cloud-control';
import type { Known } from './kinds/forms';
import type { ArnShape } from './kinds/kind';
import { everyKnown, knownOf } from './kinds/known';
import { spelled } from './kinds/spelling';

export type Fields = Readonly<Record<string, unknown>>;

/**
 * How AWS writes the ARN of a kind whose ARN, or all of it but an end that AWS adds, is known before AWS creates it.
 */
interface Physical extends ArnShape {
  readonly service: string;
  /** The field that holds the AWS name. @default `crossplane.io/external-name`, the way Crossplane does it */
  readonly nameField?: string;
}

const shapes = new Map<string, Physical | undefined>();

function physicalOf(key: string): Physical | undefined {
  if (!shapes.has(key)) shapes.set(key, physicalFrom(knownOf(key)));
  return shapes.get(key);
}

function physicalFrom(known: Known | undefined): Physical | undefined {
  const arn = known?.kind.arn;
  if (!known || arn === undefined || !(typeof arn === 'string' || 'resource' in arn)) return undefined;
  const { service, identity } = known.kind;
  const name = Array.isArray(identity) ? spelled(known.form, known.name, known.isLead, identity[0]) : '@name';
  if (name === undefined) return undefined;
  const shape = typeof arn === 'string' ? { resource: arn } : arn;
  return { service: service.arn ?? service.iam, ...shape, ...(name !== '@name' && { nameField: name }) };
}

/** The ARN of an AWS object of this kind, before it exists. Throws where only AWS can tell it. */
export function arnFor(key: string, name: string, place: Place, spec: Fields = {}): string {
  const kind = physicalOf(key);
  if (!kind || kind.suffix) throw new Error(`the ARN of ${key} is not known before AWS creates it`);
  return arnOfKind(kind, name, place, spec);
}

/**
 * The pattern, with `*` and `?`, that the ARN of an object will match where AWS puts an end of its own behind the name.
 */
export function arnPatternFor(key: string, name: string, place: Place, spec: Fields = {}): string {
  const kind = physicalOf(key);
  if (!kind?.suffix) throw new Error(`the ARN of ${key} has no end of AWS's own`);
  return arnOfKind(kind, name, place, spec) + kind.suffix;
}

function arnOfKind(kind: Physical, name: string, place: Place, spec: Fields): string {
  const hasPlace = !kind.noAccount;
  return formatArn({
    partition: partitionOf(place.region),
    service: kind.service,
    region: kind.global || !hasPlace ? '' : place.region,
    account: hasPlace ? place.account : '',
    resource: resourceOf(kind, name, spec),
  });
}

/** A rule of the default bus has no bus in its ARN, and a role without a path has the path `/`. */
function resourceOf({ resource }: Physical, name: string, spec: Fields): string {
  const values: Fields = { path: '/', ...spec, name };
  const template = onDefaultBus(spec) ? resource.replace('{eventBusName}/', '') : resource;
  return template.replace(/\{(\w+)\}/g, (_, field: string) => String(fieldIn(values, field) ?? ''));
}

/**
 * The ARN that a manifest's AWS object has or will have; undefined where only AWS can tell, and for what is not AWS's.
 */
export function arnOf(manifest: Manifest, home: Place): string | undefined {
  const key = physicalKeyOf(manifest);
  const name = awsNameOf(manifest);
  if (name === undefined || physicalOf(key)?.suffix) return undefined;
  return arnFor(key, name, placeOf(manifest, home), physicalFieldsOf(manifest));
}

/** The pattern that its ARN will match, for a manifest whose object's ARN ends as AWS likes. */
export function arnPatternOf(manifest: Manifest, home: Place): string | undefined {
  const key = physicalKeyOf(manifest);
  const name = awsNameOf(manifest);
  if (name === undefined || !physicalOf(key)?.suffix) return undefined;
  return arnPatternFor(key, name, placeOf(manifest, home), physicalFieldsOf(manifest));
}

/** Where the object of a manifest is. */
export function placeOf(manifest: Manifest, { account, region }: Place): Place {
  const own = physicalFieldsOf(manifest)['region'] ?? annotationOf(manifest, ACK_REGION);
  return { account, region: typeof own === 'string' ? own : region };
}

/**
 * The name that a manifest's object has in AWS; undefined for kinds whose ARNs nobody knows, and where none is given.
 */
export function awsNameOf(manifest: Manifest): string | undefined {
  const kind = physicalOf(physicalKeyOf(manifest));
  if (!kind) return undefined;
  const found = kind.nameField
    ? fieldIn(physicalFieldsOf(manifest), kind.nameField)
    : (annotationOf(manifest, EXTERNAL_NAME) ?? manifest.metadata.name);
  return typeof found === 'string' ? found : undefined;
}

/**
 * The kinds whose objects have ARNs of this shape, each by the key of its leading form; empty for what has no entry,
 * and for what only AWS can tell. The account and region do not matter.
 */
export function kindsOfArn({ service, resource }: Pick<Arn, 'service' | 'resource'>): string[] {
  return [...everyKnown()]
    .filter(({ isLead, name }) => isLead && name !== 'crossplaneV1')
    .filter(({ key }) => {
      const kind = physicalOf(key);
      return kind !== undefined && kind.service === service && hasShape(resource, kind);
    })
    .map(({ key }) => key);
}

/** A field by its name, or by one that has the same letters in another case. */
function fieldIn(fields: Fields, name: string): unknown {
  if (Object.hasOwn(fields, name)) return fields[name];
  const letters = name.toLowerCase();
  return Object.entries(fields).find(([one]) => one.toLowerCase() === letters)?.[1];
}

function hasShape(resource: string, kind: Physical): boolean {
  const [before = ''] = kind.resource.split('{');
  if (before !== '') return resource.startsWith(before);
  // a queue's or topic's ARN is its name alone, and nothing with a slash or colon is one; behind a bucket's stand its
  // objects
  return kind.noAccount === true || !/[/:]/.test(resource);
}

function onDefaultBus(spec: Fields): boolean {
  return spec['eventBusName'] === undefined || spec['eventBusName'] === 'default';
}
