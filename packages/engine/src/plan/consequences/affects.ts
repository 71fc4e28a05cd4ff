import { awsNameOf } from '../../aws';
import { resourcesOf, untemplated } from '../../kro';
import { isManifest, type Manifest, objectKey } from '../../manifests';
import { mentionsOf, ObjectIndex } from '../../references';
import { guessHome } from '../../relations';
import { identityOf } from '../effects/change';
import type { AffectedObject, Change, Effect } from '../model';
import type { EnvironmentPlan } from '../plan';
import { isResourceGraphDoc } from '../resource-graphs';
import type { Doc } from '../source/documents';

/** Effects that others feel. What is refused changes nothing for them. */
const DISRUPTIVE_EFFECTS = new Set<Effect>(['disrupt', 'unknown', 'replace', 'orphan', 'destroy']);

/** By object key, the objects of the head that speak of one that others feel the change of, each by one field. */
export function affectedObjects({ changes, head }: EnvironmentPlan): ReadonlyMap<Change, readonly AffectedObject[]> {
  const felt = changes.filter(({ change }) => DISRUPTIVE_EFFECTS.has(change.effect));
  const all = new Map<Change, AffectedObject[]>();
  if (felt.length === 0) return all;
  const targets = new Map<Manifest, Change>();
  for (const { change, pair } of felt) {
    if (pair.old) targets.set(pair.old.manifest, change);
    if (pair.now) targets.set(pair.now.manifest, change);
  }
  const lookup = new ObjectIndex([...targets.keys()], guessHome(head.map(({ text }) => text)));
  const isNamed = namedBy([...targets.keys()]);
  for (const doc of head)
    if (isNamed(doc.text))
      for (const { manifest, made } of mentioningObjects(doc))
        for (const mention of mentionsOf(manifest))
          for (const target of lookup.resolve(mention))
            add(targets.get(target)!, { manifest: made, path: mention.path }, all);
  return all;
}

const WORD = /[\w-]+/g;

/** Tells documents that may name one of the objects by their words: hundreds of names cost no more than one. */
function namedBy(targets: readonly Manifest[]): (text: string) => boolean {
  const names = targets.flatMap((manifest) => [manifest.metadata.name, awsNameOf(manifest) ?? []].flat());
  // of a name with dots or slashes its longest word
  const words = new Set(
    names.map((name) =>
      (name.match(WORD) ?? []).reduce((longest, word) => (word.length > longest.length ? word : longest), ''),
    ),
  );
  return (text) => {
    WORD.lastIndex = 0;
    for (let match = WORD.exec(text); match; match = WORD.exec(text)) if (words.has(match[0])) return true;
    return false;
  };
}

/** What a document says, and for a graph what it makes says: a graph's own references count for what it makes. */
function mentioningObjects(doc: Doc): { manifest: Manifest; made: Manifest }[] {
  const own = { manifest: doc.manifest, made: doc.manifest };
  if (!isResourceGraphDoc(doc)) return [own];
  const templates = resourcesOf(doc.manifest).flatMap(({ template }) => {
    const made = template && (JSON.parse(untemplatedJson(template)) as unknown);
    return isManifest(made) ? [made] : [];
  });
  return [
    ...templates.map((made) => ({ manifest: made, made })),
    ...templates.slice(0, 1).map((made) => ({ manifest: doc.manifest, made })),
  ];
}

function untemplatedJson(template: Manifest): string {
  return JSON.stringify(template, (_, value: unknown) => (typeof value === 'string' ? untemplated(value) : value));
}

function add(
  change: Change,
  { manifest, path }: { manifest: Manifest; path: string },
  all: Map<Change, AffectedObject[]>,
): void {
  const identity = identityOf(manifest);
  const isItself =
    identity.kind === change.kind && identity.name === change.name && identity.namespace === change.namespace;
  const consumers = all.get(change) ?? [];
  const key = objectKey(manifest);
  if (isItself || consumers.some((one) => keyOf(one) === key)) return;
  all.set(change, [...consumers, { ...identity, path, breaks: breaks(change) }]);
}

function keyOf({ apiVersion, kind, namespace, name }: AffectedObject): string {
  return objectKey({ apiVersion, kind, metadata: { name, namespace } });
}

function breaks({ effect, kind, name }: Change): string {
  switch (effect) {
    case 'destroy':
      return `it leads to nothing when the ${kind} ${name} is gone: what has it stops working, or cannot be made again`;
    case 'orphan':
      return 'it still works in AWS; a reference to the object in the cluster no longer resolves once it is gone there';
    case 'replace':
      return 'it keeps to the object that is there, and has to move when another takes its place';
    default:
      return `it is interrupted while the ${kind} ${name} changes`;
  }
}
