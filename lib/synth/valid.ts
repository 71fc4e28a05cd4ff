import { InputError } from '../errors';
import type { SchemaStore } from '../schema/store';
import type { Json } from '../schema/structural';
import { validateObject } from '../validate';
import type { SynthChart } from './collect';

/** Throws an `InputError` with everything that the API server would refuse in the charts' objects. */
export function requireValid(charts: readonly SynthChart[], schemas: SchemaStore): void {
  const problems = charts.flatMap(({ objects }) =>
    objects.flatMap(({ path, manifest }) =>
      validateObject(manifest as unknown as Json, { schemas }).map((finding) =>
        [path, finding.path, `${finding.message} [${finding.rule}]`].filter(Boolean).join(': '),
      ),
    ),
  );
  if (problems.length > 0) throw new InputError(problems.join('\n'));
}
