import type { InUse, KindInUse, UpstreamRelease } from '@aws-platform/engine/aws';

/**
 * The release that kinds of one controller were imported from, so that types, schemas and controller agree. Throws
 * where there is none, or more than one.
 */
export function releaseOf(kinds: readonly KindInUse[], repository: string): UpstreamRelease {
  const [first, ...others] = kinds.map((kind) => importedFrom(kind, repository));
  if (!first) throw new Error(`${repository}: no kind of it is in use`);
  const other = others.find(({ tag }) => tag !== first.tag);
  if (other)
    throw new Error(
      `cdk8s.yaml: ${repository} is imported at ${first.tag} and at ${other.tag}, but its controller has one version`,
    );
  return first;
}

function importedFrom({ group, kind, example, release }: KindInUse, repository: string): UpstreamRelease {
  if (!release)
    throw new Error(`${example}: ${group}/${kind} is in no file of cdk8s.yaml, so its controller has no version`);
  if (release.repository !== repository)
    throw new Error(
      `${example}: ${group}/${kind} is imported from ${release.repository}, but ${repository} has its controller`,
    );
  return release;
}

/** The release of a CRD whose kind only the controllers' own charts use. */
export function releaseOfCrd({ releases }: InUse, name: string): UpstreamRelease {
  const release = releases.get(name);
  if (!release) throw new Error(`cdk8s.yaml: the CRD ${name} is in no file of it, so its controller has no version`);
  return release;
}

/** `1.6.1` of the tag `v1.6.1`: most charts have versions without the letter. */
export function versionOf({ tag }: UpstreamRelease): string {
  return tag.replace(/^v/, '');
}
