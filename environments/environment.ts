import type { z } from 'zod';
import type { codeSchema } from './functions';
import type { environmentSchema, outputsSchema } from './schema';

/** An environment as a person writes it. A chart asks for what it wants, never which environment it is. */
export type EnvironmentData = z.infer<typeof environmentSchema>;

/** The facts of an environment's bootstrap, from `environments/outputs/<environment>.json`. */
export type Outputs = z.infer<typeof outputsSchema>;

/** The code of an environment's functions, from `environments/code/<environment>.json` (docs/functions.md). */
export type Code = z.infer<typeof codeSchema>;

/** What charts are given: the environment, the facts of its bootstrap, and the code of its functions. */
export interface Environment extends EnvironmentData {
  readonly outputs: Outputs;
  readonly code: Code;
}
