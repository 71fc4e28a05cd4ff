import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { RE2JS } from 're2js';
import { addOnsOf } from '../bootstrap/add-ons';
import { DIGESTS } from '../constructs/kubernetes/image-digests';
import { environments } from '../environments';
import { readSources } from '../packages/engine/src/manifests/documents';
import { isRecord } from '../packages/engine/src/manifests/fields';
import renovate from '../renovate.json';
import { ROOT } from './repository';

/** A version that something is told to run at. */
interface Pin {
  /** Of what: an image, a chart behind its repository, a repository, a field. */
  readonly of: string;
  readonly value: string;
}

interface Expressions {
  readonly matchStrings: readonly string[];
  readonly matchStringsStrategy?: string;
}

interface Manager extends Expressions {
  readonly description: string;
  readonly managerFilePatterns: readonly string[];
  readonly datasourceTemplate: string;
  readonly depNameTemplate?: string;
  readonly packageNameTemplate?: string;
}

interface Dependency {
  /** With its registry, where that is a place of its own. */
  readonly name: string;
  /** As Renovate's rules know it. */
  readonly shortName: string;
  readonly package: string;
  readonly value: string;
  readonly digest?: string;
  readonly file: string;
  readonly manager: string;
}

/** Pins that follow another one of the repository: charts and images of what its CRDs are imported from. */
const FOLLOWERS: readonly (readonly [of: RegExp, dependency: string])[] = [
  [/^public\.ecr\.aws\/aws-controllers-k8s\/([a-z0-9]+)-(?:chart|controller)$/, 'aws-controllers-k8s/$1-controller'],
  [/^https:\/\/github\.com\/([^/]+\/[^/]+)$/, '$1'],
  [/^chart argo-rollouts image$/, 'argoproj/argo-rollouts'],
  [
    /^(?:https:\/\/charts\.crossplane\.io\/stable|xpkg\.crossplane\.io\/crossplane)\/crossplane$/,
    'crossplane/crossplane',
  ],
  [/^xpkg\.upbound\.io\/upbound\/provider-(?:family-)?aws(?:-[a-z0-9]+)?$/, 'crossplane-contrib/provider-upjet-aws'],
  [
    /^(?:https:\/\/charts\.external-secrets\.io|ghcr\.io\/external-secrets)\/external-secrets$/,
    'external-secrets/external-secrets',
  ],
  [
    /^(?:https:\/\/aws\.github\.io\/eks-charts|public\.ecr\.aws\/eks)\/aws-load-balancer-controller$/,
    'kubernetes-sigs/aws-load-balancer-controller',
  ],
  [/^public\.ecr\.aws\/karpenter\/karpenter(?:-crd)?$/, 'aws/karpenter-provider-aws'],
  [/^registry\.k8s\.io\/kro\/(?:charts\/)?kro$/, 'kubernetes-sigs/kro'],
  [/^chart kube-prometheus-stack image$/, 'prometheus-operator/prometheus-operator'],
  [/^engineVersion of (?:DBCluster|GlobalCluster)$/, 'aurora-postgresql'],
  [/^alias of EC2NodeClass$/, 'awslabs/amazon-eks-ami'],
  [/^version of PrometheusAgent$/, 'quay.io/prometheus/prometheus'],
];

