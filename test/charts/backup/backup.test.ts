import { App } from 'cdk8s';
import { Construct } from 'constructs';
import { applications } from '../../../charts';
import type { PlatformChart } from '../../../charts/platform-chart';
import { LogGroup } from '../../../constructs/cloudwatchlogs/log-group';
import { type Environment, environments } from '../../../environments';
import { chart, environment, manifests } from '../../constructs/scope';

/** What the registry makes of the application, by name. */
function application(change: Partial<Environment> = {}): ReturnType<typeof manifests> {
  const root = new Construct(new App(), 'production');
  applications(root, environment(change));
  const charts = root.node.findChild('backup').node.children as PlatformChart[];
  return Object.assign({}, ...charts.map(manifests));
}

interface Conditions {
  readonly stringEquals: readonly { readonly conditionKey: string; readonly conditionValue: string }[];
}

describe('backup of the platform', () => {
  test.each(environments.map((one) => [one.name, one] as const))(
    'GIVEN %s WHEN its locks are read THEN each can be taken off again',
    (_name, data) => {
      const locks = Object.values(application({ backup: data.backup })).filter(
        ({ kind }) => kind === 'VaultLockConfiguration',
      );
      expect(locks).toHaveLength(2);
      for (const { spec } of locks) expect(spec['forProvider']).not.toHaveProperty('changeableForDays');
    },
  );

  test('GIVEN something stateful WHEN its tags are read THEN the selection of its environment takes it, and no other', () => {
    const selections = environments.map(({ name, tags }) => ({
      name,
      conditions: (application({ tags })['platform-backup-selection']!.spec['conditions'] as Conditions).stringEquals,
    }));
    for (const { name, tags } of environments) {
      const scope = chart({ tags });
      new LogGroup(scope, 'kept', { retentionDays: 7 });
      const carried = manifests(scope)['kept']!.spec['tags'] as Record<string, string>;
      const taking = selections.filter(({ conditions }) =>
        conditions.every((one) => carried[one.conditionKey.replace('aws:ResourceTag/', '')] === one.conditionValue),
      );
      expect(taking.map((one) => one.name)).toEqual([name]);
    }
  });

  test('GIVEN the switches off WHEN the application is made THEN nothing of the account is in it', () => {
    const { backup } = environment();
    const off = application({ backup: { ...backup, regionSettings: false, config: false, audit: false } });
    const kinds = new Set(Object.values(off).map(({ kind }) => kind));
    for (const kind of ['RegionSettings', 'Framework', 'ReportPlan', 'ConfigurationRecorder', 'DeliveryChannel'])
      expect(kinds).not.toContain(kind);
    expect(kinds).toContain('BackupPlan');
  });
});
