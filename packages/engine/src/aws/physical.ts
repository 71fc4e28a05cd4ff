import { ACK_REGION, annotationOf, EXTERNAL_NAME, type Manifest } from '../manifests';
import { type Arn, formatArn, type Place, partitionOf } from './arn';
import { physicalFieldsOf, physicalKeyOf } from './cloud-control';
import { type PhysicalKind, physicalKinds } from './physical-kinds';

export type Fields = Readonly<Record<string, unknown>>;

/** The ARN of an AWS object of this kind, before it exists. Throws where only AWS can tell it. */
export function arnFor(key: string, name: string, place: Place, spec: Fields = {}): string {
  const kind = physicalKinds[key];
  if (!kind || kind.suffix) throw new Error(`the ARN of ${key} is not known before AWS creates it`);
  return arnOfKind(kind, name, place, spec);
}

/** The pattern, with `*` and `?`, that the ARN of an object will match where AWS puts an end of its own behind the name. */
export function arnPatternFor(key: string, name: string, place: Place, spec: Fields = {}): string {
  const kind = physicalKinds[key];
  if (!kind?.suffix) throw new Error(`the ARN of ${key} has no end of AWS's own`);
  return arnOfKind(kind, name, place, spec) + kind.suffix;
}

function arnOfKind(kind: PhysicalKind, name: string, place: Place, spec: Fields): string {
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
function resourceOf({ resource }: PhysicalKind, name: string, spec: Fields): string {
  const values: Fields = { path: '/', ...spec, name };
  const template = onDefaultBus(spec) ? resource.replace('{eventBusName}/', '') : resource;
  return template.replace(/\{(\w+)\}/g, (_, field: string) => String(values[field] ?? ''));
}

/** The ARN that a manifest's AWS object has or will have; undefined where only AWS can tell, and for what is not AWS's. */
export function arnOf(manifest: Manifest, home: Place): string | undefined {
  const key = physicalKeyOf(manifest);
  const name = awsNameOf(manifest);
  if (name === undefined || physicalKinds[key]?.suffix) return undefined;
  return arnFor(key, name, placeOf(manifest, home), physicalFieldsOf(manifest));
}

/** The pattern that its ARN will match, for a manifest whose object's ARN ends as AWS likes. */
export function arnPatternOf(manifest: Manifest, home: Place): string | undefined {
  const key = physicalKeyOf(manifest);
  const name = awsNameOf(manifest);
  if (name === undefined || !physicalKinds[key]?.suffix) return undefined;
  return arnPatternFor(key, name, placeOf(manifest, home), physicalFieldsOf(manifest));
}

/** Where the object of a manifest is. */
export function placeOf(manifest: Manifest, { account, region }: Place): Place {
  const own = physicalFieldsOf(manifest)['region'] ?? annotationOf(manifest, ACK_REGION);
  return { account, region: typeof own === 'string' ? own : region };
}

/** The name that a manifest's object has in AWS; undefined for kinds that this table does not know, and where none is given. */
export function awsNameOf(manifest: Manifest): string | undefined {
  const kind = physicalKinds[physicalKeyOf(manifest)];
  if (!kind) return undefined;
  const found = kind.nameField
    ? physicalFieldsOf(manifest)[kind.nameField]
    : (annotationOf(manifest, EXTERNAL_NAME) ?? manifest.metadata.name);
  return typeof found === 'string' ? found : undefined;
}

/**
 * The kinds whose objects have ARNs of this shape; empty for what the platform does not make, and for what only AWS can
 * tell. The account and region do not matter.
 */
export function kindsOfArn({ service, resource }: Pick<Arn, 'service' | 'resource'>): string[] {
  return Object.entries(physicalKinds)
    .filter(([, kind]) => kind.service === service && hasShape(resource, kind))
    .map(([key]) => key);
}

function hasShape(resource: string, kind: PhysicalKind): boolean {
  const [before = ''] = kind.resource.split('{');
  if (before !== '') return resource.startsWith(before);
  // a queue's or topic's ARN is its name alone, and nothing with a slash or colon is one; behind a bucket's stand its objects
  return kind.noAccount === true || !/[/:]/.test(resource);
}

function onDefaultBus(spec: Fields): boolean {
  return spec['eventBusName'] === undefined || spec['eventBusName'] === 'default';
}
