import type { Finding } from '../../api-server';
import { kindKey, type Manifest, read } from '../../manifests';
import { familyOf } from '../../references';
import type { Json } from '../../schema';
import type { Difference } from '../compare/differences';
import type { FieldChange, Verdict } from '../model';
import { awsVerdict } from './aws';
import { clusterVerdict } from './cluster';
import { crossplaneVerdict } from './crossplane';
import { FindingsAt } from './findings-at';
import { metadataVerdict } from './metadata';

/** What each difference does, and what the API has against the object. */
export function fieldChanges(
  manifest: Manifest,
  differences: readonly Difference[],
  findings: readonly Finding[],
  old?: Manifest,
): FieldChange[] {
  const used = new Set<Finding>();
  const about = new FindingsAt(findings);
  const fields = differences.map((difference): FieldChange => {
    const refused = about.touching(difference.path);
    for (const finding of refused) used.add(finding);
    const verdict = refused.length > 0 ? blocked(refused, manifest) : verdictOf(manifest, difference);
    const [from, to] = hidden(manifest, difference)
      ? [HIDDEN, HIDDEN]
      : [difference.from ?? null, difference.to ?? null];
    return { path: difference.path, from, to, ...verdict };
  });
  const others = findings.filter((finding) => !used.has(finding));
  return [
    ...others.map((finding) => ({
      path: finding.path,
      from: at(old, finding.path),
      to: at(manifest, finding.path),
      ...blocked([finding], manifest),
    })),
    ...fields,
  ];
}

const HIDDEN = '(hidden)';

/** A plan stands in comments and logs, where the data of a Secret do not belong. */
function hidden(manifest: Manifest, { path }: Difference): boolean {
  return kindKey(manifest) === '/Secret' && /^(?:data|stringData)\b/.test(path);
}

function verdictOf(manifest: Manifest, difference: Difference): Verdict {
  const metadata = metadataVerdict(manifest, difference);
  if (metadata) return metadata;
  const family = familyOf(manifest);
  if (family === 'kubernetes' || /^(?:aws\.m\.upbound\.io)/.test(manifest.apiVersion))
    return clusterVerdict(manifest, difference);
  return (family === 'crossplane' ? crossplaneVerdict(difference) : undefined) ?? awsVerdict(manifest, difference);
}

/** https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#transition-rules */
const TRANSITIONS =
  'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#transition-rules';

function blocked(findings: readonly Finding[], { apiVersion, kind }: Manifest): Verdict {
  const said = [...new Set(findings.map(({ message, path, rule }) => `${path || 'the object'}: ${message} [${rule}]`))];
  const rule = findings[0]!.rule;
  const isFixed = rule === 'cel-transition' || rule === 'immutable';
  return {
    effect: 'blocked',
    reason: `the Kubernetes API refuses it: ${said.join('; ')}${isFixed ? '; nothing of the object changes until the field is put back' : ''}`,
    source:
      rule === 'cel-transition'
        ? `CustomResourceDefinition ${apiVersion} ${kind}, x-kubernetes-validations (${TRANSITIONS})`
        : `schema of ${apiVersion} ${kind}`,
  };
}

function at(manifest: Manifest | undefined, path: string): Json {
  if (!manifest || path === '') return null;
  return ((read(manifest, path.replace(/\[(\w+)\]/g, '.$1')) as Json | undefined) ?? null) as Json;
}
