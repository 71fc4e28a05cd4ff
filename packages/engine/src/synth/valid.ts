import { validateObject } from '../api-server';
import { InputError } from '../errors';
import type { SynthChart } from '../manifests';
import { pathInDocument, type Tree } from '../relations';
import { applyRules, rules, UNNEEDED_EXCEPTION } from '../rules';
import type { Json, SchemaStore } from '../schema';

/** Throws an `InputError` with everything that the API server would refuse in the charts' objects. */
export function requireValid(charts: readonly SynthChart[], schemas: SchemaStore): void {
  const problems = charts.flatMap(({ objects }) =>
    objects.flatMap(({ path, manifest }) =>
      validateObject(manifest as unknown as Json, { schemas }).map((finding) =>
        [path, finding.path, `${finding.message} [${finding.rule}]`].filter(Boolean).join(': '),
      ),
    ),
  );
  if (problems.length > 0) throw new InputError(problems);
}

/**
 * Throws an `InputError` with what the rules over the whole tree find in the charts of an environment. Policies do not
 * keep anybody from looking at what a chart makes: their findings go to `onBroken`, and `validate` holds them against
 * it.
 */
export function requireNoFindings(charts: readonly SynthChart[], { tree, onBroken }: FindingOptions): void {
  const paths = new Map(
    charts.flatMap(({ objects }) => objects.map(({ manifest, path }) => [manifest, path] as const)),
  );
  const problems: string[] = [];
  for (const { object, path, message, rule } of applyRules(tree, rules).findings) {
    const where = paths.get((object.within?.graph ?? object).manifest);
    const text = [where, pathInDocument(object, path), `${message} [${rule}]`].join(': ');
    if (POLICIES.has(rule)) onBroken(text);
    else problems.push(text);
  }
  if (problems.length > 0) throw new InputError(problems);
}

export interface FindingOptions {
  readonly tree: Tree;
  readonly onBroken: (policy: string) => void;
}

const POLICIES = new Set([...rules.filter(({ group }) => group === 'policy').map(({ id }) => id), UNNEEDED_EXCEPTION]);
