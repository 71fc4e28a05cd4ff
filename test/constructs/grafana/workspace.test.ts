import type { PlatformChart } from '../../../charts/platform-chart';
import { GrafanaWorkspace } from '../../../constructs/grafana/workspace';
import { workspace } from '../amp/helpers';
import { chart, wired } from '../scope';

describe('GrafanaWorkspace', () => {
  const grafana = (scope: PlatformChart, change: object = {}) =>
    new GrafanaWorkspace(scope, 'graphs', {
      description: 'Graphs',
      prometheus: workspace(scope),
      prefixLists: ['pl-0a1b2c3d4e5f60718'],
      groups: { ADMIN: ['906769aa66-0aafd7e3-62b9-4cf3-9f54-2d1f32f5a8b1'], VIEWER: [] },
      ...change,
    });

  test('GIVEN groups WHEN a workspace is made THEN they have roles in it, and it may ask that one Prometheus', () => {
    const scope = chart();
    grafana(scope);
    const all = wired(scope);
    expect(all['Workspace graphs']!.spec).toMatchObject({
      managementPolicies: ['Create', 'LateInitialize', 'Observe', 'Update'],
      forProvider: { authenticationProviders: ['AWS_SSO'], networkAccessControl: { vpceIds: [] } },
    });
    expect(Object.keys(all).filter((name) => name.startsWith('RoleAssociation'))).toEqual([
      'RoleAssociation graphs-admin',
    ]);
    expect(JSON.stringify(all['Role grafana-graphs']!.spec['inlinePolicies'])).toContain(
      '${platform.status.ackResourceMetadata.arn}',
    );
  });

  test('GIVEN no prefix list, or six WHEN a workspace is made THEN it is refused', () => {
    expect(() => grafana(chart(), { prefixLists: [] })).toThrow(/prefixLists is 0, a whole number from 1 to 5/);
    expect(() => grafana(chart(), { prefixLists: Array(6).fill('pl-0a1b2c3d') })).toThrow(/prefixLists is 6/);
  });
});
