import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { platform } from '../repository';

describe('platform graph', () => {
  const folder = mkdtempSync(join(tmpdir(), 'graph-'));
  const file = join(folder, 'graph.html');
  afterAll(() => rmSync(folder, { recursive: true }));
  afterEach(() => {
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  });

  test('GIVEN an environment WHEN it is drawn THEN the page is written, says so, and leaves nothing beside it', () => {
    const { status, stdout, stderr } = platform(['graph', '--environment', 'staging', '--out', file]);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^wrote .*graph\.html \(\d+ objects, \d+ edges, \d+ KiB\)\n$/);
    expect(status).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('<title>Architecture of staging</title>');
    expect(readdirSync(folder)).toEqual(['graph.html']);
  });

  test('GIVEN a file that ends in .svg WHEN it is written THEN it is a picture', () => {
    const picture = join(folder, 'a.svg');
    expect(platform(['graph', '--out', picture]).status).toBe(0);
    expect(readFileSync(picture, 'utf8')).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
  });

  test('GIVEN a plan WHEN it is shown THEN what leaves git is among the objects', () => {
    const plan = join(folder, 'plan.json');
    const change = {
      environment: 'production',
      application: 'messaging',
      apiVersion: 'sqs.services.k8s.aws/v1alpha1',
      kind: 'Queue',
      namespace: 'aws',
      name: 'gone',
      effect: 'orphan',
      reason: 'it leaves git',
      fields: [],
      affects: [],
      acknowledged: false,
    };
    writeFileSync(plan, JSON.stringify({ changes: [change], summary: {} }));
    const count = (args: string[]) =>
      Number(/\((\d+) objects/.exec(platform(['graph', '--out', file, ...args]).stdout)?.[1]);
    expect(count(['--plan', plan]) - count([])).toBe(1);
  });

  test.each([
    ['an environment that there is not', ['--environment', 'prod'], "unknown environment 'prod'"],
    ['a file of another kind', ['--out', 'x.pdf'], '--out x.pdf: has to end in .html or .svg'],
    [
      'a folder that there is not',
      ['--out', '/proc/nowhere/x.html'],
      'cannot write /proc/nowhere/x.html: no such file or folder',
    ],
    ['no dist', ['--dist', '/proc/nowhere'], '/proc/nowhere/production: no such folder; npm run synth writes dist'],
    ['no plan', ['--plan', '/proc/nowhere'], '/proc/nowhere: no such file or folder'],
  ])('GIVEN %s WHEN asked THEN exit 2 and one clear message', (_what, args, message) => {
    const { status, stderr } = platform(['graph', '--out', file, ...args]);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(status).toBe(2);
  });

  test.each([
    ['without manifests', '', 'holds no manifest'],
    ['with a file that is none', 'a: [', 'x.yaml:1'],
    ['with a document that is no object', 'just text', 'document 1 is no Kubernetes object'],
  ])('GIVEN a dist %s WHEN asked THEN exit 2, and an older page stays', (_what, text, message) => {
    mkdirSync(join(folder, 'dist', 'production', 'app'), { recursive: true });
    if (text) writeFileSync(join(folder, 'dist', 'production', 'app', 'x.yaml'), text);
    writeFileSync(file, 'older');
    const { status, stderr } = platform(['graph', '--out', file, '--dist', join(folder, 'dist')]);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe('older');
  });

  test('GIVEN --help WHEN asked THEN examples', () => {
    const { stdout, status } = platform(['graph', '--help']);
    expect(stdout).toContain('platform plan --format json | platform graph --plan -');
    expect(status).toBe(0);
  });
});
