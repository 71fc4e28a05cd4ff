import { annotationOf, isRecord, type Manifest, objectKey, read, records, stringifyAll } from '../manifests';
import { type IgnoredDifferences, normalized } from './ignored-differences';
import { explained, type Kubectl } from './kubectl';
import type { LiveAndMerged } from './live-and-merged';

export interface ObjectsToPrune {
  readonly sides: readonly LiveAndMerged[];
  /** Why they are not known. */
  readonly unknown?: string;
}

interface Search {
  readonly environment: string;
  readonly applications: readonly string[];
  /** All of the environment in dist. */
  readonly dist: readonly Manifest[];
  readonly overlooked: IgnoredDifferences;
}

/**
 * What Argo CD made of an application and dist no longer has: it would prune it. Its Applications list in `status` what
 * they track, so two requests tell, where asking the server for every object of every kind would take hundreds.
 */
export async function objectsToPrune(
  kubectl: Kubectl,
  { environment, applications, dist, overlooked }: Search,
): Promise<ObjectsToPrune> {
  const folders = new Map(
    dist.flatMap((manifest) => {
      const folder = manifest.kind === 'Application' && read(manifest, 'spec.source.path');
      const application = applications.find((name) => String(folder).endsWith(`/${environment}/${name}`));
      return application === undefined ? [] : [[manifest.metadata.name, { application, manifest }] as const];
    }),
  );
  const [first] = folders.values();
  if (!first) return { sides: [], unknown: 'no Application of dist syncs them here: another Argo CD knows' };
  const listed = await kubectl.run([
    'get',
    'applications.argoproj.io',
    '--namespace',
    first.manifest.metadata.namespace ?? 'argocd',
    '--output',
    'json',
  ]);
  if (listed.status !== 0) return { sides: [], unknown: explained(listed.stderr) };

  const kept = new Set(dist.map(objectKey));
  const tracked = records((JSON.parse(listed.stdout) as { items: unknown }).items).flatMap((live) => {
    const application = folders.get(String(read(live, 'metadata.name')))?.application;
    if (application === undefined) return [];
    return records(read(live, 'status.resources'))
      .filter(({ hook }) => hook !== true)
      .map(stub)
      .filter((object) => !kept.has(objectKey(object)));
  });
  if (tracked.length === 0) return { sides: [] };

  const { stdout } = await kubectl.run(['get', '--ignore-not-found', '--output', 'json', '--filename', '-'], {
    input: stringifyAll(tracked),
  });
  const found: unknown = stdout.trim() === '' ? undefined : JSON.parse(stdout);
  const objects = isRecord(found) && found['kind'] === 'List' ? records(found['items']) : records([found]);
  return {
    sides: (objects as unknown as Manifest[]).flatMap((object) => {
      // somebody else may have made an object of that name since
      const [name = ''] = annotationOf(object, 'argocd.argoproj.io/tracking-id')?.split(':') ?? [];
      const application = folders.get(name)?.application;
      return application === undefined ? [] : [{ application, live: normalized(withoutSecrets(object), overlooked) }];
    }),
  };
}

function stub({ group, version, kind, namespace, name }: Readonly<Record<string, unknown>>): Manifest {
  return {
    apiVersion: group ? `${group}/${version}` : String(version),
    kind: String(kind),
    metadata: { name: String(name), ...(namespace ? { namespace: String(namespace) } : {}) },
  };
}

/** Nothing that a report needs, and nothing that it may hold. */
function withoutSecrets(object: Manifest): Manifest {
  if (object.kind !== 'Secret' || object.apiVersion !== 'v1') return object;
  const { data: _, stringData: __, ...rest } = object;
  return rest;
}
