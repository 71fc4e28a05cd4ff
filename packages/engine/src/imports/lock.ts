import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { InputError } from '../errors';
import { readRegularText } from '../files';

/** The lock's path below the imports folder. */
export const LOCK = 'lock.json';

const checksum = z.string().regex(/^[0-9a-f]{64}$/);
const lockSchema = z.record(
  z.string(),
  z.strictObject({
    /** Of the whole upstream file. */
    sha256: checksum,
    /** The file's CRDs by name, each with the checksum of its text without descriptions. */
    crds: z.record(z.string(), checksum),
  }),
);

/** What each URL of `cdk8s.yaml` held when it was first imported. */
export type Lock = z.infer<typeof lockSchema>;

/** The lock in `imports`; an empty one where there is none yet. */
export function readLock(importsDir: string): Lock {
  const file = join(importsDir, LOCK);
  if (!existsSync(file)) return {};
  const text = readRegularText(file, `imports/${LOCK}`);
  try {
    return lockSchema.parse(JSON.parse(text));
  } catch {
    throw new InputError(`imports/${LOCK}: damaged; restore it from git, or delete it to take what upstream has now`);
  }
}
