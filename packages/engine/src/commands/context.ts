import type { DocumentValue } from '../conformance';
import type { EnvironmentsModule, Platform } from '../platform';
import type { Synthesis } from '../synth';

/** What a command needs from around it. */
export interface Context {
  /** The root of the platform's repository; elsewhere the folder in which the command runs. */
  readonly root: string;
  /** What the repository says of itself; undefined where it is no platform's. */
  readonly platform?: PlatformSources;
}

/** The modules of a platform, each loaded when a command asks for it. */
export interface PlatformSources {
  /** `platform.ts`. */
  readonly definition: () => Promise<{ readonly default: Platform }>;
  /** `environments/index.ts`. */
  readonly environments: () => Promise<EnvironmentsModule>;
  /** `main.ts`. */
  readonly main: () => Promise<{ readonly synthesis: Synthesis }>;
  /** `conformance/index.ts`. @default the platform has no document */
  readonly conformance?: () => Promise<{ readonly documentValues: readonly DocumentValue[] }>;
}

/** 0 fine, 1 findings, 2 wrong use or unreadable input; `plan` adds 3. */
export type ExitCode = 0 | 1 | 2 | 3;
