import type { Place } from '../aws/arn';
import { arnOf } from '../aws/physical';
import { groupOf, kindKey, type Manifest } from '../manifests/manifest';

/** One object mentions another. */
export interface Reference {
  readonly from: Manifest;
  readonly to: Manifest;
  /** The field that mentions it, such as `spec.topicRef`. */
  readonly path: string;
  /** Whether AWS or a controller needs the other object to exist first. A policy may speak of objects that do not exist yet. */
  readonly needed: boolean;
}

type Json = unknown;

/** An ARN of an account's object, up to what ends it inside JSON or text. */
const ARN = /arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:\d{12}:[^\s"'`\\,;)}\]]+/g;

/** Reference fields whose name does not say which kind they mean. */
const TARGET_KINDS: Readonly<Record<string, string>> = {
  'schemas.aws.m.upbound.io/Discoverer.sourceArnRef': 'cloudwatchevents.aws.m.upbound.io/Bus',
};

/** Fields that look like references to objects of the tree and are none. */
const NOT_REFERENCES = new Set(['providerConfigRef', 'writeConnectionSecretToRef']);

/** Every mention of one object by another: ACK and Crossplane references, Argo CD projects, and ARNs in any string. */
export function references(manifests: readonly Manifest[], home: Place): Reference[] {
  const index = new Index(manifests, home);
  return manifests.flatMap((manifest) => {
    const found: Reference[] = [];
    const add = (to: Manifest | undefined, path: string, needed: boolean) => {
      if (to && to !== manifest) found.push({ from: manifest, to, path, needed });
    };
    visit(manifest['spec'], 'spec', (field, value, path) => {
      if (typeof value === 'string') {
        if (value.includes('arn:')) for (const { arn, needed } of mentions(value)) add(index.byArn(arn), path, needed);
        if (field === 'project' && kindKey(manifest) === 'argoproj.io/Application')
          add(index.project(value), path, true);
      } else if (/Refs?$/.test(field) && !NOT_REFERENCES.has(field)) {
        for (const name of referencedNames(value)) add(index.byReference(manifest, field, name), path, true);
      }
    });
    return found;
  });
}

/** In a policy only principals must exist: AWS refuses to save an unknown one, and takes any resource and condition. */
function mentions(text: string): { arn: string; needed: boolean }[] {
  const arns = text.match(ARN) ?? [];
  if (!isPolicy(text)) return arns.map((arn) => ({ arn, needed: true }));
  const principals = text.includes('"AWS":') ? JSON.stringify(principalsOf(text)) : '';
  return arns.map((arn) => ({ arn, needed: principals.includes(arn) }));
}

function isPolicy(text: string): boolean {
  return text.startsWith('{') && (text.includes('"Statement":') || text.includes('"redrivePermission":'));
}

function principalsOf(text: string): Json[] {
  try {
    const { Statement = [] } = JSON.parse(text) as { Statement?: { Principal?: Json }[] };
    return [Statement].flat().map(({ Principal }) => Principal);
  } catch {
    return [];
  }
}

/** The names in `{ from: { name } }` (ACK), `{ name }` (Crossplane), or a list of either. */
function referencedNames(value: Json): string[] {
  return [value].flat().flatMap((item) => {
    const { from, name } = (item ?? {}) as { from?: { name?: Json }; name?: Json };
    const found = from?.name ?? name;
    return typeof found === 'string' ? [found] : [];
  });
}

function visit(value: Json, path: string, onField: (field: string, value: Json, path: string) => void): void {
  if (value === null || typeof value !== 'object') return;
  const isList = Array.isArray(value);
  for (const [key, part] of Object.entries(value)) {
    const here = isList ? `${path}[${key}]` : `${path}.${key}`;
    onField(key, part, here);
    visit(part, here, onField);
  }
}

class Index {
  private readonly arns = new Map<string, Manifest>();
  private readonly names = new Map<string, Manifest[]>();

  constructor(manifests: readonly Manifest[], home: Place) {
    for (const manifest of manifests) {
      const arn = arnOf(manifest, home);
      if (arn) this.arns.set(arn, manifest);
      const key = nameKey(manifest.metadata.namespace, manifest.metadata.name);
      const twins = this.names.get(key);
      if (twins) twins.push(manifest);
      else this.names.set(key, [manifest]);
    }
  }

  byArn(arn: string): Manifest | undefined {
    return this.arns.get(arn);
  }

  project(name: string): Manifest | undefined {
    return (
      this.named(undefined, name).find(({ kind }) => kind === 'AppProject') ??
      this.named('argocd', name).find(({ kind }) => kind === 'AppProject')
    );
  }

  /** The object of that name whose kind the field means: the field's own group first, then its family. */
  byReference(from: Manifest, field: string, name: string): Manifest | undefined {
    const candidates = this.named(from.metadata.namespace, name);
    const target = TARGET_KINDS[`${kindKey(from)}.${field}`];
    if (target) return candidates.find((to) => kindKey(to) === target);
    const base = field.replace(/(?:Arn|Id|Name|ARN|ID)?Refs?$/, '').toLowerCase();
    const fitting = candidates.filter(
      (to) => to !== from && familyOf(to) === familyOf(from) && base.endsWith(to.kind.toLowerCase()),
    );
    return fitting.find((to) => groupOf(to) === groupOf(from)) ?? fitting[0];
  }

  private named(namespace: string | undefined, name: string): readonly Manifest[] {
    return this.names.get(nameKey(namespace, name)) ?? [];
  }
}

function nameKey(namespace: string | undefined, name: string): string {
  return `${namespace ?? ''}/${name}`;
}

/** References stay within a family of controllers. */
function familyOf(manifest: Manifest): 'ack' | 'crossplane' | 'other' {
  const group = groupOf(manifest);
  if (group.endsWith('.services.k8s.aws')) return 'ack';
  return group.endsWith('.upbound.io') ? 'crossplane' : 'other';
}
