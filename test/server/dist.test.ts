import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { environments } from '../../environments';
import type { Manifest } from '../../packages/engine/src/manifests/manifest';
import { ApiServer } from '../../packages/engine/test/server/api-server';
import { describeOnServer } from '../../packages/engine/test/server/describe-on-server';

const ROOT = join(__dirname, '..', '..');

describeOnServer('dist on a real API server', () => {
  const server = new ApiServer();

  beforeAll(async () => {
    await server.start();
    await server.installCrds(join(ROOT, 'imports'));
    await server.installGraphKinds(manifestsBelow(join(ROOT, 'dist')));
    for (const namespace of namespaces()) server.kubectl(['create', 'namespace', namespace]);
  }, 300_000);
  afterAll(() => server.stop());

  test.each(environments.map(({ name }) => name))(
    'GIVEN dist/%s WHEN it is applied strictly, server-side, as a dry run THEN every manifest is accepted',
    (name) => {
      const folder = join(ROOT, 'dist', name);
      const count = manifestsBelow(folder).length;
      const { status, stdout, stderr } = server.kubectl([
        'apply',
        '--server-side',
        '--dry-run=server',
        '--validate=strict',
        '--recursive',
        '-f',
        folder,
      ]);
      const accepted = stdout.split('\n').filter((line) => line.endsWith('serverside-applied (server dry run)'));
      console.info(`${name}: ${accepted.length} of ${count} manifests accepted`);
      expect(stderr).toBe('');
      expect(status).toBe(0);
      expect(accepted).toHaveLength(count);
      expect(count).toBeGreaterThan(0);
    },
    300_000,
  );

  test('GIVEN a manifest with an unknown field WHEN it is applied the same way THEN it is refused', () => {
    const [queue] = manifestsBelow(join(ROOT, 'dist', 'development')).filter(({ kind }) => kind === 'Queue');
    const broken = { ...queue, spec: { ...(queue!['spec'] as object), visibilityTimeoutSeconds: '30' } };
    const { status, stderr } = server.kubectl(
      ['apply', '--server-side', '--dry-run=server', '--validate=strict', '-f', '-'],
      JSON.stringify(broken),
    );
    expect(status).not.toBe(0);
    expect(stderr).toContain('visibilityTimeoutSeconds');
  });
});

function namespaces(): Set<string> {
  return new Set(manifestsBelow(join(ROOT, 'dist')).flatMap(({ metadata }) => metadata.namespace ?? []));
}

function manifestsBelow(folder: string): Manifest[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .flatMap((path) => loadAll(readFileSync(join(folder, path), 'utf8')) as Manifest[]);
}
