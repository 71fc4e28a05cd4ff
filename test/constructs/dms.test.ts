import type { PlatformChart } from '../../constructs/core/platform-chart';
import { DmsEndpoint, type DmsEndpointProps } from '../../constructs/dms/endpoint';
import { DmsReplicationInstance, type DmsReplicationInstanceProps } from '../../constructs/dms/replication-instance';
import { DmsTask, type DmsTaskProps } from '../../constructs/dms/replication-task';
import type { SelectionRule } from '../../constructs/dms/table-mappings';
import { SecurityGroup } from '../../constructs/ec2/security-group';
import { Secret } from '../../constructs/secretsmanager/secret';
import { chart, environment, wired } from './scope';

const SUBNETS = ['subnet-1', 'subnet-2'];
const RULE: SelectionRule = { id: 1, name: 'all', action: 'include', schema: 'public', table: '%' };

const instance = (scope: PlatformChart, change: Partial<DmsReplicationInstanceProps> = {}, id = 'replication') =>
  new DmsReplicationInstance(scope, id, {
    description: 'For tests',
    instanceClass: 'dms.t3.small',
    storageGib: 50,
    subnetIds: SUBNETS,
    securityGroup: new SecurityGroup(scope, `${id}-group`, { description: 'DMS' }),
    logRetentionDays: 14,
    ...change,
  });
const endpoint = (scope: PlatformChart, id: string, change: Partial<DmsEndpointProps> = {}) =>
  new DmsEndpoint(scope, id, {
    type: 'source',
    engine: 'postgres',
    database: 'platform',
    secret: new Secret(scope, `${id}-credentials`, { description: 'A user', fields: ['username', 'password'] }),
    ...change,
  });
const task = (scope: PlatformChart, change: Partial<DmsTaskProps> = {}, id = 'task') =>
  new DmsTask(scope, id, {
    type: 'full-load-and-cdc',
    instance: instance(scope),
    source: endpoint(scope, 'from'),
    target: endpoint(scope, 'to', { type: 'target', engine: 'aurora-postgresql' }),
    mappings: [RULE],
    started: false,
    ...change,
  });

describe('DmsReplicationInstance', () => {
  test('GIVEN an instance WHEN it is made THEN it is encrypted, in its subnets and groups, and nowhere public', () => {
    const scope = chart({ namePrefix: 'staging-' });
    instance(scope, { multiAz: true });
    const all = wired(scope);
    expect(all['ReplicationInstance replication']!.metadata.annotations).toEqual({
      'crossplane.io/external-name': 'staging-replication',
    });
    expect(all['ReplicationInstance replication']!.spec['forProvider']).toEqual({
      region: 'us-east-1',
      replicationInstanceClass: 'dms.t3.small',
      allocatedStorage: 50,
      multiAz: true,
      engineVersion: '3.6.1',
      autoMinorVersionUpgrade: false,
      applyImmediately: true,
      publiclyAccessible: false,
      kmsKeyArn: environment().outputs.keys.data,
      replicationSubnetGroupIdRef: { name: 'replication' },
      vpcSecurityGroupIds: ['${replicationGroup.status.id}'],
      tags: environment().tags,
    });
    expect(all['ReplicationSubnetGroup replication']!.spec['forProvider']).toMatchObject({ subnetIds: SUBNETS });
  });

  test('GIVEN an instance WHEN it is made THEN the log group that DMS will write to has a key and an end', () => {
    const scope = chart({ namePrefix: 'staging-' });
    instance(scope);
    expect(wired(scope)['LogGroup replication']!.spec).toMatchObject({
      name: 'dms-tasks-staging-replication',
      retentionDays: 14,
      kmsKeyID: environment().outputs.keys.logs,
    });
  });

  test.each<[string, Partial<DmsReplicationInstanceProps>, string]>([
    [
      "another service's class",
      { instanceClass: 'db.t3.small' },
      "instanceClass 'db.t3.small' is not allowed, DMS has dms.<family>.<size> of t3, c5, c6i, c7i, r5, r6i, r7i",
    ],
    [
      'a family that DMS lacks',
      { instanceClass: 'dms.m7g.large' },
      "instanceClass 'dms.m7g.large' is not allowed, DMS has",
    ],
    [
      'a size that the family lacks',
      { instanceClass: 'dms.t3.2xlarge' },
      "instanceClass 'dms.t3.2xlarge' is not allowed, dms.t3 has micro, small, medium, large",
    ],
    ['4 GiB', { storageGib: 4 }, 'storageGib is 4 GiB, a whole number from 5 to 6144 GiB is allowed'],
    ['6,145 GiB', { storageGib: 6_145 }, 'storageGib is 6145 GiB, a whole number from 5 to 6144 GiB is allowed'],
    [
      'one subnet',
      { subnetIds: ['subnet-1', 'subnet-1'] },
      'subnetIds has 1 subnets, at least 2 in different availability zones are needed',
    ],
    [
      'half a version',
      { engineVersion: '3.6' },
      "engineVersion '3.6' (3 characters) is not allowed, only a version such as 3.6.1",
    ],
    ['a long description', { description: 'a'.repeat(256) }, 'description has 256 characters, at most 255 are allowed'],
  ])('GIVEN %s WHEN an instance is made THEN it is refused', (_, change, message) => {
    expect(() => instance(chart(), change)).toThrow(message);
  });

  test.each(['1st', 'two--hyphens', 'ends-', 'Upper', 'under_score'])(
    'GIVEN the identifier %s WHEN an instance, an endpoint or a task is made THEN it is refused',
    (id) => {
      const allowed = 'lower-case letters, digits and single hyphens between them, a letter first';
      expect(() => instance(chart(), {}, id)).toThrow(`instance identifier '${id}'`);
      expect(() => endpoint(chart(), id)).toThrow(allowed);
      expect(() => task(chart(), {}, id)).toThrow(allowed);
    },
  );

  test('GIVEN an identifier of 64 characters WHEN an instance is made THEN it is refused', () => {
    expect(() => instance(chart(), {}, 'a'.repeat(64))).toThrow(
      'instance identifier has 64 characters, at most 63 are allowed',
    );
  });
});

