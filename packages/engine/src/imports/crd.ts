import { dump } from 'js-yaml';
import { z } from 'zod';
import { InputError } from '../errors';
import { readYaml } from '../manifests';

const crdSchema = z.looseObject({
  apiVersion: z.literal('apiextensions.k8s.io/v1'),
  kind: z.literal('CustomResourceDefinition'),
  metadata: z.looseObject({ name: z.string() }),
  spec: z.looseObject({
    group: z.string(),
    names: z.looseObject({ kind: z.string(), plural: z.string() }),
    scope: z.enum(['Namespaced', 'Cluster']),
    versions: z
      .array(
        z.looseObject({
          name: z.string(),
          served: z.boolean(),
          storage: z.boolean(),
          schema: z.looseObject({ openAPIV3Schema: z.record(z.string(), z.unknown()) }),
          subresources: z.record(z.string(), z.unknown()).optional(),
        }),
      )
      .min(1),
  }),
});

/** A CustomResourceDefinition as the platform uses it: without descriptions. */
export type Crd = z.infer<typeof crdSchema>;

/** The CRDs of a YAML file, other kinds left out, descriptions dropped. Throws `InputError`, naming `where`. */
export function parseCrds(text: string, where: string): Crd[] {
  let documents: unknown[];
  try {
    documents = readYaml(text);
  } catch (error) {
    throw new InputError(`${where}: not YAML: ${(error as Error).message.split('\n')[0]}`);
  }
  const crds = documents.filter(
    (document) => (document as { kind?: unknown } | null)?.kind === 'CustomResourceDefinition',
  );
  return crds.map((document) => {
    const result = crdSchema.safeParse(document);
    // the document itself, not zod's copy, which reorders its keys
    if (result.success) return strip(document as Crd);
    const [issue] = result.error.issues;
    throw new InputError(
      `${where}: not a CustomResourceDefinition of apiextensions.k8s.io/v1: ${issue?.path.join('.')}: ${issue?.message}`,
    );
  });
}

/** The CRD as YAML in block style: the bytes that the lock's checksums are taken of. */
export function crdText(crd: Crd): string {
  return dump(crd, { lineWidth: -1, noRefs: true, seqNoIndent: true });
}

/** Descriptions are half of a CRD's bytes and none of its meaning. Fields that are named `description` stay. */
function strip(crd: Crd): Crd {
  for (const version of crd.spec.versions) {
    stripSchema(version.schema.openAPIV3Schema);
    const columns = version['additionalPrinterColumns'];
    if (Array.isArray(columns)) for (const column of columns) delete (column as { description?: string }).description;
  }
  return crd;
}

type Schema = Record<string, unknown>;

function stripSchema(schema: Schema): void {
  delete schema['description'];
  for (const keyword of ['properties', 'patternProperties', 'definitions'])
    for (const part of Object.values((schema[keyword] ?? {}) as Record<string, Schema>)) stripSchema(part);
  for (const keyword of ['items', 'additionalProperties', 'not', 'allOf', 'anyOf', 'oneOf'])
    for (const part of [schema[keyword]].flat())
      if (part !== null && typeof part === 'object') stripSchema(part as Schema);
}
