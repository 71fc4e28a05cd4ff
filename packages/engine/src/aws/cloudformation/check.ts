import { child, index, isRecord } from '../../manifests';
import type { Properties, PropertyType, ResourceType } from './types';

export interface Mismatch {
  /** `Features[0].Status`. */
  readonly at: string;
  readonly message: string;
}

/** What in a resource's properties its type does not allow. */
export function checkProperties(type: ResourceType, values: unknown): Mismatch[] {
  return [...checkMap(type, type.properties, values, '')];
}

function* checkMap(resource: ResourceType, properties: Properties, values: unknown, at: string): Generator<Mismatch> {
  if (!isRecord(values)) {
    yield { at, message: 'is not a map' };
    return;
  }
  for (const [name, { required }] of Object.entries(properties))
    if (required && values[name] === undefined) yield { at: child(at, name), message: 'is required' };
  for (const [name, value] of Object.entries(values)) {
    const property = properties[name];
    const here = child(at, name);
    if (property) yield* checkValue(resource, property.type, value, here);
    else if (at === '' && resource.attributes.includes(name)) yield { at: here, message: 'is set by AWS alone' };
    else yield { at: here, message: `there is no such property, allowed are ${Object.keys(properties).join(', ')}` };
  }
}

function* checkValue(resource: ResourceType, type: PropertyType, value: unknown, at: string): Generator<Mismatch> {
  switch (type.type) {
    case 'array':
      if (!Array.isArray(value)) yield { at, message: 'is not a list' };
      else
        for (const [position, item] of value.entries())
          yield* checkValue(resource, type.element!, item, index(at, position));
      return;
    case 'map':
      if (!isRecord(value)) yield { at, message: 'is not a map' };
      else
        for (const [key, item] of Object.entries(value))
          yield* checkValue(resource, type.element!, item, child(at, key));
      return;
    case 'ref': {
      const properties = resource.definitions[type.reference!.$ref];
      if (properties) yield* checkMap(resource, properties, value, at);
      return;
    }
    case 'tag':
      if (!isRecord(value) || typeof value['Key'] !== 'string')
        yield { at, message: 'is not a tag with Key and Value' };
      return;
    case 'union': {
      const fits = type.types!.some((one) => checkValue(resource, one, value, at).next().done);
      if (!fits) yield { at, message: 'has none of the shapes that are allowed' };
      return;
    }
    default:
      if (!isScalar(type.type, value)) yield { at, message: `is ${JSON.stringify(value)}, a ${type.type} is allowed` };
      else if (type.allowedValues && !type.allowedValues.includes(value as string))
        yield { at, message: `is ${JSON.stringify(value)}, allowed are ${type.allowedValues.join(', ')}` };
  }
}

function isScalar(type: string, value: unknown): boolean {
  if (type === 'json') return true;
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'number' || type === 'boolean') return typeof value === type;
  return type === 'null' ? value === null : typeof value === 'string';
}
