import { chart, environment, wired } from '../scope';
import { endpoint, RULE, task } from './helpers';

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
