import { join } from 'node:path';
import { environments } from '../../environments';
import type { Manifest } from '../../packages/engine/src/manifests/manifest';
import { readManifests } from '../../packages/engine/src/manifests/read';
import { Tree } from '../../packages/engine/src/relations/tree';
import { podSecurity } from '../../packages/engine/src/rules/policies/pod-security';
import { workloadsIn } from '../../packages/engine/src/rules/policies/workloads';
import { ROOT } from '../repository';
import { CHARTS, folderOf, kindOf, type Release, releasesOf, render } from './release';

const names = environments.map(({ name }) => name);
const released = new Map(names.map((name) => [name, releasesOf(name)]));
const CRD = 'apiextensions.k8s.io/CustomResourceDefinition';

interface Project {
  readonly destinations: readonly { namespace: string }[];
  readonly clusterResourceWhitelist?: readonly { group: string; kind: string }[];
  readonly namespaceResourceWhitelist?: readonly { group: string; kind: string }[];
}

/** Ports that a chart names although nothing listens there until its metrics are turned on. */
const SILENT = new Set(['argocd-redis-ha-haproxy metrics-port 9101']);

/** What a chart makes, once for all tests of it. */
const rendered = new Map<string, Manifest[]>();
function objectsOf(environment: string, release: Release): Manifest[] {
  const key = `${environment}/${release.name}`;
  const objects = rendered.get(key) ?? render(release);
  rendered.set(key, objects);
  return objects;
}

function projectOf(environment: string, project: string): Project {
  const found = readManifests(join(ROOT, 'dist', environment)).find(
    ({ kind, metadata }) => kind === 'AppProject' && metadata.name === project,
  );
  return found!['spec'] as Project;
}

function allowedIn(environment: string, project: string): string[] {
  const { clusterResourceWhitelist = [], namespaceResourceWhitelist = [] } = projectOf(environment, project);
  return [...clusterResourceWhitelist, ...namespaceResourceWhitelist].map(({ group, kind }) => `${group}/${kind}`);
}

const suite = CHARTS ? describe : describe.skip;

suite(`charts with the values of dist${CHARTS ? '' : ' (skipped: HELM_CHARTS names no folder with charts)'}`, () => {
  const here = names.flatMap((environment) =>
    released
      .get(environment)!
      .filter(folderOf)
      .map((release) => [environment, release.name, release] as const),
  );

  test('GIVEN the folder of charts WHEN it is looked through THEN it has some of those of dist', () => {
    const missing = new Set([...released.values()].flat().flatMap((one) => (folderOf(one) ? [] : [one.name])));
    if (missing.size > 0) console.info(`not rendered, for want of their charts: ${[...missing].join(', ')}`);
    expect(here.length).toBeGreaterThan(0);
  });

  test.each(here)(
    'GIVEN %s WHEN %s is rendered THEN its project allows all kinds and places',
    (environment, _name, release) => {
      const allowed = allowedIn(environment, release.project);
      const kinds = new Set(objectsOf(environment, release).map(kindOf));
      expect([...kinds].filter((kind) => !allowed.includes(kind))).toEqual([]);
      const places = projectOf(environment, release.project).destinations.map(({ namespace }) => namespace);
      const namespaces = new Set(objectsOf(environment, release).map(({ metadata }) => metadata.namespace ?? ''));
      expect([...namespaces].filter((namespace) => !places.includes(namespace))).toEqual([]);
    },
  );

  const projects = [...new Set(here.map(([, , { project }]) => project))];
  test.each(projects)(
    'GIVEN the project %s WHEN all its charts are rendered THEN none makes less than it allows',
    (project) => {
      const all = names.flatMap((name) => released.get(name)!.map((release) => [name, release] as const));
      const own = all.filter(([, release]) => release.project === project);
      if (!own.every(([, release]) => folderOf(release))) return;
      const made = new Set(own.flatMap(([name, release]) => objectsOf(name, release).map(kindOf)));
      if (own.some(([, { installsCrds }]) => installsCrds)) made.add(CRD);
      expect(names.flatMap((name) => allowedIn(name, project)).filter((kind) => !made.has(kind))).toEqual([]);
    },
  );

  test.each(here)('GIVEN %s WHEN the Pods of %s start THEN Pod Security lets them', (environment, _name, release) => {
    expect(
      [...podSecurity.check(treeOf(objectsOf(environment, release)))].map(({ path, message }) => [path, message]),
    ).toEqual([]);
  });

  test.each(here)(
    'GIVEN %s WHEN somebody asks %s for what it offers THEN network policies let it through',
    (environment, _name, release) => {
      const made = objectsOf(environment, release);
      const policies = [...readManifests(join(ROOT, 'dist', environment)), ...made].filter(
        ({ kind }) => kind === 'NetworkPolicy',
      );
      const shut = running(made).flatMap((workload) => {
        const pod = podOf(workload);
        const { namespace = '' } = workload.metadata;
        const ofPod = policies
          .filter(({ metadata }) => metadata.namespace === namespace)
          .map((policy) => policy['spec'] as Policy)
          .filter(
            ({ podSelector, policyTypes }) => policyTypes.includes('Ingress') && selects(podSelector, pod.labels),
          );
        if (ofPod.length === 0) return [];
        const open = new Set(
          ofPod.flatMap(({ ingress = [] }) =>
            ingress.flatMap(
              ({ ports }) => ports?.map(({ port }) => port) ?? pod.ports.map(({ containerPort }) => containerPort),
            ),
          ),
        );
        return pod.ports
          .filter(
            ({ containerPort, name = '' }) =>
              isOffered(containerPort, name, pod.labels, made) && !open.has(containerPort) && !open.has(name),
          )
          .map(({ containerPort, name }) => `${workload.metadata.name} ${name} ${containerPort}`);
      });
      expect(shut.filter((port) => !SILENT.has(port))).toEqual([]);
    },
  );
});

