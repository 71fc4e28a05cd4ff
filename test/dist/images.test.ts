import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environments } from '../../environments';
import type { Manifest } from '../../packages/engine/src/manifests/manifest';
import { readManifests } from '../../packages/engine/src/manifests/read';
import { ROOT } from '../repository';

// biome-ignore lint/suspicious/noExplicitAny: manifests of many kinds
type Any = any;

/** The table of docs/images.md: images by name, and charts. */
const rows = [
  ...readFileSync(join(ROOT, 'docs/images.md'), 'utf8').matchAll(/^\| (chart )?`([^`]+)` \| (.+) \|$/gm),
].map(([, chart = '', pattern = '', because = '']) => ({ pattern: `${chart}${pattern}`, because }));

const matches = (pattern: string, name: string) =>
  new RegExp(`^${pattern.split('*').map(escaped).join('.*')}$`).test(name);

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

/** What runs, as `repository:tag@digest`, or as `chart name` where the chart says which image. */
function imagesOf(manifest: Manifest): string[] {
  const { kind, spec } = manifest as Any;
  const texts = [
    ...JSON.stringify(manifest).matchAll(/\bimage(?:\\?"|'|): ?(?:\\?"|'|)([\w.-]+(?:\/[\w.-]+)+[:@][\w.:@-]+)/g),
  ];
  return [
    ...texts.map(([, image = '']) => image),
    ...(typeof spec?.package === 'string' ? [spec.package] : []),
    ...(kind === 'Application' ? (spec.sources ?? [spec.source]).flatMap(imagesOfChart) : []),
  ];
}

function imagesOfChart({ chart, path = '', helm }: Any): string[] {
  if (!helm) return [];
  const name = String(chart ?? path)
    .split('/')
    .at(-1);
  const found: string[] = [];
  const collect = (value: Any) => {
    if (typeof value !== 'object' || value === null) return;
    if (typeof value.tag === 'string')
      found.push(value.repository || value.tag.includes('@') ? `${value.repository}:${value.tag}` : `chart ${name}`);
    for (const inner of Object.values(value)) collect(inner);
  };
  collect(helm.valuesObject);
  return found.length > 0 ? found : [`chart ${name}`];
}

/** Without tag and digest. */
const nameOf = (image: string) => image.replace(/@.*$/, '').replace(/:[\w.-]+$/, '');
const isPinned = (image: string) => /@sha256:[0-9a-f]{64}$/.test(image);
const unpinned = (images: readonly string[]) =>
  images.filter((image) => !isPinned(image) && !rows.some(({ pattern }) => matches(pattern, nameOf(image))));

describe('images', () => {
  const images = environments.flatMap(({ name }) => readManifests(join(ROOT, 'dist', name)).flatMap(imagesOf));

  test('GIVEN every image in dist WHEN it has no digest THEN docs/images.md says why', () => {
    expect(images.length).toBeGreaterThan(100);
    expect([...new Set(unpinned(images))]).toEqual([]);
  });

  test('GIVEN rows of docs/images.md WHEN no image needs one any more THEN it goes', () => {
    expect(rows.length).toBeGreaterThan(5);
    const needed = images.filter((image) => !isPinned(image)).map(nameOf);
    expect(rows.filter(({ pattern }) => !needed.some((name) => matches(pattern, name)))).toEqual([]);
  });

  test.each([
    [
      'in a Pod',
      { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { containers: [{ image: 'docker.io/a/b:1' }] } },
    ],
    [
      "in text, as Jenkins' templates are",
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'a' },
        data: { 'cloud.yaml': '- image: docker.io/a/b:1\n' },
      },
    ],
    [
      'as a package',
      {
        apiVersion: 'pkg.crossplane.io/v1',
        kind: 'Provider',
        metadata: { name: 'a' },
        spec: { package: 'docker.io/a/b:1' },
      },
    ],
    [
      'as values of a chart',
      {
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Application',
        metadata: { name: 'a' },
        spec: { source: { chart: 'a', helm: { valuesObject: { image: { repository: 'docker.io/a/b', tag: '1' } } } } },
      },
    ],
  ])('GIVEN an image %s that nobody has listed WHEN it is looked for THEN it is told', (_, manifest) => {
    expect(unpinned(imagesOf(manifest as Manifest))).toEqual(['docker.io/a/b:1']);
  });

  test('GIVEN a chart of which nothing is said WHEN it is looked for THEN it is told', () => {
    const source = { chart: 'unheard-of', helm: { valuesObject: {} } };
    const manifest = {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name: 'a' },
      spec: { source },
    };
    expect(unpinned(imagesOf(manifest as Manifest))).toEqual(['chart unheard-of']);
  });
});
