/** The path of a field of a map: `spec.name`; `path` is empty for the outermost map. */
export function child(path: string, field: string): string {
  return path === '' ? field : `${path}.${field}`;
}

/** The path of an item of a list: `spec.rules[0]`. */
export function index(path: string, position: number | string): string {
  return `${path}[${position}]`;
}

/** The path of what a map or list holds under a key that `Object.entries` gives. */
export function entry(parent: object, path: string, key: string): string {
  return Array.isArray(parent) ? index(path, key) : child(path, key);
}
