import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { InputError } from '../errors';
import type { Manifest, SynthChart, SynthObject } from '../manifests';
import { releaseMuchMemory } from './release-memory';

/** Objects after which it is worth a look how much memory there is. */
const MANY = 500;

/**
 * Renders every chart below a construct that holds an object. Throws an `InputError` with everything that the
 * constructs themselves find wrong.
 */
export function collect(scope: IConstruct): SynthChart[] {
  const constructs = scope.node.findAll();
  const problems = constructs.flatMap((construct) =>
    construct.node.validate().map((message) => `${construct.node.path}: ${message}`),
  );
  if (problems.length > 0) throw new InputError(problems);

  let rendered = 0;
  const charts = new Map<Chart, SynthObject[]>();
  for (const construct of constructs) {
    if (construct instanceof Chart) charts.set(construct, []);
    else if (construct instanceof ApiObject) {
      charts.get(construct.chart)?.push({ path: pathOf(construct), manifest: render(construct) });
      if (++rendered % MANY === 0) releaseMuchMemory();
    }
  }
  return [...charts]
    .map(([chart, objects]) => ({ path: chart.node.path, objects }))
    .filter(({ objects }) => objects.length > 0);
}

/** Of the construct that a person wrote, not of the object inside it. */
function pathOf(object: ApiObject): string {
  return object.node.path.replace(/\/Resource$/, '');
}

function render(object: ApiObject): Manifest {
  try {
    return object.toJson() as Manifest;
  } catch (error) {
    const message = (error as Error).message.replace(
      /^Failed serializing construct at path '.*?' with name '.*?': (?:\w*Error: )?/s,
      '',
    );
    throw new InputError(`${pathOf(object)}: ${message}`);
  }
}
