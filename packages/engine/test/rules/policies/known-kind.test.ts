import type { Manifest } from '../../../src/manifests';
import { faultsOf } from '../faults';
import { FIXTURES } from '../objects';

faultsOf('known-kind', [
  [
    'a kind that no entry knows',
    (_, add) =>
      add({
        apiVersion: 'lakeformation.services.k8s.aws/v1alpha1',
        kind: 'DataLake',
        metadata: { name: 'lake', namespace: 'aws' },
        spec: { admins: ['a'] },
      }),
    `${FIXTURES} DataLake lake kind`,
  ],
]);

interface Unprotected {
  /** The module of its entry. */
  readonly service: string;
  readonly key: string;
  readonly manifest: Manifest;
  /** What has to be found once its entry stands, as rule and path. */
  readonly findings: readonly string[];
}

const object = (apiVersion: string, kind: string, spec: object): Manifest =>
  ({ apiVersion, kind, metadata: { name: 'orders', namespace: 'aws' }, spec }) as unknown as Manifest;

const RETAINED = ['stateful-retained metadata.annotations.services.k8s.aws/deletion-policy'];
const KEPT = ['stateful-retained metadata.annotations.argocd.argoproj.io/sync-options'];
const ALARMED = ['alarmed metadata.name'];

/** Objects without any protection, of kinds that the sample has none of. */
const UNPROTECTED: readonly Unprotected[] = [
  {
    service: 'memorydb',
    key: 'memorydb.services.k8s.aws/Cluster',
    manifest: object('memorydb.services.k8s.aws/v1alpha1', 'Cluster', {
      name: 'orders',
      nodeType: 'db.r6g.large',
      aclName: 'open-access',
      tlsEnabled: false,
    }),
    findings: [
      'encrypted-at-rest spec.kmsKeyID',
      'encrypted-in-transit spec.tlsEnabled',
      'backed-up spec.snapshotRetentionLimit',
      ...ALARMED,
      ...RETAINED,
      ...KEPT,
    ],
  },
  {
    service: 'opensearch',
    key: 'opensearchservice.services.k8s.aws/Domain',
    manifest: object('opensearchservice.services.k8s.aws/v1alpha1', 'Domain', { name: 'orders' }),
    findings: [
      'encrypted-at-rest spec.encryptionAtRestOptions.enabled',
      'encrypted-at-rest spec.encryptionAtRestOptions.kmsKeyID',
      'encrypted-in-transit spec.nodeToNodeEncryptionOptions.enabled',
      'encrypted-in-transit spec.domainEndpointOptions.enforceHTTPS',
      'encrypted-in-transit spec.domainEndpointOptions.tlsSecurityPolicy',
      'public-exposure spec.vpcOptions',
      ...ALARMED,
      ...RETAINED,
      ...KEPT,
    ],
  },
  {
    service: 'documentdb',
    key: 'documentdb.services.k8s.aws/DBCluster',
    manifest: object('documentdb.services.k8s.aws/v1alpha1', 'DBCluster', {
      dbClusterIdentifier: 'orders',
      engine: 'docdb',
    }),
    findings: [
      'encrypted-at-rest spec.storageEncrypted',
      'encrypted-at-rest spec.kmsKeyID',
      'deletion-protection spec.deletionProtection',
      'backed-up spec.tags',
      ...ALARMED,
      ...RETAINED,
      ...KEPT,
    ],
  },
  {
    service: 'kafka',
    key: 'kafka.services.k8s.aws/Cluster',
    manifest: object('kafka.services.k8s.aws/v1alpha1', 'Cluster', {
      name: 'orders',
      kafkaVersion: '3.6.0',
      numberOfBrokerNodes: 3,
      brokerNodeGroupInfo: { connectivityInfo: { publicAccess: { type_: 'SERVICE_PROVIDED_EIPS' } } },
      encryptionInfo: { encryptionInTransit: { clientBroker: 'PLAINTEXT', inCluster: false } },
    }),
    findings: [
      'encrypted-at-rest spec.encryptionInfo.encryptionAtRest.dataVolumeKMSKeyID',
      'encrypted-in-transit spec.encryptionInfo.encryptionInTransit.clientBroker',
      'encrypted-in-transit spec.encryptionInfo.encryptionInTransit.inCluster',
      'public-exposure spec.brokerNodeGroupInfo.connectivityInfo.publicAccess.type_',
      ...ALARMED,
      ...RETAINED,
      ...KEPT,
    ],
  },
  {
    service: 'mq',
    key: 'mq.aws.m.upbound.io/Broker',
    manifest: object('mq.aws.m.upbound.io/v1beta1', 'Broker', {
      forProvider: { region: 'us-east-1', brokerName: 'orders', engineType: 'RabbitMQ', publiclyAccessible: true },
    }),
    findings: [
      'encrypted-at-rest spec.forProvider.encryptionOptions.kmsKeyId',
      'public-exposure spec.forProvider.publiclyAccessible',
      ...ALARMED,
      'stateful-retained spec.managementPolicies',
      ...KEPT,
    ],
  },
  {
    service: 'neptune',
    // as Crossplane 1 has it
    key: 'neptune.aws.upbound.io/Cluster',
    manifest: object('neptune.aws.upbound.io/v1beta1', 'Cluster', { forProvider: { region: 'us-east-1' } }),
    findings: [
      'encrypted-at-rest spec.forProvider.storageEncrypted',
      'encrypted-at-rest spec.forProvider.kmsKeyArn',
      'deletion-protection spec.forProvider.deletionProtection',
      'backed-up spec.forProvider.tags',
      ...ALARMED,
      'stateful-retained spec.managementPolicies',
      ...KEPT,
    ],
  },
];

