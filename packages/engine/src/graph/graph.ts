import type { Place } from '../aws';
import { pageAssets } from './assets';
import { htmlPage } from './html';
import { layoutsOf } from './layout/layouts';
import { architectureOf } from './model/build';
import { readFiles } from './model/files';
import { readPlan, withPlan } from './model/plan';
import { svgPicture } from './svg';

export const GRAPH_FORMATS = ['html', 'svg'] as const;
export type GraphFormat = (typeof GRAPH_FORMATS)[number];

export interface GraphOptions {
  readonly environment: string;
  /** The environment's account and region. */
  readonly home: Place;
  readonly format: GraphFormat;
  /** The text of `platform plan --format json`, and what to call it in messages. @default nothing changes */
  readonly plan?: { readonly text: string; readonly file: string };
}

export interface Drawn {
  readonly content: string;
  readonly objects: number;
  readonly edges: number;
}

/** The manifests of an environment's folder as one page, or as a still picture. Throws `InputError`. */
export function graph(files: GraphFiles, { environment, home, format, plan }: GraphOptions): Drawn {
  const drawn = architectureOf(environment, files, home);
  const architecture = plan ? withPlan(drawn, readPlan(plan.text, plan.file)) : drawn;
  const data = { architecture, layouts: layoutsOf(architecture) };
  return {
    content: format === 'svg' ? svgPicture(data) : htmlPage(data, pageAssets()),
    objects: architecture.objects.length,
    edges: architecture.edges.length,
  };
}

export type GraphFiles = ReturnType<typeof readFiles>;

/** The manifests below an environment's folder, for `graph`. Throws `InputError` for what cannot be read. */
export { readFiles as graphFiles };
