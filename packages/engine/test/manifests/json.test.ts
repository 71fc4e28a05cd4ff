import fc from 'fast-check';
import { canonicalJson } from '../../src/manifests/json';

describe('canonical JSON', () => {
  test('GIVEN the same value with its keys in another order WHEN written THEN the text is the same, sorted, without white space', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: undefined })).toBe('{"b":[1,{"c":"x","d":null}]}');
    expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }));
  });

  test('GIVEN any JSON value WHEN written and parsed THEN it is the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) =>
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value))),
      ),
    );
  });
});
