import { canonicalJson } from '../../src/manifests/json';

// biome-ignore lint/suspicious/noExplicitAny: faults are put anywhere
export type Anything = any;

/** An object for tests. */
export interface Fixture {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string; annotations?: Record<string, string>; labels?: Record<string, string> };
  [field: string]: Anything;
}

/** Where findings of the sample's files are said, and those of the fixtures and what a fault adds. */
export const EVENTS = 'messaging/eventbridge.yaml';
export const EXTERNAL = 'security/external-secrets.yaml';
export const FIXTURES = 'fixtures/fixtures.yaml';
export const REDIS = 'data/elasticache.yaml';
export const SNS = 'messaging/sns.yaml';
export const SQS = 'messaging/sqs.yaml';

export const ACCOUNT = '123456789012';
export const arn = (service: string, resource: string) => `arn:aws:${service}:us-east-1:${ACCOUNT}:${resource}`;

export function ack(
  service: string,
  kind: string,
  name: string,
  spec: object,
  annotations?: Record<string, string>,
): Fixture {
  return {
    apiVersion: `${service}.services.k8s.aws/v1alpha1`,
    kind,
    metadata: { name, namespace: 'aws', ...(annotations && { annotations }) },
    spec,
  };
}

export function policy(...statements: object[]): string {
  return canonicalJson({ Version: '2012-10-17', Statement: statements });
}

/** Changes the statements of a policy that a field holds as a text. */
export function inPolicy(
  fields: Record<string, string>,
  field: string,
  change: (statements: Anything[]) => void,
): void {
  const document = JSON.parse(fields[field]!);
  change(document.Statement);
  fields[field] = canonicalJson(document);
}

/** Changes the states of a state machine. */
export function inDefinition(manifest: Fixture, change: (states: Record<string, Anything>) => void): void {
  const definition = JSON.parse(manifest['spec'].definition);
  change(definition.States);
  manifest['spec'].definition = canonicalJson(definition);
}

export function wave(manifest: Fixture, number: number): void {
  manifest.metadata.annotations = { ...manifest.metadata.annotations, 'argocd.argoproj.io/sync-wave': String(number) };
}

/** The first container of a workload. */
export const container = (manifest: Fixture): Anything => manifest['spec'].template.spec.containers[0];

/** What a PushSecret says of the first secret that it writes. */
export const pushed = (manifest: Fixture): Anything => manifest['spec'].data[0].metadata.spec;