const POLICIES =
  /^(?:known-kind|encrypted|backed-up|alarmed|deletion-protection|stateful-retained|public-exposure|tls-only)/;

/** The engine, as it would be without the entries of a service. */
function engineWithout(service: string | undefined) {
  jest.resetModules();
  if (service !== undefined)
    jest.doMock(`../../../src/aws/kinds/${service}`, () => Object.defineProperty({}, '__esModule', { value: true }));
  const { applyRules } = require('../../../src/rules/apply-rules') as typeof import('../../../src/rules/apply-rules');
  const { rules } = require('../../../src/rules/registry') as typeof import('../../../src/rules/registry');
  const { Tree } = require('../../../src/relations/tree') as typeof import('../../../src/relations/tree');
  const { planOf } = require('../../plan/files') as typeof import('../../plan/files');
  const { facts } = require('../../fixtures/facts') as typeof import('../../fixtures/facts');
  const validate = (...manifests: readonly Manifest[]) => {
    const tree = new Tree(
      manifests.map((manifest) => ({ manifest, application: 'data' })),
      facts,
    );
    return applyRules(tree, rules).findings.filter(({ rule }) => POLICIES.test(rule));
  };
  const plan = (from: Manifest, to: Manifest | undefined) =>
    planOf({ 'production/data/a.yaml': [from] }, { 'production/data/a.yaml': to ? [to] : [] });
  if (service !== undefined) jest.dontMock(`../../../src/aws/kinds/${service}`);
  return { validate, plan };
}

/** With a field that nobody has reviewed. */
function changed(manifest: Manifest): Manifest {
  const copy = structuredClone(manifest) as unknown as { spec: { forProvider?: Record<string, unknown> } };
  Object.assign(copy.spec.forProvider ?? copy.spec, { somethingNew: 'b' });
  return copy as unknown as Manifest;
}

afterAll(() => jest.resetModules());

describe.each(UNPROTECTED)('$key without any protection', ({ service, key, manifest, findings }) => {
  test('GIVEN no entry WHEN validated THEN what is found is that nobody knows the kind', () => {
    const { validate } = engineWithout(service);
    expect(
      validate(manifest, { ...manifest, metadata: { name: 'other' } }).map(({ rule, message }) => [rule, message]),
    ).toEqual([
      ['known-kind', 'nothing is known of it: encryption, retention, backup and alarms are not judged (2 objects)'],
    ]);
  });

  test('GIVEN no entry WHEN it leaves git THEN the plan says that what it holds may be lost', () => {
    const { plan } = engineWithout(service);
    const { summary } = plan(manifest, undefined);
    expect(summary.dangers[0]).toEqual(
      expect.objectContaining({ effect: 'destroy', reason: expect.stringContaining('nothing is known of its kind') }),
    );
  });

  test('GIVEN its entry WHEN validated THEN each protection that it lacks is found', () => {
    const { validate } = engineWithout(undefined);
    const found = validate(manifest).map(({ rule, path }) => `${rule} ${path}`);
    expect(found.sort()).toEqual([...findings].sort());
  });

  test('GIVEN its entry WHEN it leaves git THEN the plan says that it held something', () => {
    const { plan } = engineWithout(undefined);
    const { summary } = plan(manifest, undefined);
    expect(summary.dangers[0]).toEqual(
      expect.objectContaining({
        object: `${key} aws/orders`,
        effect: 'destroy',
        reason: expect.stringContaining('with what it holds'),
      }),
    );
  });
});

describe('a kind that AWS data do not know either', () => {
  const lake = object('lakeformation.services.k8s.aws/v1alpha1', 'DataLake', { admins: ['a'] });

  test('GIVEN no entry WHEN a field changes THEN its effect is unknown, and a danger', () => {
    const { plan } = engineWithout(undefined);
    const { changes, summary } = plan(lake, changed(lake));
    expect(changes.map(({ effect }) => effect)).toEqual(['unknown']);
    expect(summary.dangers).toEqual([expect.objectContaining({ effect: 'unknown' })]);
  });

  test('GIVEN a reason on the object WHEN validated THEN the policy is excepted', () => {
    const { validate } = engineWithout(undefined);
    const annotations = { 'exception.platform.example.com/known-kind': 'it is judged by hand each month' };
    expect(validate({ ...lake, metadata: { ...lake.metadata, annotations } })).toHaveLength(0);
  });
});
