import { join } from 'node:path';
import { ApiObject, type ApiObjectProps, App } from 'cdk8s';
import { Construct } from 'constructs';
import { Application, PlatformChart } from '../../constructs/platform-chart';
import { loadEnvironments } from '../../environments';
import { carriedIn } from '../../packages/engine/src/kro/carried';
import type { Manifest } from '../../packages/engine/src/manifests/manifest';
import { schemasOf } from '../../packages/engine/src/schema/default';
import { collect } from '../../packages/engine/src/synth/collect';
import { resolveWiring } from '../../packages/engine/src/wiring/resolve';
import { ROOT } from '../repository';

export const schemas = schemasOf({ imports: join(ROOT, 'imports') });
const [environment] = loadEnvironments(ROOT, ['production']);
export const HOME = environment!;

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
export function wire(build: (chart: (name: string) => PlatformChart) => void): Manifest[] {
  const scope = new Construct(new App(), 'production');
  const application = new Application(scope, 'application', 'For tests');
  build((name) => new PlatformChart(application, name, HOME));
  return resolveWiring(collect(scope), { home: HOME, schemas, kindsGroup: 'wiring.platform.example.com' }).flatMap(
    ({ objects }) => objects.map(({ manifest }) => manifest),
  );
}

/** An object that is written, or that a graph wraps. */
export function find(manifests: readonly Manifest[], name: string): { manifest: Manifest; isWrapped: boolean } {
  const written = manifests.find(({ metadata, kind }) => metadata.name === name && kind !== 'ResourceGraphDefinition');
  if (written) return { manifest: written, isWrapped: false };
  const carried = carriedIn(manifests).find(({ manifest }) => manifest.metadata.name === name);
  return { manifest: carried!.manifest, isWrapped: true };
}
