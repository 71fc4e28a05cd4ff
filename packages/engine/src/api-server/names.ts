/** Shapes of names: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ */
const LABEL_1123 = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN_1123 = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
const LABEL_1035 = /^[a-z](?:[-a-z0-9]*[a-z0-9])?$/;
const NAME_PART = /^(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const LABEL_VALUE = /^(?:(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;

/** Length in bytes, as the server counts it. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text);
}

export function isDnsLabel(text: string): boolean {
  return byteLength(text) <= 63 && LABEL_1123.test(text);
}

export function isDns1035Label(text: string): boolean {
  return byteLength(text) <= 63 && LABEL_1035.test(text);
}

export function isDnsSubdomain(text: string): boolean {
  return byteLength(text) <= 253 && SUBDOMAIN_1123.test(text);
}

/** `prefix/name`, the prefix a DNS subdomain and optional: keys of labels and annotations, finalizers. */
export function isQualifiedName(text: string): boolean {
  const parts = text.split('/');
  const [prefix, name] = parts.length === 1 ? [undefined, parts[0]!] : [parts[0]!, parts[1]!];
  if (parts.length > 2 || (prefix !== undefined && !isDnsSubdomain(prefix))) return false;
  return byteLength(name) <= 63 && NAME_PART.test(name);
}

export function isLabelValue(text: string): boolean {
  return byteLength(text) <= 63 && LABEL_VALUE.test(text);
}

/** A name that stands alone in a URL. */
export function isPathSegment(text: string): boolean {
  return text !== '.' && text !== '..' && !/[/%]/.test(text);
}
