/**
 * JSON text with keys sorted and no white space. AWS APIs return JSON-in-string attributes (policies, patterns) in
 * their own order; controllers compare text, so one canonical form keeps them from looping
 * (https://github.com/aws-controllers-k8s/community/issues/2421).
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`).join(',')}}`;
}
