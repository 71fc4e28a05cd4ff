import { chart, wired } from '../scope';
import { workspace } from './helpers';

describe('PrometheusWorkspace', () => {
  test('GIVEN a workspace WHEN it is made THEN it outlives its manifest, logs, and where to write to is late', () => {
    const scope = chart();
    const { remoteWriteUrl } = workspace(scope);
    const { metadata } = wired(scope)['Workspace platform']!;
    expect(metadata.annotations).toMatchObject({ 'services.k8s.aws/deletion-policy': 'retain' });
    expect(wired(scope)['LoggingConfiguration platform-logs']!.spec).toMatchObject({
      logGroupARN: 'arn:aws:logs:us-east-1:123456789012:log-group:/aws/vendedlogs/platform-logs:*',
      workspaceRef: { from: { name: 'platform' } },
    });
    expect(remoteWriteUrl).toMatch(
      /^https:\/\/aps-workspaces\.us-east-1\.amazonaws\.com\/workspaces\/.*\/api\/v1\/remote_write$/,
    );
  });

  test.each<[string, () => unknown, RegExp]>([
    ['an alias that begins with a space', () => workspace(chart(), ' platform'), /no space at either end/],
    [
      'a scrape every second',
      () => workspace(chart(), 'platform', 1),
      /scrapeIntervalSeconds is 1 s, .* from 10 to 60 s/,
    ],
    ['an alias of 101 characters', () => workspace(chart(), 'a'.repeat(101)), /1 to 100 characters/],
  ])('GIVEN %s WHEN it is made THEN it is refused', (_what, make, message) => {
    expect(make).toThrow(message);
  });
});
