import type { z } from 'zod';
import type { codeSchema } from './functions';
import type { imagesSchema } from './images';
import type { environmentSchema, outputsSchema } from './schema';

/** An environment as a person writes it. A chart asks for what it wants, never which environment it is. */
export type EnvironmentData = z.infer<typeof environmentSchema>;

/** The facts of an environment's bootstrap, from `environments/outputs/<environment>.json`. */
export type Outputs = z.infer<typeof outputsSchema>;

/** The code of an environment's functions, from `environments/code/<environment>.json` (docs/functions.md). */
export type Code = z.infer<typeof codeSchema>;

/** The images of an environment's workloads, from `environments/images/<environment>.json` (docs/rollouts.md). */
export type Images = z.infer<typeof imagesSchema>;

/**
 * What charts are given: the environment, the facts of its bootstrap, the code of its functions, and the images of its
 * workloads.
 */
export interface Environment extends EnvironmentData {
  readonly outputs: Outputs;
  readonly code: Code;
  readonly images: Images;
}
