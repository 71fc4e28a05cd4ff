import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ENGINE = join(__dirname, '..', '..');
const MEBIBYTE = 1024 * 1024;

const queue = (spec: string) =>
  `apiVersion: sqs.services.k8s.aws/v1alpha1\nkind: Queue\nmetadata:\n  name: orders\n  namespace: aws\nspec:\n  queueName: orders\n${spec}`;

/**
 * Packed, installed from the tarball as somebody else would have it, and run in folders that hold nothing of this
 * repository.
 */
describe('the package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'engine-package-'));
  const tarball = () => join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz'))!);
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const platform = (...args: readonly string[]) =>
    spawnSync(process.execPath, [join(folder, 'node_modules/.bin/platform'), ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
    });

  beforeAll(() => {
    run('npm', ['pack', '--silent', '--ignore-scripts=false', '--pack-destination', folder], ENGINE);
    write('package.json', '{"private":true}');
    run('npm', ['install', '--silent', '--no-audit', '--no-fund', '--prefer-offline', tarball()], folder);
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('GIVEN the tarball WHEN it is weighed THEN at most 12 MB, and at most 40 MB installed', () => {
    expect(statSync(tarball()).size).toBeLessThan(12 * MEBIBYTE);
    expect(sizeOf(join(folder, 'node_modules'))).toBeLessThan(40 * MEBIBYTE);
  });

  test('GIVEN what only some commands need WHEN it is installed THEN that is left to who uses them', () => {
    for (const name of ['cdk8s', 'constructs', 'cdk8s-cli', 'esbuild', '@dagrejs/dagre', 'aws-cdk-lib'])
      expect([name, existsSync(join(folder, 'node_modules', name))]).toEqual([name, false]);
  });

  test('GIVEN a folder with a mistake WHEN it is validated THEN it is found by the schemas that came along', () => {
    write('broken/queue.yaml', queue('  visibility: 30\n'));
    const { status, stdout, stderr } = platform('validate', '--rules', 'schema', 'broken');
    expect(stdout).toContain('spec.visibility: unknown field [unknown-field]');
    expect([status, stderr]).toEqual([1, '']);
    write('sound/queue.yaml', queue("  visibilityTimeout: '30'\n"));
    expect(platform('validate', '--rules', 'schema', 'sound').status).toBe(0);
  });

  test('GIVEN two folders WHEN they are planned THEN it says what happens in AWS', () => {
    write('a/production/messaging/queue.yaml', queue("  visibilityTimeout: '30'\n"));
    write('b/production/messaging/queue.yaml', queue("  visibilityTimeout: '60'\n"));
    const { status, stdout, stderr } = platform('plan', '--base', './a', '--head', 'b');
    expect(stdout).toContain('update   production/messaging Queue aws/orders');
    expect([status, stderr]).toEqual([0, '']);
  });

  test.each([
    ['synth', [], /no platform\.ts here or in a folder above/],
    ['conformance', [], /no platform\.ts here or in a folder above/],
    ['graph', [], /this command needs the package @dagrejs\/dagre: npm install --save-dev @dagrejs\/dagre/],
  ])('GIVEN no platform WHEN %s is run THEN one sentence says what is missing', (command, args, message) => {
    const { status, stderr } = platform(command, ...args);
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('    at ');
    expect(status).toBe(2);
  });

  test('GIVEN a front door WHEN it is imported THEN it works, and what is behind it cannot be reached', () => {
    write(
      'use.mjs',
      `import { readInput, validate } from '@aws-platform/engine/validate';
import { schemasOf } from '@aws-platform/engine/schema';
const { summary } = validate(readInput(['sound']), { schemas: schemasOf(), groups: ['schema'] });
const inner = await import('@aws-platform/engine/lib/validate/index.js').catch(({ code }) => code);
console.log(JSON.stringify({ summary, inner }));`,
    );
    const { stdout } = spawnSync(process.execPath, ['use.mjs'], { cwd: folder, encoding: 'utf8' });
    expect(JSON.parse(stdout)).toEqual({
      summary: { total: 1, valid: 1, invalid: 0 },
      inner: 'ERR_PACKAGE_PATH_NOT_EXPORTED',
    });
  });
});

function run(command: string, args: readonly string[], cwd: string): void {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stdout}${stderr}`);
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
