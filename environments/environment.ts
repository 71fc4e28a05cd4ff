import type { z } from 'zod';
import type { environmentSchema, outputsSchema } from './schema';

/** An environment as a person writes it. A chart asks for what it wants, never which environment it is. */
export type EnvironmentData = z.infer<typeof environmentSchema>;

/** The facts of an environment's bootstrap, from `environments/outputs/<environment>.json`. */
export type Outputs = z.infer<typeof outputsSchema>;

/** What charts are given: the environment and the facts of its bootstrap. */
export interface Environment extends EnvironmentData {
  readonly outputs: Outputs;
}
