import type { InUse, KindInUse, UpstreamRelease } from '../aws';
import { readImportList, readLock, upstreamOf } from '../imports';
import { isResourceGraph, kroObjectsIn, resourceGraphsOfInstances, resourcesOf } from '../kro';
import type { SynthChart } from '../manifests';
import { groupOf, installedCrds, kindKey, type Manifest, read, records } from '../manifests';
import type { SchemaStore } from '../schema';

/** The release that each CRD was imported from, by the CRD's name. */
export type UpstreamReleases = InUse['releases'];

/** Reads what `cdk8s.yaml` lists, and which CRDs the lock found there. */
export function readUpstreamReleases(root: string, importsDir: string): UpstreamReleases {
  const lock = readLock(importsDir);
  const releases = new Map<string, UpstreamRelease>();
  for (const url of readImportList(root)) {
    const { repository, ref: tag } = upstreamOf(url);
    const folder = new URL(url).pathname.split('/').slice(4, -1).join('/');
    for (const name of Object.keys(lock[url]?.crds ?? {})) releases.set(name, { repository, tag, folder });
  }
  return releases;
}

/** Every kind that charts have objects of, or that their graphs make or read. */
export function inUse(charts: readonly SynthChart[], schemas: SchemaStore, releases: UpstreamReleases): InUse {
  const written = charts.flatMap(({ objects }) => objects);
  const manifests = written.map(({ manifest }) => manifest);
  const pathOf = new Map(written.map(({ manifest, path }) => [manifest, path]));
  const instances = resourceGraphsOfInstances(manifests);
  const found = new Map<string, Found>();

  const note = (apiVersion: string, kind: string, namespace: string | undefined, example: string): Found => {
    const group = groupOf({ apiVersion } as Manifest);
    const key = `${group}/${kind}`;
    let one = found.get(key);
    if (!one) {
      const plural = schemas.find(apiVersion, kind)?.plural ?? '';
      const release = releases.get(`${plural}.${group}`);
      const kro = { makes: false, reads: false, serves: false };
      one = {
        group,
        version: apiVersion.slice(apiVersion.indexOf('/') + 1),
        kind,
        plural,
        example,
        namespaces: [],
        kro,
        release,
      };
      found.set(key, one);
    }
    if (namespace !== undefined && !one.namespaces.includes(namespace)) one.namespaces.push(namespace);
    return one;
  };

  for (const { manifest, path } of written) {
    const { apiVersion, kind, metadata } = manifest;
    const one = note(apiVersion, kind, metadata.namespace, path);
    if (instances.has(manifest)) one.kro.serves = true;
    if (!isResourceGraph(manifest)) continue;
    for (const { externalRef } of resourcesOf(manifest))
      if (externalRef) note(externalRef.apiVersion, externalRef.kind, externalRef.namespace, path).kro.reads = true;
  }
  for (const { manifest, graph } of kroObjectsIn(manifests)) {
    const { apiVersion, kind, metadata } = manifest;
    note(apiVersion, kind, metadata.namespace, pathOf.get(graph)!).kro.makes = true;
  }

  return {
    kinds: [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one),
    ingressHosts: written.flatMap(({ manifest, path }) => hostsOf(manifest).map((host) => ({ host, example: path }))),
    installed: new Set(manifests.flatMap((manifest) => installedCrds(manifest)?.names ?? [])),
    releases,
  };
}

interface Found extends KindInUse {
  readonly namespaces: string[];
  readonly kro: { -readonly [Use in keyof KindInUse['kro']]: boolean };
}

function hostsOf(manifest: Manifest): string[] {
  if (kindKey(manifest) !== 'networking.k8s.io/Ingress') return [];
  return records(read(manifest, 'spec.rules')).flatMap(({ host }) => (typeof host === 'string' ? host : []));
}