describe('DmsEndpoint', () => {
  test('GIVEN a secret WHEN an endpoint is made THEN DMS of the region reads it, that one only, and speaks TLS', () => {
    const scope = chart();
    endpoint(scope, 'from');
    const all = wired(scope);
    expect(all['Endpoint from']!.spec['forProvider']).toEqual({
      region: 'us-east-1',
      endpointType: 'source',
      engineName: 'postgres',
      databaseName: 'platform',
      secretsManagerArn: '${fromCredentials.status.ackResourceMetadata.arn}',
      secretsManagerAccessRoleArn: 'arn:aws:iam::123456789012:role/platform/from-secret',
      sslMode: 'require',
      kmsKeyArn: environment().outputs.keys.data,
      tags: environment().tags,
    });
    const role = all['Role from-secret']!.spec as Record<string, string> & { inlinePolicies: Record<string, string> };
    expect(JSON.parse(role['assumeRolePolicyDocument']!).Statement).toEqual([
      {
        Sid: 'Assume',
        Effect: 'Allow',
        Principal: { Service: 'dms.us-east-1.amazonaws.com' },
        Action: 'sts:AssumeRole',
      },
    ]);
    expect(JSON.parse(role.inlinePolicies['read']!).Statement).toMatchObject([
      { Resource: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:from-credentials-??????' },
      { Resource: environment().outputs.keys.secrets },
    ]);
  });

  test('GIVEN secrets without values WHEN endpoints and their task are made THEN nothing waits for them', () => {
    const scope = chart();
    task(scope);
    const all = wired(scope);
    const wave = (key: string) => all[key]!.metadata.annotations!['argocd.argoproj.io/sync-wave'];
    expect([wave('TestFromWiring test-from'), wave('TestToWiring test-to'), wave('ReplicationTask task')]).toEqual([
      '100',
      '100',
      '100',
    ]);
  });

  test.each<[string, Partial<DmsEndpointProps>, string]>([
    [
      'an engine without TLS here',
      { engine: 'redshift' },
      "engine 'redshift' is not allowed, only postgres, aurora-postgresql, mysql, mariadb, aurora, sqlserver, oracle",
    ],
    [
      'a mode that MySQL lacks',
      { engine: 'mysql' },
      "sslMode 'require' is not allowed, mysql has verify-ca, verify-full",
    ],
    [
      'a mode that Oracle lacks',
      { engine: 'oracle', sslMode: 'verify-full' },
      "sslMode 'verify-full' is not allowed, oracle has verify-ca",
    ],
    [
      'no encryption',
      { sslMode: 'none' as 'require' },
      "sslMode 'none' is not allowed, postgres has require, verify-ca, verify-full",
    ],
    ['nothing to verify with', { sslMode: 'verify-full' }, "sslMode 'verify-full' needs certificateArn"],
  ])('GIVEN %s WHEN an endpoint is made THEN it is refused', (_, change, message) => {
    expect(() => endpoint(chart(), 'from', change)).toThrow(message);
  });
});

describe('DmsTask', () => {
  test('GIVEN endpoints WHEN a task is made THEN it logs, compares rows, and drops no table', () => {
    const scope = chart();
    task(scope, { mappings: [RULE, { ...RULE, id: 2, name: 'no-logs', action: 'exclude', table: 'log%' }] });
    const { replicationTaskSettings, tableMappings, ...rest } = wired(scope)['ReplicationTask task']!.spec[
      'forProvider'
    ] as Record<string, string>;
    expect(rest).toEqual({
      region: 'us-east-1',
      migrationType: 'full-load-and-cdc',
      replicationInstanceArnRef: { name: 'replication' },
      sourceEndpointArnRef: { name: 'from' },
      targetEndpointArnRef: { name: 'to' },
      startReplicationTask: false,
      tags: environment().tags,
    });
    expect(JSON.parse(replicationTaskSettings!)).toEqual({
      FullLoadSettings: { TargetTablePrepMode: 'DO_NOTHING' },
      Logging: { EnableLogging: true },
      ValidationSettings: { EnableValidation: true },
    });
    const rule = (id: string, name: string, action: string, table: string) => ({
      'rule-type': 'selection',
      'rule-id': id,
      'rule-name': name,
      'rule-action': action,
      'object-locator': { 'schema-name': 'public', 'table-name': table },
      filters: [],
    });
    expect(JSON.parse(tableMappings!)).toEqual({
      rules: [rule('1', 'all', 'include', '%'), rule('2', 'no-logs', 'exclude', 'log%')],
    });
  });

  test.each<[string, readonly SelectionRule[], string]>([
    ['no rule', [], 'task: mappings has 0 rules and none includes a table'],
    ['rules that only exclude', [{ ...RULE, action: 'exclude' }], 'mappings has 1 rules and none includes a table'],
    ['an id twice', [RULE, { ...RULE, name: 'more' }], 'mappings[1].id 1 stands twice, each rule needs its own'],
    ['a name twice', [RULE, { ...RULE, id: 2 }], "mappings[1].name 'all' stands twice, each rule needs its own"],
    ['the id 0', [{ ...RULE, id: 0 }], 'mappings[0].id is 0, a positive whole number is allowed'],
    [
      'a name with spaces',
      [{ ...RULE, name: 'all tables' }],
      "mappings[0].name 'all tables' is not allowed, only letters, digits and hyphens",
    ],
    ['no schema', [{ ...RULE, schema: '' }], 'mappings[0] names no schema, % stands for any'],
    ['no table', [{ ...RULE, table: '' }], 'mappings[0] names no table, % stands for any'],
    [
      'an explicit wildcard',
      [{ ...RULE, action: 'explicit' }],
      'mappings[0] is explicit and has a wildcard, exact names are needed',
    ],
  ])('GIVEN mappings with %s WHEN a task is made THEN it is refused', (_, mappings, message) => {
    expect(() => task(chart(), { mappings })).toThrow(message);
  });

  test('GIVEN another migration type WHEN a task is made THEN it is refused', () => {
    expect(() => task(chart(), { type: 'cdc-only' as 'cdc' })).toThrow(
      "type 'cdc-only' is not allowed, only full-load, cdc, full-load-and-cdc",
    );
  });

  test('GIVEN endpoints the wrong way round WHEN a task is made THEN it is refused', () => {
    const scope = chart();
    const [source, target] = [endpoint(scope, 'a'), endpoint(scope, 'b', { type: 'target' })];
    expect(() => task(scope, { source: target })).toThrow("source is the endpoint 'b', which is a target");
    expect(() => task(chart(), { target: source })).toThrow("target is the endpoint 'a', which is a source");
  });
});
