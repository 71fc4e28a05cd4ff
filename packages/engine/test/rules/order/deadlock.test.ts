import { faultsOf } from '../faults';
import { ack, EVENTS, FIXTURES, wave } from '../objects';

faultsOf('order/deadlock', [
  [
    'a consumer in a wave before its producer',
    (get) => wave(get('Archive platform-events-archive'), -1),
    `${EVENTS} Archive platform-events-archive spec.eventSourceARN`,
  ],
  [
    'a secret behind the rotation whose function needs the database that is made with it',
    (get) => {
      wave(get('SecurityDatabaseCredentialsRotationWiring security-database-credentials-rotation'), 2);
      wave(get('ExternalSecret database-credentials'), 100);
    },
    'data/rds.yaml DBCluster platform-db spec.masterUserPassword',
  ],
  [
    'monitors before their CRD',
    (get) => wave(get('PodMonitor kro'), 0),
    'controllers/monitors.yaml PodMonitor kro kind',
  ],
  [
    'a namespace behind what stands in it',
    (get) => wave(get('Namespace node-agents'), 1),
    'controllers/namespaces.yaml NetworkPolicy default-deny metadata.namespace',
  ],
  [
    'a provider before what brings its kind',
    (get) => wave(get('Provider provider-aws-backup'), 0),
    'controllers/crossplane-aws.yaml Provider provider-aws-backup kind',
  ],
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
  expect(sample.findings().filter((finding) => finding.endsWith('[order/deadlock]'))).toEqual([]);
});

test('GIVEN the root in a wave that others come behind WHEN judged THEN it waits for itself', () => {
  const sample = sampleTree();
  wave(sample.get('Application root'), 1);
  expect(sample.findings()).toContain('argocd/applications.yaml Application root spec.source.path [order/deadlock]');
});
