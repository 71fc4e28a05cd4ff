import { knownOf } from '../../aws';
import { kindKey, type Manifest } from '../../manifests';
import { familyOf } from '../../references';
import { isObject, type Json } from '../../schema';
import type { Difference } from '../compare/differences';
import type { Verdict } from '../model';
import { reviewed } from '../reviewed';
import { CLOUD_CONTROL, cloudControlVerdict } from './cloud-control';
import { cloudFormationPage, type KindFacts, kindFactsOf, longestMatch, patternOf } from './kind-facts';

/** https://github.com/crossplane/upjet/blob/main/pkg/controller/external_tfpluginsdk.go (assertNoForceNew) */
const UPJET = 'https://github.com/crossplane/upjet/blob/main/pkg/controller/external_tfpluginsdk.go';

/** CloudFormation makes some objects anew for other tags; every service has a call that changes them. */
const TAGS = /^tags(?:$|[.[])/;
const TAGGING = 'https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html';

/** What AWS, and the controller that asks it, do with a change of a field of an AWS object. */
export function awsVerdict(manifest: Manifest, difference: Difference): Verdict {
  const key = kindKey(manifest);
  if (key === CLOUD_CONTROL) return cloudControlVerdict(manifest, difference);
  const path = difference.path.replace(/^spec\.(?:forProvider\.)?/, '');
  const ownRule = ruleVerdict(manifest, { ...difference, path });
  if (ownRule) return ownRule;
  const fieldEffect = longestMatch(reviewed[key], path);
  const said =
    typeof fieldEffect?.value === 'function' ? fieldEffect.value(difference.from, difference.to) : fieldEffect?.value;
  const facts = kindFactsOf(key);
  if (TAGS.test(path) && !facts?.forceNew?.includes('tags'))
    return { effect: 'update', reason: 'Tags change in place', source: TAGGING };
  const known = facts && fixedVerdict(manifest, facts, { ...difference, path });
  // what is said of the inner field weighs more
  if (said && !(known?.verdict.effect === 'replace' && fieldEffect!.field.length < known.field.length)) return said;
  if (known) return known.verdict;
  const property = longestMatch(facts?.fields, path);
  if (property && facts?.type) return changedInPlace(facts.type, property.value.replace(/[!?]$/, ''));
  if (!facts && !knownOf(key))
    return {
      effect: 'unknown',
      reason: `nothing is known of ${key}: whether AWS changes ${path} in place, makes another object or refuses, nobody has looked`,
      source: controllerPage(manifest),
    };
  return {
    effect: 'update',
    reason: `${familyName(manifest)} changes it in place; CloudFormation has no property for it`,
    source: facts?.type ? cloudFormationPage(facts.type) : controllerPage(manifest, facts),
  };
}

/** What the CRD of a kind refuses that is not imported; of others its schema has told already. */
function ruleVerdict(manifest: Manifest, { path, from, to }: Difference): Verdict | undefined {
  const rules = kindFactsOf(kindKey(manifest))?.transitions;
  if (!rules || from === undefined || to === undefined) return undefined;
  const rule = longestMatch(Object.fromEntries(rules.map((field) => [field, true])), path);
  return (
    rule && {
      effect: 'blocked',
      reason: `the Kubernetes API refuses it: ${path}: the CRD keeps ${rule.field} as it is (self == oldSelf); nothing of the object changes until the field is put back`,
      source: `CustomResourceDefinition of ${kindKey(manifest)}, x-kubernetes-validations`,
    }
  );
}

function changedInPlace(type: string, property: string): Verdict {
  return {
    effect: 'update',
    reason: `AWS changes ${property} of ${article(nameOf(type))} in place`,
    source: cloudFormationPage(type, property),
  };
}

/** What AWS's data say, and of which field. */
interface Known {
  readonly field: string;
  readonly verdict: Verdict;
}

/** A field that AWS cannot change, which may stand inside the one that differs. */
function fixedVerdict(manifest: Manifest, facts: KindFacts, difference: Difference): Known | undefined {
  const own = fixedFieldOf(manifest, facts, difference.path);
  if (own) return own;
  if (
    !isObject(difference.from ?? null) &&
    !isObject(difference.to ?? null) &&
    !Array.isArray(difference.from ?? difference.to)
  )
    return undefined;
  // a part that comes or goes as a whole takes what is fixed in it along
  const inner = [...fixedPatterns(facts)].filter(
    (pattern) =>
      pattern.startsWith(`${patternOf(difference.path)}.`) || pattern.startsWith(`${patternOf(difference.path)}[]`),
  );
  const there = inner.find(
    (pattern) =>
      holds(difference.from, pattern.slice(patternOf(difference.path).length)) ||
      holds(difference.to, pattern.slice(patternOf(difference.path).length)),
  );
  // an item of a list is made or removed, not changed
  if (there === undefined || /\[\w+\]$/.test(difference.path) || there.includes('[]')) return undefined;
  return fixedFieldOf(manifest, facts, there);
}

function* fixedPatterns({ fields = {}, forceNew = [], immutable = [] }: KindFacts): Generator<string> {
  for (const [path, property] of Object.entries(fields)) if (/[!?]$/.test(property)) yield path;
  yield* forceNew;
  yield* immutable;
}

function holds(value: Json | undefined, pattern: string): boolean {
  const parts = pattern.replace(/^\./, '').split('.');
  return parts.reduce<Json | undefined>((part, name) => (isObject(part) ? part[name] : undefined), value) !== undefined;
}

function fixedFieldOf(manifest: Manifest, facts: KindFacts, path: string): Known | undefined {
  const family = familyOf(manifest);
  const name = nameOf(facts.type ?? manifest.kind);
  const property = longestMatch(facts.fields, path);
  const page = facts.type
    ? cloudFormationPage(facts.type, property?.value.replace(/[!?]$/, ''))
    : controllerPage(manifest, facts);
  const forced = longestMatch(Object.fromEntries((facts.forceNew ?? []).map((field) => [field, true])), path);
  const immutable = longestMatch(Object.fromEntries((facts.immutable ?? []).map((field) => [field, true])), path);
  if (forced)
    return {
      field: forced.field,
      verdict: {
        effect: 'replace',
        reason: `AWS cannot change ${forced.field} of ${article(name)}: Crossplane refuses the whole update ("refuse to update the external resource because the following update requires replacing it"), Synced=False; nothing in AWS changes until the field is put back`,
        source: facts.type && property?.value.endsWith('!') ? page : UPJET,
      },
    };
  if (property?.value.endsWith('!')) {
    const says =
      family === 'ack'
        ? ackRefusal(facts, property.field, name)
        : `the update fails, Synced=False, and the object stays as it was`;
    return {
      field: property.field,
      verdict: {
        effect: 'replace',
        reason: `AWS cannot change ${property.value.slice(0, -1)} of ${article(name)}: ${says}`,
        source: page,
      },
    };
  }
  if (immutable)
    return {
      field: immutable.field,
      verdict: {
        effect: 'replace',
        reason: `ACK takes ${immutable.field} as immutable: it stops with ACK.Terminal, and nothing in AWS changes until the field is put back`,
        source: page,
      },
    };
  if (property?.value.endsWith('?'))
    return {
      field: property.field,
      verdict: {
        effect: 'disrupt',
        reason: `AWS interrupts or replaces ${article(name)} when ${property.value.slice(0, -1)} changes, depending on its values`,
        source: page,
      },
    };
  return undefined;
}

function ackRefusal(facts: KindFacts, field: string, name: string): string {
  if (facts.readBy?.includes(field))
    return `ACK looks the ${name} up by ${field}, finds none of the new value and makes a second one; the first stays in AWS with what it holds, managed by nobody`;
  return 'ACK stops with ACK.Terminal when AWS refuses, or reports a difference that never goes away; the object in AWS stays as it was';
}

export function controllerPage(manifest: Manifest, facts?: KindFacts): string {
  if (facts?.terraform)
    return `https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/${facts.terraform.replace(/^aws_/, '')}`;
  const service = kindKey(manifest).split('.')[0]!;
  return `https://aws-controllers-k8s.github.io/docs/api-reference/${service}/${manifest.kind.toLowerCase()}`;
}

function familyName(manifest: Manifest): string {
  return familyOf(manifest) === 'ack' ? 'ACK' : 'Crossplane';
}

/** `DBCluster` of `AWS::RDS::DBCluster`. */
export function nameOf(type: string): string {
  return type.split('::').at(-1)!;
}

function article(name: string): string {
  return /^(?:[AEIO]|U[^SRT]|API|S3|SNS|SQS)/.test(name) ? `an ${name}` : `a ${name}`;
}
