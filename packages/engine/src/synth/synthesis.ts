import type { Construct, IConstruct } from 'constructs';
import type { InUse } from '../aws';
import type { SynthChart } from '../manifests';
import type { EnvironmentIdentity, Platform } from '../platform';

/** How a platform's manifests come to be: what its `main.ts` exports as `synthesis`. */
export interface Synthesis<E extends EnvironmentIdentity = EnvironmentIdentity> {
  readonly platform: Platform;
  /** The environments with these names, checked; all of them where none is named. Throws `InputError`. */
  readonly loadEnvironments: (root: string, names?: readonly string[]) => E[];
  /** Makes every application with its charts below the scope of an environment. */
  readonly charts: (scope: Construct, environment: E) => void;
  /** Makes the charts that follow from what the others use: controllers, monitors. @default none */
  readonly derive?: (scope: Construct, environment: E, inUse: InUse) => readonly IConstruct[];
  /** Moves objects from chart to chart. @default nothing moves */
  readonly arrange?: (charts: readonly SynthChart[], environment: E) => readonly SynthChart[];
  /** Makes the charts of what syncs all others, and gives the construct above them. @default none */
  readonly sync?: (scope: Construct, environment: E, made: Made) => IConstruct;
}

/** What there is to sync. */
export interface Made {
  readonly charts: readonly SynthChart[];
  /** The repository. */
  readonly root: string;
}
