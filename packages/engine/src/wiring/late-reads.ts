import { type GraphResource, piecesOfTemplate, resourcesOf } from '../kro';
import type { Manifest } from '../manifests';
import { visit } from '../references';

/** A field of what a kro graph makes, for which kro reads a value of another resource of the graph. */
export interface LateRead {
  /** Has a template. */
  readonly consumer: GraphResource;
  /** In the template: `spec.jwtConfiguration.issuer`. */
  readonly path: string;
  readonly producer: GraphResource;
  /** `status.atProvider.endpoint`. */
  readonly value: string;
}

/** A resource's id, and the field that is read of it; what is called on the value is no field. */
const READ = /\b([a-z]\w*)\.(\??\w+(?:\.\??\w+)*)(?=\.\w+\(|[^\w.(]|$)/g;

/** What kro reads when AWS has told it, in the order of the graph's fields. */
export function* lateReadsIn(graph: Manifest): Generator<LateRead> {
  const resources = resourcesOf(graph);
  for (const consumer of resources) {
    if (!consumer.template) continue;
    const reads: LateRead[] = [];
    visit(consumer.template, ({ value: text, path }) => {
      if (typeof text !== 'string') return;
      for (const { producer, value } of readIn(text, resources)) reads.push({ consumer, path, producer, value });
    });
    yield* reads;
  }
}

function* readIn(text: string, resources: readonly GraphResource[]): Generator<Pick<LateRead, 'producer' | 'value'>> {
  for (const piece of piecesOfTemplate(text)) {
    if (!('expression' in piece)) continue;
    for (const [, id = '', value = ''] of piece.expression.matchAll(READ)) {
      const producer = resources.find((resource) => resource.id === id);
      if (producer) yield { producer, value: value.replaceAll('?', '') };
    }
  }
}
