import type { Finding } from '../../api-server';
import { validateObject, validateTransition } from '../../api-server';
import { read } from '../../manifests';
import type { Json, KindSchema, SchemaStore } from '../../schema';
import type { PlanObject } from '../objects';
import { isLate } from '../resource-graphs';

/** What the Kubernetes API has against a change; `unjudged` where no schema describes the kind. */
export interface ApiFindings {
  readonly findings: readonly Finding[];
  readonly isUnknownKind: boolean;
}

/** The verdict of the API server on an object that comes, or on one that takes another's place. */
export function apiFindings(old: PlanObject | undefined, now: PlanObject, schemas: SchemaStore): ApiFindings {
  const { manifest, within } = now;
  const kind = schemas.find(manifest.apiVersion, manifest.kind);
  if (!kind) return { findings: [], isUnknownKind: true };
  const value = manifest as unknown as Json;
  const findings = old
    ? validateTransition(old.manifest as unknown as Json, value, { schemas })
    : validateObject(value, { schemas });
  return {
    findings: within ? findings.filter((finding) => isOfText(finding, now, kind)) : findings,
    isUnknownKind: false,
  };
}

/** Of what kro makes, values that only AWS can tell are texts here and something else there. */
function isOfText({ path, rule }: Finding, { manifest }: PlanObject, kind: KindSchema): boolean {
  if (rule === 'cel-transition' || rule === 'immutable') return true;
  if (path === '' || path === 'spec') return !isLate(manifest);
  if (kind.scope === 'Namespaced' && path === 'metadata.namespace') return false;
  return !isLate(read(manifest, path.replace(/\[(\w+)\]/g, '.$1')));
}
