/** What `--list-rules` says of a rule. */
export interface RuleDescription {
  readonly id: string;
  readonly group: string;
  readonly reason: string;
  readonly link: string;
}

const STRUCTURAL =
  'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation';
const STRICT = 'https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation';
const METADATA = 'https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/';

/** The API server's own verdict, which `packages/engine/src/api-server` gives in one pass over each object. */
export const schemaRules: readonly RuleDescription[] = [
  rule('syntax', 'A text that is no YAML or JSON, or no manifest, is not sent at all.', 'https://yaml.org/spec/1.2.2/'),
  rule('unknown-kind', 'The API server has no such kind, or its CRD is not among the imports.', STRUCTURAL),
  rule(
    'unknown-field',
    'A field that the schema does not know is dropped without strict validation, and refused with it.',
    STRICT,
  ),
  rule('duplicate', 'A key, a name or an item that stands twice: one of the two is lost.', STRICT),
  rule('type', 'The value is of another type or format than the schema says.', STRUCTURAL),
  rule('required', 'A field without which the server refuses the object.', STRUCTURAL),
  rule('enum', 'The value is none of those that the schema lists.', STRUCTURAL),
  rule('pattern', 'The text does not match the expression that the schema gives (RE2).', STRUCTURAL),
  rule('range', 'The number is out of bounds.', STRUCTURAL),
  rule('length', 'The text, list or map is too short.', STRUCTURAL),
  rule('too-long', 'The text has more characters than are allowed.', STRUCTURAL),
  rule('too-many', 'The list or map has more items than are allowed.', STRUCTURAL),
  rule('any-of', 'None of several schemas fits.', STRUCTURAL),
  rule('one-of', 'None or more than one of several schemas fits, where exactly one must.', STRUCTURAL),
  rule('not', 'A schema fits that must not.', STRUCTURAL),
  rule(
    'list-map',
    'Items of a list that is keyed lack a key, or share one.',
    'https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy',
  ),
  rule('embedded', 'An object inside the object lacks its kind, version or name.', STRUCTURAL),
  rule(
    'cel',
    'A rule of the schema (x-kubernetes-validations) does not hold.',
    'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation-rules',
  ),
  rule(
    'cel-transition',
    'An update breaks a rule of the schema that compares with the old object (oldSelf).',
    'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#transition-rules',
  ),
  rule(
    'cel-cost',
    'Evaluating a rule of the schema takes more steps or time than the server spends on it.',
    'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#resource-use-by-validation-functions',
  ),
  rule('metadata', 'The name, a label, an annotation, an owner or a finalizer is not allowed.', METADATA),
  rule(
    'name',
    'The name is not allowed for this kind.',
    'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  ),
  rule(
    'native',
    "A rule that Kubernetes' own code has for one of its kinds.",
    'https://kubernetes.io/docs/reference/kubernetes-api/',
  ),
  rule(
    'immutable',
    'An update changes what the server never lets change.',
    'https://kubernetes.io/docs/reference/using-api/api-concepts/',
  ),
];

function rule(id: string, reason: string, link: string): RuleDescription {
  return { id, group: 'schema', reason, link };
}
