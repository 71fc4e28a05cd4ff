import type { Manifest } from './manifest';

/** An object and the construct that it comes from, for messages. */
export interface SynthObject {
  readonly path: string;
  readonly manifest: Manifest;
}

/** A chart and its objects, in the order in which the code declares them. */
export interface SynthChart {
  /** `production/messaging/sqs`: the path of the chart's construct, and without `.yaml` that of its file. */
  readonly path: string;
  /** The file that it comes from. @default the one of its path */
  readonly source?: string;
  readonly objects: readonly SynthObject[];
}
