import { stringifyAll } from '../../src/manifests/yaml';
import { attack, Scratch } from './attack';

/** Bombs in schemas: patterns and rules that a CRD brings, and what they are put to. */

const scratch = new Scratch();
afterAll(() => scratch.remove());

function verdict(spec: object, value: object): string {
  const crd = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'widgets.example.com' },
    spec: {
      group: 'example.com',
      names: { kind: 'Widget', plural: 'widgets' },
      scope: 'Namespaced',
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          schema: { openAPIV3Schema: { type: 'object', properties: { spec } } },
        },
      ],
    },
  };
  const widget = { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'a', namespace: 'b' }, spec: value };
  const folder = scratch.folder({ 'crds/crd.yaml': stringifyAll([crd]), 'w.yaml': stringifyAll([widget]) });
  const began = Date.now();
  const { stdout } = attack(['validate', '--rules', 'schema', '--crds', `${folder}/crds`, `${folder}/w.yaml`]);
  expect(Date.now() - began).toBeLessThan(20_000);
  return stdout;
}

test.each([
  ['(a+)+', '^(a+)+$', `${'a'.repeat(100_000)}!`],
  ['(a|a)*', '^(a|a)*$', `${'a'.repeat(100_000)}!`],
  ['(.*)*', '^(.*)*=$', 'x'.repeat(100_000)],
  ['what looks safe', '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$', `${'a'.repeat(200_000)}_`],
  ['many times many', '^(([a-z]{1,100}){1,9})$', `${'a'.repeat(50_000)}!`],
  ['a backward reference, which RE2 has not', '^(a+)\\1$', 'aa'],
  ['a repetition that RE2 refuses', '((a{1000}){1000}){1000}', 'a'],
  ['a pattern that is none', '[', 'a'],
])('GIVEN the pattern %s WHEN a text is put to it THEN there is a verdict', (_what, pattern, text) => {
  expect(verdict({ type: 'object', properties: { a: { type: 'string', pattern } } }, { a: text })).toContain(
    '[pattern]',
  );
});

const numbers = Array.from({ length: 300 }, (_, n) => n);
test.each([
  [
    'four loops in each other',
    'self.l.all(a, self.l.all(b, self.l.all(c, self.l.all(d, a + b + c + d >= 0))))',
    'cel-cost',
  ],
  [
    'loops whose errors are overheard',
    'self.l.all(a, self.l.exists(b, self.l.exists(c, self.l.exists(d, a + b + c + d < 0)))) || true',
    'cel-cost',
  ],
  [
    'lists that double',
    `self.l${'.map(a, self.l)'.repeat(1)}.map(x, self.l.map(y, self.l.map(z, [x, y, z]))).size() > 0`,
    'cel-cost',
  ],
  ['no CEL', 'self.(', 'is no CEL'],
  ['a thousand brackets', `${'('.repeat(1_000)}1${')'.repeat(1_000)} == 1`, ''],
  ['a field that is not there', 'self.nothing.more', '[cel]'],
])('GIVEN a rule of %s WHEN an object is put to it THEN there is a verdict', (_what, rule, said) => {
  const spec = {
    type: 'object',
    properties: { l: { type: 'array', items: { type: 'integer' } } },
    'x-kubernetes-validations': [{ rule }],
  };
  expect(verdict(spec, { l: numbers })).toContain(said);
});

test('GIVEN a rule for each of 100,000 items WHEN it takes long THEN the whole object has one budget', () => {
  const items = {
    type: 'integer',
    'x-kubernetes-validations': [{ rule: `[1,2,3,4,5,6,7,8].all(a, [1,2,3,4,5,6,7,8].all(b, a * b + self > 0))` }],
  };
  const list = Array.from({ length: 100_000 }, () => 1);
  expect(verdict({ type: 'object', properties: { l: { type: 'array', items } } }, { l: list })).toContain('[cel-cost]');
});
