import { type Explained, unexplained } from '../.ci/explained';
import explained from '../.ci/explained.json';

const finding = (check_id: string, resource: string) => ({
  results: { failed_checks: [{ check_id, check_name: 'CPU limits', resource, file_path: '/a.yaml' }] },
  summary: { parsing_errors: 0, resource_count: 1 },
});
const one: Explained = { check: 'CKV_K8S_11', resource: '^Pod\\.a\\.b$', because: 'x' };

describe('findings of scanners', () => {
  test.each([
    ['explained', 'CKV_K8S_11', 'Pod.a.b', []],
    ['of another object', 'CKV_K8S_11', 'Pod.a.bc', ['CKV_K8S_11 CPU limits: Pod.a.bc (/a.yaml)']],
    [
      'of another check, whose number begins alike',
      'CKV_K8S_110',
      'Pod.a.b',
      ['CKV_K8S_110 CPU limits: Pod.a.b (/a.yaml)'],
    ],
  ])(
    'GIVEN a finding that is %s WHEN it is looked at THEN what nobody has explained is told',
    (_, check, resource, told) => {
      expect(unexplained([finding(check, resource)], [one])).toEqual(told);
    },
  );

  test('GIVEN files that could not be read, or nothing at all WHEN they are looked at THEN that is no success', () => {
    const report = { results: { failed_checks: [] }, summary: { parsing_errors: 2, resource_count: 5 } };
    expect(unexplained(report, [])).toEqual(['2 files could not be read']);
    expect(() => unexplained({ passed: 0 }, [])).toThrow('checkov looked at nothing');
  });

  test.each(explained.map((entry) => [`${entry.check} of ${entry.resource}`, entry] as const))(
    'GIVEN %s WHEN it stays THEN the reason is a sentence, and the object is named',
    (_, { check, resource, because }) => {
      expect(because.split(' ').length).toBeGreaterThan(4);
      expect(() => new RegExp(check)).not.toThrow();
      expect(resource.startsWith('^')).toBe(true);
      expect(new RegExp(resource).test('Anything.default.other')).toBe(false);
    },
  );
});
