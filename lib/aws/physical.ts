import { kindKey, type Manifest } from '../manifests/manifest';
import { formatArn, type Place, partitionOf } from './arn';

export type Fields = Readonly<Record<string, unknown>>;

interface PhysicalKind {
  readonly service: string;
  /** IAM's and CloudFront's ARNs name no region. */
  readonly global?: true;
  /** The part of the ARN behind the account, from the object's spec (Crossplane: `forProvider`) and its AWS name. */
  readonly resource: (name: string, spec: Fields) => string;
  /** The spec field that holds the AWS name. @default `crossplane.io/external-name`, the way Crossplane does it */
  readonly nameField?: string;
}

/**
 * The kinds whose ARN is known before AWS creates them, keyed by group and kind.
 * Shapes: the services' pages below https://docs.aws.amazon.com/service-authorization/latest/reference/
 */
const kinds: Readonly<Record<string, PhysicalKind>> = {
  'cloudwatchevents.aws.m.upbound.io/Bus': { service: 'events', resource: (name) => `event-bus/${name}` },
  'eventbridge.services.k8s.aws/Archive': {
    service: 'events',
    nameField: 'name',
    resource: (name) => `archive/${name}`,
  },
  'eventbridge.services.k8s.aws/Rule': {
    service: 'events',
    nameField: 'name',
    resource: (name, spec) => (onDefaultBus(spec) ? `rule/${name}` : `rule/${spec['eventBusName']}/${name}`),
  },
  'iam.services.k8s.aws/Role': {
    service: 'iam',
    global: true,
    nameField: 'name',
    resource: (name, spec) => `role${spec['path'] ?? '/'}${name}`,
  },
  'lambda.services.k8s.aws/Function': { service: 'lambda', nameField: 'name', resource: (name) => `function:${name}` },
  'schemas.aws.m.upbound.io/Registry': { service: 'schemas', resource: (name) => `registry/${name}` },
  'sns.services.k8s.aws/Topic': { service: 'sns', nameField: 'name', resource: (name) => name },
  'sqs.services.k8s.aws/Queue': { service: 'sqs', nameField: 'queueName', resource: (name) => name },
};

/** The ARN of an AWS object of this kind, before it exists. Throws where only AWS can tell it. */
export function arnFor(key: string, name: string, place: Place, spec: Fields = {}): string {
  const kind = kinds[key];
  if (!kind) throw new Error(`the ARN of ${key} is not known before AWS creates it`);
  const { account } = place;
  const partition = partitionOf(place.region);
  return formatArn({
    partition,
    service: kind.service,
    region: kind.global ? '' : place.region,
    account,
    resource: kind.resource(name, spec),
  });
}

/** The ARN that a manifest's AWS object has or will have; undefined where only AWS can tell, and for what is not AWS's. */
export function arnOf(manifest: Manifest, home: Place): string | undefined {
  const key = kindKey(manifest);
  const kind = kinds[key];
  if (!kind) return undefined;
  const spec = (manifest['spec'] ?? {}) as Fields;
  const fields = (spec['forProvider'] ?? spec) as Fields;
  const annotations = manifest.metadata.annotations ?? {};
  const name = kind.nameField
    ? fields[kind.nameField]
    : (annotations['crossplane.io/external-name'] ?? manifest.metadata.name);
  const region = fields['region'] ?? annotations['services.k8s.aws/region'] ?? home.region;
  return arnFor(key, String(name), { account: home.account, region: String(region) }, fields);
}

function onDefaultBus(spec: Fields): boolean {
  return spec['eventBusName'] === undefined || spec['eventBusName'] === 'default';
}
