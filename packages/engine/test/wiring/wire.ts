import { ApiObject, type ApiObjectProps, App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { kroObjectsIn } from '../../src/kro/objects';
import type { Manifest } from '../../src/manifests/manifest';
import { schemasOf } from '../../src/schema/default';
import { collect } from '../../src/synth/collect';
import { resolveWiring } from '../../src/wiring/resolve';

export const schemas = schemasOf();
export const HOME = { account: '123456789012', region: 'us-east-1' };

export type Content = Omit<ApiObjectProps, 'apiVersion' | 'kind' | 'metadata'> & Record<string, unknown>;

/** An object of any kind, in the namespace of the AWS objects. */
export function object(
  scope: Construct,
  type: string,
  name: string,
  content: Content,
  annotations: Record<string, string> = {},
): ApiObject {
  const [apiVersion = '', kind = ''] = type.split(' ');
  return new ApiObject(scope, name, { apiVersion, kind, metadata: { name, annotations }, ...content });
}

/** The manifests that charts of one application give, wired; `build` gets a function that makes further charts. */
export function wire(build: (chart: (name: string) => Chart) => void): Manifest[] {
  const scope = new Construct(new App(), 'production');
  const application = new Construct(scope, 'application');
  build(
    (name) =>
      new Chart(application, name, { namespace: 'aws', labels: { 'app.kubernetes.io/part-of': 'application' } }),
  );
  return resolveWiring(collect(scope), { home: HOME, schemas, kindsGroup: 'wiring.platform.example.com' }).flatMap(
    ({ objects }) => objects.map(({ manifest }) => manifest),
  );
}

/** An object that is written, or that a graph wraps. */
export function find(manifests: readonly Manifest[], name: string): { manifest: Manifest; isWrapped: boolean } {
  const written = manifests.find(({ metadata, kind }) => metadata.name === name && kind !== 'ResourceGraphDefinition');
  if (written) return { manifest: written, isWrapped: false };
  const carried = kroObjectsIn(manifests).find(({ manifest }) => manifest.metadata.name === name);
  return { manifest: carried!.manifest, isWrapped: true };
}