interface Policy {
  readonly podSelector: { readonly matchLabels?: Labels };
  readonly policyTypes: readonly string[];
  readonly ingress?: readonly { readonly ports?: readonly { readonly port: number | string }[] }[];
}
type Labels = Readonly<Record<string, string>>;
interface ContainerPort {
  readonly name?: string;
  readonly containerPort: number;
}

function treeOf(manifests: readonly Manifest[]): Tree {
  const facts = { account: '', region: '', facts: new Set<string>(), pending: [] };
  return new Tree(
    manifests.map((manifest) => ({ manifest, application: 'charts' })),
    facts,
  );
}

/** What makes Pods: not what is turned off. */
function running(made: readonly Manifest[]): Manifest[] {
  return workloadsIn(treeOf(made))
    .map(({ object }) => object.manifest)
    .filter((workload) => (workload['spec'] as { replicas?: number }).replicas !== 0);
}

function podOf(workload: Manifest): { readonly labels: Labels; readonly ports: readonly ContainerPort[] } {
  const { template } = workload['spec'] as {
    template: { metadata: { labels?: Labels }; spec: { containers: { ports?: ContainerPort[] }[] } };
  };
  const ports = template.spec.containers.flatMap((container) => container.ports ?? []);
  return { labels: template.metadata.labels ?? {}, ports };
}

/** Behind a Service, or by its name for Prometheus. */
function isOffered(containerPort: number, name: string, labels: Labels, made: readonly Manifest[]): boolean {
  if (name.includes('metrics')) return true;
  return made
    .filter(({ kind }) => kind === 'Service')
    .map((service) => service['spec'] as { selector?: Labels; ports: { port: number; targetPort?: number | string }[] })
    .some(
      ({ selector = {}, ports }) =>
        selects({ matchLabels: selector }, labels) &&
        ports.some(({ port, targetPort = port }) => targetPort === containerPort || targetPort === name),
    );
}

function selects({ matchLabels = {} }: { readonly matchLabels?: Labels }, labels: Labels): boolean {
  return Object.entries(matchLabels).every(([key, value]) => labels[key] === value);
}
