import { join } from 'node:path';
import { layoutsOf } from '../../src/graph/layout/layouts';
import type { Architecture, Edge, PageObject } from '../../src/graph/model/architecture';
import { architectureOf } from '../../src/graph/model/build';
import { type FileObject, readFiles } from '../../src/graph/model/files';
import type { PageData } from '../../src/graph/page-data';
import { SAMPLE_DIST } from '../engine';

const HOME = { account: '123456789012', region: 'us-east-1' };

/** An environment of dist. */
export function committed(environment: string): Architecture {
  return architectureOf(environment, readFiles(join(SAMPLE_DIST, environment)), HOME);
}

/** `[application, chart, manifest]` */
export type Placed = readonly [string, string, FileObject['manifest']];

/** A few manifests. */
export function architecture(...objects: readonly Placed[]): Architecture {
  const files = objects.map(
    ([application, service, manifest]): FileObject => ({
      manifest,
      application,
      service,
      text: `${JSON.stringify(manifest)}\n`,
      file: `test/${application}/${service}.yaml`,
      source: `charts/${application}/${service}.ts`,
    }),
  );
  return architectureOf('test', files, HOME);
}

export function pageData(drawn: Architecture): PageData {
  return { architecture: drawn, layouts: layoutsOf(drawn) };
}

/** `Queue orders`: the only object of that kind and name. */
export function find({ objects }: Architecture, text: string): number {
  const found = objects.flatMap(({ kind, name }, position) => (`${kind} ${name}` === text ? [position] : []));
  if (found.length !== 1) throw new Error(`${found.length} objects are ${text}`);
  return found[0]!;
}

/** `Queue orders -event-> Function pay`, of edges that begin or end at an object. */
export function edgesAt(drawn: Architecture, text: string): string[] {
  const position = find(drawn, text);
  const title = (at: number) => `${drawn.objects[at]!.kind} ${drawn.objects[at]!.name}`;
  return drawn.edges
    .filter(({ from, to }: Edge) => from === position || to === position)
    .map(({ from, to, kind }) => `${title(from)} -${kind}-> ${title(to)}`);
}

export function object(drawn: Architecture, text: string): PageObject {
  return drawn.objects[find(drawn, text)]!;
}