/** Pins that no manager could raise. */
const EXCEPTIONS: readonly { readonly of: RegExp; readonly because: string }[] = [
  {
    of: /^\d{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com\//,
    because: "the platform's own images: a release writes their digests (docs/rollouts.md)",
  },
  {
    of: /^runtime of Function$/,
    because:
      'no datasource knows the runtimes of Lambda; AWS announces their ends: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html',
  },
  {
    of: /^engineVersion of ReplicationGroup$/,
    because: 'no datasource knows the versions of ElastiCache; minor ones come by autoMinorVersionUpgrade',
  },
  {
    of: /^engineVersion of ReplicationInstance$/,
    because:
      'no datasource knows the versions of DMS: https://docs.aws.amazon.com/dms/latest/userguide/CHAP_ReleaseNotes.html',
  },
  {
    of: /^aws\/codebuild\//,
    because:
      "CodeBuild's own images are in no registry: https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-available.html",
  },
];

/** Fields that are called like a version and are none that anybody releases. */
const NO_PINS: readonly { readonly field: RegExp; readonly value: RegExp; readonly because: string }[] = [
  { field: /^apiVersion$/, value: /./, because: 'the version of a kind: its CRD has it' },
  { field: /^version$/, value: /^v\d+(?:(?:alpha|beta)\d+)?$/, because: 'the version of a kind' },
  { field: /^[vV]ersion$/, value: /^20\d\d-\d\d-\d\d$/, because: "the version of a policy's or template's language" },
  {
    field: /^version$/,
    value: /^(?:0\.2|\d+)$/,
    because: "of a buildspec's language, or the number of something that AWS counts",
  },
  {
    field: /^(?:defaultVersion|signatureVersion|RuleVersion|payloadFormatVersion|schemaVersion)$/,
    value: /./,
    because: 'formats',
  },
  { field: /(?:[pP]rotocol|[pP]rotocol_|http)[vV]ersion$/, value: /./, because: 'protocols' },
];

/** How fields are called that say a version. */
const VERSION_FIELD = /(?:version|tag|digest|runtime|image|package|revision|alias|release)$/i;
const OWN = 'https://github.com/company/aws-platform.git';

const managers = renovate.customManagers as readonly Manager[];
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && !/^(?:dist|imports)\//.test(file));
const dependencies = managers.flatMap((manager) => dependenciesOf(manager));

describe('renovate.json', () => {
  test.each(managers.map((manager) => [manager.description, manager] as const))(
    'GIVEN the manager for %s WHEN its expressions run THEN RE2 takes them, and they find something',
    (_, manager) => {
      for (const expression of manager.matchStrings) expect(() => RE2JS.compile(expression)).not.toThrow();
      expect(dependenciesOf(manager)).not.toEqual([]);
    },
  );

  test('GIVEN every version in dist/production WHEN managers look for it THEN one raises it, or a reason says why none can', () => {
    const pins = pinsOf('dist/production');
    expect(pins.length).toBeGreaterThan(150);
    expect(pins.filter((pin) => !isRaised(pin)).map(({ of, value }) => `${of} ${value}`)).toEqual([]);
  });

  test('GIVEN the add-ons of the bootstrap WHEN managers look for them THEN each is asked for with its version of Kubernetes', () => {
    for (const environment of environments)
      for (const { name, version } of addOnsOf(environment))
        expect(dependencies).toContainEqual({
          name,
          shortName: name,
          package: JSON.stringify({ kubernetesVersion: environment.cluster.version, addonName: name }),
          value: version,
          file: 'bootstrap/add-ons.ts',
          manager: expect.stringContaining('EKS add-ons'),
        });
  });

  test('GIVEN the versions that environments choose WHEN managers look for them THEN they find those of each', () => {
    for (const { name, cluster, database, compute } of environments) {
      const file = `environments/${name}.ts`;
      for (const value of [cluster.version, database.engineVersion, compute.karpenter.imageRelease])
        expect(dependencies.filter((one) => one.file === file).map((one) => one.value)).toContain(value);
    }
  });

  test('GIVEN the plugins of Jenkins WHEN managers look for them THEN they find each with its version', () => {
    const lines = readFileSync(join(ROOT, 'dist/production/delivery/jenkins.yaml'), 'utf8').match(
      /^ {2}plugins\.txt: \|\n((?: {4}.+\n)+)/m,
    )![1]!;
    const plugins = lines.trim().split(/\s+/);
    expect(plugins.length).toBeGreaterThan(50);
    const known = new Set(dependencies.map(({ name, value }) => `${name}:${value}`));
    expect(plugins.filter((plugin) => !known.has(plugin))).toEqual([]);
  });

  test('GIVEN reasons for what is not raised WHEN dist has nothing of the kind THEN they go', () => {
    const pins = pinsOf('dist/production');
    expect(EXCEPTIONS.filter(({ of }) => !pins.some((pin) => of.test(pin.of)))).toEqual([]);
    expect(FOLLOWERS.filter(([of]) => !pins.some((pin) => of.test(pin.of))).map(([of]) => of.source)).toEqual([]);
  });

  test('GIVEN an image that no manager knows WHEN it is looked for THEN it is told', () => {
    expect(isRaised({ of: 'docker.io/somebody/something', value: '1.2.3' })).toBe(false);
    expect(isRaised({ of: 'docker.io/amazon/aws-cli', value: '0.0.1' })).toBe(false);
  });

  test('GIVEN rules for dependencies WHEN they name one THEN there is one', () => {
    const names = new Set(dependencies.map(({ shortName }) => shortName));
    const named = renovate.packageRules.flatMap((rule) => ('matchDepNames' in rule ? (rule.matchDepNames ?? []) : []));
    expect(named.filter((name) => !names.has(name.replace(/^!/, '')))).toEqual([]);
  });

  test('GIVEN workflows WHEN they use actions THEN each is a commit with its version beside it, which Renovate reads', () => {
    const uses = files
      .filter((file) => file.startsWith('.github/workflows/'))
      .flatMap((file) => readFileSync(join(ROOT, file), 'utf8').match(/uses: .*/g) ?? []);
    expect(uses).not.toEqual([]);
    expect(uses.filter((use) => !/^uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(use))).toEqual([]);
  });
});

/** https://docs.renovatebot.com/configuration-options/#matchstringsstrategy: `any`, the default, and `recursive`. */
function dependenciesOf(manager: Manager): Dependency[] {
  const patterns = manager.managerFilePatterns.map((pattern) => new RegExp(/^\/(.*)\/$/.exec(pattern)![1]!));
  return files
    .filter((file) => patterns.some((pattern) => pattern.test(file)))
    .flatMap((file) =>
      groupsIn(manager, readFileSync(join(ROOT, file), 'utf8')).map((groups): Dependency => {
        const name = filled(manager.depNameTemplate, groups) ?? groups['depName']!;
        return {
          name: groups['registryUrl'] ? `${groups['registryUrl']}/${name}` : name,
          shortName: name,
          package: filled(manager.packageNameTemplate, groups) ?? name,
          value: groups['currentValue']!,
          ...(groups['currentDigest'] && { digest: groups['currentDigest'] }),
          file,
          manager: manager.description,
        };
      }),
    );
}

function groupsIn({ matchStrings, matchStringsStrategy }: Expressions, text: string): Record<string, string>[] {
  const all = (expression: string, part: string) => [...part.matchAll(new RegExp(expression, 'g'))];
  if (matchStringsStrategy !== 'recursive')
    return matchStrings.flatMap((expression) => all(expression, text).map(({ groups }) => ({ ...groups })));
  const [first = '', ...rest] = matchStrings;
  return all(first, text).flatMap((match) =>
    rest.length === 0
      ? [{ ...match.groups }]
      : groupsIn({ matchStrings: rest, matchStringsStrategy }, match[0]).map((groups) => ({
          ...match.groups,
          ...groups,
        })),
  );
}

function filled(template: string | undefined, groups: Readonly<Record<string, string>>): string | undefined {
  return template?.replace(/\{\{\{(\w+)\}\}\}/g, (_, name: string) => groups[name]!);
}

function isRaised({ of, value }: Pin): boolean {
  if (EXCEPTIONS.some((exception) => exception.of.test(of))) return true;
  const follower = FOLLOWERS.find(([pattern]) => pattern.test(of));
  const name = follower ? of.replace(...follower) : of;
  const [version = '', digest] = value.split('@');
  return dependencies.some(
    (one) =>
      one.name === name &&
      plain(one.value) === plain(version) &&
      (digest === undefined || one.digest === digest || isLookedUp(version, digest)),
  );
}

/**
 * A digest that stands beside the version it was looked up for, and goes with it: test/dist/images.test.ts asks for the
 * next one.
 */
function isLookedUp(version: string, digest: string): boolean {
  return Object.entries(DIGESTS).some(([image, known]) => known === digest && image.endsWith(`:${version}`));
}

/** Charts leave the letter out that tags have, and one image is a variant. */
function plain(version: string): string {
  return version.replace(/^v/, '').replace(/-distroless$/, '');
}

/** Everything below a folder that says a version. */
function pinsOf(folder: string): Pin[] {
  const pins: Pin[] = [];
  for (const { text } of readSources([join(ROOT, folder)], () => Buffer.alloc(0)))
    for (const document of loadAll(text)) collect(document, String((document as { kind: unknown }).kind), '', pins);
  return pins;
}

function collect(value: unknown, kind: string, chart: string, pins: Pin[]): void {
  if (typeof value === 'string') {
    for (const part of structured(value)) collect(part, kind, chart, pins);
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, kind, chart, pins);
  } else if (isRecord(value)) {
    // the kinds in kro's graphs, and the charts of Applications
    const own = typeof value['apiVersion'] === 'string' && typeof value['kind'] === 'string' ? value['kind'] : kind;
    const inside = typeof value['chart'] === 'string' ? value['chart'] : chart;
    for (const [field, content] of Object.entries(value)) {
      if (VERSION_FIELD.test(field) && (typeof content === 'string' || typeof content === 'number'))
        pins.push(...pinIn(field, String(content), value, own, inside));
      collect(content, own, inside, pins);
    }
  }
}

