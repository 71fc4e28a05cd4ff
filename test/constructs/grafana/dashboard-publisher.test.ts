import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrometheusWorkspace } from '../../../constructs/amp/workspace';
import { LogGroup } from '../../../constructs/cloudwatchlogs/log-group';
import { DashboardPublisher } from '../../../constructs/grafana/dashboard-publisher';
import { GrafanaWorkspace } from '../../../constructs/grafana/workspace';
import { collect } from '../../../packages/engine/src/synth/collect';
import { chart } from '../scope';

describe('DashboardPublisher', () => {
  const publisher = (dashboards: readonly { uid?: string; title: string }[]) => {
    const scope = chart();
    const prometheus = new PrometheusWorkspace(scope, 'metrics', {
      logGroup: new LogGroup(scope, 'logs', { retentionDays: 30 }),
    });
    const workspace = new GrafanaWorkspace(scope, 'graphs', {
      description: 'For tests',
      prometheus,
      prefixLists: ['pl-0123456789abcdef0'],
      groups: {},
    });
    new DashboardPublisher(scope, 'dashboards', { workspace, prometheus, dashboards });
    return scope;
  };

  test.each([
    ['no uid', [{ title: 'A' }], /'A' has the uid 'undefined'/],
    ['a uid that Grafana refuses', [{ uid: 'a b', title: 'A' }], /uid 'a b', allowed are 40 letters/],
    [
      'one uid twice',
      [
        { uid: 'a', title: 'A' },
        { uid: 'a', title: 'B' },
      ],
      /two dashboards have the uid 'a'/,
    ],
  ])('GIVEN %s WHEN dashboards are published THEN it is refused', (_what, dashboards, message) => {
    expect(() => publisher(dashboards)).toThrow(message);
  });

  const hasJq = ['jq', 'bash'].every((program) => {
    try {
      return execFileSync('sh', ['-c', `command -v ${program}`]).length > 0;
    } catch {
      return false;
    }
  });
  (hasJq ? test : test.skip)(
    'GIVEN Grafana and AWS WHEN the script runs THEN it brings what is in git, and takes away what is not',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'publish-'));
      const { data } = collect(publisher([{ uid: 'ours', title: 'Ours' }]))
        .flatMap(({ objects }) => objects.map(({ manifest }) => manifest))
        .find(({ kind }) => kind === 'ConfigMap') as unknown as { data: Record<string, string> };
      mkdirSync(join(folder, 'published'));
      for (const [name, text] of Object.entries(data))
        writeFileSync(
          join(folder, 'published', name),
          text.replaceAll('/tmp/', `${folder}/`).replaceAll('/published/', `${folder}/published/`),
        );
      const program = (name: string, script: string) => {
        writeFileSync(join(folder, name), `#!/usr/bin/env bash\necho "${name} $*" >> ${folder}/calls\n${script}`);
        chmodSync(join(folder, name), 0o755);
      };
      program(
        'aws',
        `case "$2" in
list*) echo None ;;
create-workspace-service-account) echo 7 ;;
create-workspace-service-account-token) echo '{"serviceAccountToken":{"id":"9","key":"secret-key"}}' ;;
esac`,
      );
      program(
        'curl',
        `case "$*" in
*search*) echo '[{"uid":"ours"},{"uid":"gone"}]' ;;
*dashboards/db*) echo '{"uid":"ours"}' ;;
*PUT*datasources/uid/cloudwatch*) exit 22 ;;
*) echo '{"message":"done"}' ;;
esac`,
      );
      const said = execFileSync('bash', [join(folder, 'published', 'publish.sh')], {
        encoding: 'utf8',
        env: {
          PATH: `${folder}:${process.env['PATH']}`,
          WORKSPACE: 'g-0123456789',
          ENDPOINT: 'g-0123456789.grafana-workspace.us-east-1.amazonaws.com',
          PROMETHEUS: 'https://aps-workspaces.us-east-1.amazonaws.com/workspaces/ws-1',
        },
      });
      const calls = readFileSync(join(folder, 'calls'), 'utf8');
      expect(said).toBe('published ours\ndone\n');
      expect(calls).toMatch(/create-workspace-service-account-token .*--seconds-to-live 900/);
      expect(calls).toMatch(/PUT .*datasources\/uid\/prometheus .*"url":"https:\/\/aps-workspaces/);
      // one that is not there yet is made
      expect(calls).toMatch(/POST .*\/api\/datasources .*"uid":"cloudwatch"/);
      expect(calls).toMatch(/DELETE .*dashboards\/uid\/gone/);
      expect(calls).not.toMatch(/DELETE .*dashboards\/uid\/ours|secret-key/);
      expect(calls).toMatch(/delete-workspace-service-account-token .*--token-id 9/);
      rmSync(folder, { recursive: true });
    },
  );
});
