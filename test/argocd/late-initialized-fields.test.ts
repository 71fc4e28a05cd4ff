import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ignoredLateInitializedFields } from '../../argocd/late-initialized-fields';
import { environments } from '../../environments';
import { kindKey } from '../../packages/engine/src/manifests/manifest';
import { readManifests } from '../../packages/engine/src/manifests/read';
import { ROOT } from '../repository';

const PREFIX = 'resource.customizations.ignoreDifferences.';
const QUEUE = { group: 'sqs.services.k8s.aws', kind: 'Queue', namespace: 'aws' };
const REPOSITORY = { group: 'ecr.services.k8s.aws', kind: 'Repository', namespace: 'aws' };
const pointers = (rules: Record<string, string>, kind: string) =>
  (parse(rules[`${PREFIX}${kind}`] ?? '{}') as { jsonPointers?: string[] }).jsonPointers ?? [];

describe('differences that Argo CD overlooks', () => {
  test('GIVEN two queues WHEN one sets a late field THEN that field is compared for both, and the others are not', () => {
    const rules = ignoredLateInitializedFields([{ ...QUEUE, specs: [{ delaySeconds: '0' }, { queueName: 'orders' }] }]);
    expect(pointers(rules, 'sqs.services.k8s.aws_Queue')).toEqual([
      '/spec/maximumMessageSize',
      '/spec/messageRetentionPeriod',
      '/spec/sqsManagedSSEEnabled',
      '/spec/receiveMessageWaitTimeSeconds',
      '/spec/visibilityTimeout',
    ]);
  });

  test('GIVEN a late field with parts WHEN git sets one of them THEN only the others are overlooked', () => {
    const rulesOf = (spec: object) =>
      pointers(ignoredLateInitializedFields([{ ...REPOSITORY, specs: [spec] }]), 'ecr.services.k8s.aws_Repository');
    expect(rulesOf({})).toEqual(['/spec/registryID', '/spec/encryptionConfiguration']);
    expect(rulesOf({ encryptionConfiguration: { encryptionType: 'KMS' } })).toEqual([
      '/spec/registryID',
      '/spec/encryptionConfiguration/kmsKey',
    ]);
  });

  test('GIVEN no object of a kind WHEN rules are made THEN it has none', () => {
    expect(ignoredLateInitializedFields([])).toEqual({});
    expect(ignoredLateInitializedFields([{ ...QUEUE, group: 'other.example.com', specs: [{}] }])).toEqual({});
  });
});

describe.each(environments.map(({ name }) => name))('differences that Argo CD overlooks in %s', (environment) => {
  const manifests = readManifests(join(ROOT, 'dist', environment));
  const self = manifests.find(
    ({ kind, metadata }) => kind === 'Application' && metadata.name === 'argocd-installation',
  )!;
  const spec = self['spec'] as { source: { helm: { valuesObject: { configs: { cm: Record<string, string> } } } } };
  const { cm } = spec.source.helm.valuesObject.configs;
  const rules = Object.keys(cm).filter((key) => key.startsWith(PREFIX));

  test('GIVEN the rules WHEN they are counted THEN the kinds that ACK fills in have theirs', () => {
    expect(rules).toContain(`${PREFIX}sqs.services.k8s.aws_Queue`);
    expect(rules).toContain(`${PREFIX}rds.services.k8s.aws_DBInstance`);
  });

  test.each(rules)('GIVEN %s WHEN it is applied THEN each field exists in its kind, and no object sets it', (rule) => {
    const key = rule.slice(PREFIX.length).replace('_', '/');
    const objects = manifests.filter((object) => kindKey(object) === key);
    const schemas = readFileSync(join(ROOT, 'imports', `${key.split('/')[0]}.schemas.json`), 'utf8');
    expect(objects.length).toBeGreaterThan(0);
    for (const pointer of pointers(cm, rule.slice(PREFIX.length))) {
      const path = pointer.slice(1).split('/');
      expect(schemas).toContain(`"${path.at(-1)}":`);
      for (const object of objects) expect(path.reduce<unknown>(fieldOf, object)).toBeUndefined();
    }
  });
});

const fieldOf = (value: unknown, name: string) => (value as Record<string, unknown> | undefined)?.[name];