function pinIn(
  field: string,
  content: string,
  around: Readonly<Record<string, unknown>>,
  kind: string,
  chart: string,
): Pin[] {
  if (!/\d/.test(content) || content.includes('\n')) return [];
  if (NO_PINS.some((one) => one.field.test(field) && one.value.test(content))) return [];
  if (field === 'targetRevision') {
    const repository = String(around['repoURL']);
    return repository === OWN
      ? []
      : [{ of: around['chart'] ? `${repository}/${around['chart']}` : repository, value: content }];
  }
  // Amazon Linux, at a release
  if (field === 'alias') return [{ of: `alias of ${kind}`, value: content.split('@')[1] ?? content }];
  const image = /^([^:@]+\/[^:@]+):([^@]+(?:@sha256:\w+)?)$/.exec(content);
  if (image && /^(?:image|package)$/.test(field)) return [{ of: image[1]!, value: image[2]! }];
  if (field === 'tag') return [{ of: String(around['repository'] ?? `chart ${chart} image`), value: content }];
  return [{ of: `${field} of ${kind}`, value: content }];
}

/** What a text holds that is JSON or YAML itself. */
function structured(text: string): unknown[] {
  if (!text.includes('\n') && !/^\s*[[{]/.test(text)) return [];
  try {
    return (loadAll(text) as unknown[]).filter((part) => typeof part === 'object');
  } catch {
    return [];
  }
}
