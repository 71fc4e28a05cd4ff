import { child, index } from '../manifests';
import { fieldSchema, isObject, type Json, type JsonObject, type Structural } from '../schema';
import type { Finding } from './finding';
import { checkMetadataUpdate } from './metadata';
import { isDns1035Label, isPathSegment } from './names';

/** Objects inside an object (`x-kubernetes-embedded-resource`) have apiVersion, kind and sound metadata. */
export function checkEmbedded(schema: Structural | undefined, value: Json, path = ''): Finding[] {
  if (!schema) return [];
  if (Array.isArray(value))
    return value.flatMap((item, position) => checkEmbedded(schema.items, item, index(path, position)));
  if (!isObject(value)) return [];
  const own = schema['x-kubernetes-embedded-resource'] ? checkResource(value, path) : [];
  return [
    ...own,
    ...Object.entries(value).flatMap(([field, part]) =>
      checkEmbedded(fieldSchema(schema, field), part, child(path, field)),
    ),
  ];
}

function checkResource(resource: JsonObject, path: string): Finding[] {
  const findings: Finding[] = [];
  const { apiVersion, kind, metadata } = resource;
  for (const field of ['apiVersion', 'kind'])
    if (!Object.hasOwn(resource, field))
      findings.push({ rule: 'required', path: child(path, field), message: 'is required' });
  if (
    apiVersion !== undefined &&
    (typeof apiVersion !== 'string' || apiVersion === '' || apiVersion.split('/').length > 2)
  )
    findings.push({ rule: 'embedded', path: child(path, 'apiVersion'), message: 'must be version or group/version' });
  if (kind !== undefined && (typeof kind !== 'string' || !isDns1035Label(kind.toLowerCase())))
    findings.push({ rule: 'embedded', path: child(path, 'kind'), message: 'must be letters, digits and hyphens' });
  if (isObject(metadata)) {
    findings.push(
      ...checkMetadataUpdate(metadata, metadata).map((finding) => ({ ...finding, path: child(path, finding.path) })),
    );
    for (const field of ['name', 'generateName'])
      if (metadata[field] && !isPathSegment(String(metadata[field])))
        findings.push({
          rule: 'embedded',
          path: child(path, `metadata.${field}`),
          message: "may be neither '.' nor '..' nor hold / or %",
        });
  }
  return findings;
}
