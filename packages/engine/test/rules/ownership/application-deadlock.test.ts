import { faultsOf } from '../faults';
import { ack, FIXTURES, wave } from '../objects';

faultsOf('application-deadlock', [
  [
    'two applications that wait for each other',
    (_get, add) => {
      const client = (name: string, pool: string, number: number, application: string) => {
        const manifest = ack('ec2', 'SecurityGroup', name, {
          name,
          ingressRules: [{ userIDGroupPairs: [{ groupRef: { from: { name: pool } } }] }],
        });
        wave(manifest, number);
        add(manifest, application);
      };
      const group = (name: string, number: number, application: string) => {
        const manifest = ack('ec2', 'SecurityGroup', name, { name });
        wave(manifest, number);
        add(manifest, application);
      };
      group('one-late', 1, 'one');
      group('two-late', 1, 'two');
      client('one-early', 'two-late', 0, 'one');
      client('two-early', 'one-late', 0, 'two');
    },
    `${FIXTURES} SecurityGroup one-early spec.ingressRules[0].userIDGroupPairs[0].groupRef`,
  ],
]);

test('GIVEN the function that one bucket calls, its code in another WHEN judged THEN the applications do not wait for each other', () => {
  const sample = sampleTree();
  const needs = (of: string, kind: string) => {
    const tree = sample.tree();
    const object = tree.objects.find(({ manifest }) => manifest.metadata.name === of && manifest.kind === kind)!;
    return tree.dependenciesOf(object).map(({ to }) => to.manifest.metadata.name);
  };
  expect(needs('data-bucket', 'Bucket')).toContain('data-processing');
  expect(needs('data-processing', 'Function')).toContain('artifacts');
  expect(sample.findings().filter((finding) => finding.endsWith('[application-deadlock]'))).toEqual([]);
});
