import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environments } from '../../environments';
import { checksum, platform, RepositoryCopy, ROOT } from '../repository';

const DIST = join(ROOT, 'dist');
const NAMES = environments.map(({ name }) => name);

describe('platform synth', () => {
  const work = mkdtempSync(join(tmpdir(), 'synth-'));
  const outdir = join(work, 'dist');

  beforeEach(() => rmSync(outdir, { recursive: true, force: true }));
  afterAll(() => rmSync(work, { recursive: true }));

  test('GIVEN the repository WHEN dist is checked THEN it is up to date', () => {
    const { status, stdout } = platform(['synth', '--check']);
    expect(stdout.replace(/\d+/g, 'N')).toBe(`dist is up to date (${NAMES.join(', ')}: N manifests in N files)\n`);
    expect(status).toBe(0);
  });

  test('GIVEN no folder WHEN synthesized there THEN it equals dist, and nothing lies beside it', () => {
    expect(platform(['synth', '--outdir', outdir]).status).toBe(0);
    expect(checksum(outdir)).toBe(checksum(DIST));
    expect(readdirSync(work)).toEqual(['dist']);
  });

  test('GIVEN a stale and a changed file WHEN synthesized THEN the one is gone and the other right, and both are named', () => {
    cpSync(DIST, outdir, { recursive: true });
    const sqs = join(outdir, 'staging/messaging/sqs.yaml');
    writeFileSync(join(outdir, 'staging/messaging/gone.yaml'), readFileSync(sqs));
    writeFileSync(sqs, readFileSync(sqs, 'utf8').replace('30', '31'));
    const staging = ['--environment', 'staging', '--outdir', outdir];
    const check = platform(['synth', '--check', ...staging]);
    expect(check.status).toBe(1);
    expect(check.stdout).toContain('out of date: staging/messaging/sqs.yaml\nstale: staging/messaging/gone.yaml\n');
    const { status, stdout } = platform(['synth', ...staging]);
    expect(stdout).toContain('removed: staging/messaging/gone.yaml\nchanged: staging/messaging/sqs.yaml\n');
    expect(status).toBe(0);
    expect(checksum(outdir)).toBe(checksum(DIST));
  });

  test('GIVEN one environment WHEN synthesized THEN the others stay as they are', () => {
    cpSync(DIST, outdir, { recursive: true });
    const stale = join(outdir, 'staging/messaging/sqs.yaml');
    writeFileSync(stale, `${readFileSync(stale, 'utf8')}# older\n`);
    const staging = checksum(join(outdir, 'staging'));
    rmSync(join(outdir, 'development'), { recursive: true });
    expect(platform(['synth', '--environment', 'development', '--outdir', outdir]).status).toBe(0);
    expect(checksum(join(outdir, 'development'))).toBe(checksum(join(DIST, 'development')));
    expect(checksum(join(outdir, 'staging'))).toBe(staging);
  });

  test('GIVEN --format json WHEN synthesized THEN stdout is one JSON document', () => {
    const { stdout } = platform(['synth', '--environment', 'development', '--check', '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({
      environments: ['development'],
      changed: [],
      missing: [],
      stale: [],
      upToDate: true,
    });
  });

  test('GIVEN the stock cdk8s CLI WHEN it synthesizes THEN it writes the same', () => {
    const copy = new RepositoryCopy();
    try {
      rmSync(join(copy.root, 'dist'), { recursive: true });
      const { status, stderr } = spawnSync(
        process.execPath,
        ['node_modules/cdk8s-cli/bin/cdk8s', 'synth', '--no-check-upgrade'],
        { cwd: copy.root, encoding: 'utf8' },
      );
      expect(stderr).not.toContain('Error');
      expect(status).toBe(0);
      expect(checksum(join(copy.root, 'dist'))).toBe(checksum(DIST));
    } finally {
      copy.remove();
    }
  }, 60_000);

  describe('wrong use: one clear line, exit 2, nothing written', () => {
    const foreign = mkdtempSync(join(tmpdir(), 'foreign-'));
    writeFileSync(join(foreign, 'thesis.txt'), 'ten years of work');

    test.each([
      [
        'an unknown environment',
        ['--environment', 'prod'],
        `unknown environment 'prod': allowed are ${NAMES.join(', ')}`,
      ],
      ['an unknown flag', ['--enviroment', 'staging'], "unknown option '--enviroment'\n(Did you mean --environment?)"],
      ['an argument too many', ['staging'], 'too many arguments'],
      ['what it may do not', ['--all'], 'platform: add --help to see what is allowed'],
      ['a flag without its value', ['--outdir'], "option '--outdir <dir>' argument missing"],
      ['an unknown format', ['--format', 'xml'], '--format xml: allowed are text, json'],
      [
        'an outdir below a file',
        ['--outdir', join(ROOT, 'package.json', 'dist')],
        'part of the path is not a folder (ENOTDIR)',
      ],
      [
        'an outdir that is a file',
        ['--outdir', join(ROOT, 'package.json')],
        'package.json is a file; allowed is a folder that is new, empty, or written by synth',
      ],
      ['an outdir that cannot be made', ['--outdir', '/proc/dist'], 'cannot write /proc/dist: no such file or folder'],
      ["somebody's folder", ['--outdir', foreign], `${foreign} holds thesis.txt, which synth did not write`],
    ])('GIVEN %s THEN it says so', (_what, args, message) => {
      const before = checksum(DIST);
      const { status, stderr, stdout } = platform(['synth', ...args]);
      expect(stderr).toContain(`platform: `);
      expect(stderr).toContain(message);
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(stdout).toBe('');
      expect(status).toBe(2);
      expect(checksum(DIST)).toBe(before);
      expect(readFileSync(join(foreign, 'thesis.txt'), 'utf8')).toBe('ten years of work');
    });
    afterAll(() => rmSync(foreign, { recursive: true }));
  });

  describe('bad environments and charts: where, what, what is allowed; exit 2, dist untouched', () => {
    let copy: RepositoryCopy;
    beforeAll(() => {
      copy = new RepositoryCopy();
    });
    afterAll(() => copy.remove());

    const queue = (definition: string) => (text: string) =>
      text.replace(/\}\n$/, `\n  readonly extra = new Queue(this, ${definition});\n}\n`);
    const cases: [string, string, (text: string) => string | undefined, string][] = [
      [
        'a malformed account',
        'environments/production.ts',
        (text) => text.replace("'123456789012'", "'1234'"),
        'environments/production.ts: account: an AWS account id has 12 digits (got "1234")',
      ],
      [
        'a malformed CIDR',
        'environments/staging.ts',
        (text) => text.replace("'10.10.0.0/16'", "'10.10.0.0/33'"),
        'environments/staging.ts: network.cidr: a CIDR looks like 10.0.0.0/16 (got "10.10.0.0/33")',
      ],
      [
        'a missing outputs file',
        'environments/outputs/staging.json',
        () => undefined,
        'environments/outputs/staging.json: no such file or folder (ENOENT); the bootstrap writes it',
      ],
      [
        'an outputs file cut short',
        'environments/outputs/staging.json',
        (text) => text.slice(0, 100),
        'environments/outputs/staging.json: not JSON',
      ],
      [
        'a missing file of code',
        'environments/code/staging.json',
        () => undefined,
        "environments/code/staging.json: no such file or folder (ENOENT); the functions' build writes it (docs/functions.md)",
      ],
      [
        'code of a function that is not there',
        'environments/code/staging.json',
        (text) => text.replace('"notify-teams"', '"notify-team"'),
        'environments/code/staging.json: there is no notify-team, staging/application/lambda has api-processing, api-handler, ',
      ],
      [
        'a size of a function that is not there',
        'environments/staging.ts',
        (text) => text.replace("'welcome-email': {", "'welcome-mail': {"),
        'environments/staging.ts: functions.sizes: there is no welcome-mail, staging/application/lambda has api-processing, ',
      ],
      [
        'a hexadecimal digest',
        'environments/code/staging.json',
        (text) => text.replace(/"sha256": "[^"]*"/, `"sha256": "${'0f'.repeat(32)}"`),
        'environments/code/staging.json: api-handler.sha256: a SHA-256 in base64 has 44 characters',
      ],
      [
        'an archive that expires',
        'environments/code/staging.json',
        (text) => text.replace('"functions/api-handler/', '"builds/api-handler/'),
        'environments/code/staging.json: api-handler.key: a key looks like functions/api-handler/1.0.0.zip',
      ],
      [
        'an image that moves',
        'environments/images/staging.json',
        (text) => text.replace(/"tag": "[^"]*"/, '"tag": "latest"'),
        'environments/images/staging.json: platform-application.tag: a tag has at most 128 letters, digits and . _ -, and is not latest (got "latest")',
      ],
      [
        'a workload without an image',
        'environments/images/staging.json',
        () => '{}',
        'environments/images/staging.json: platform-application: Invalid input: expected object, received undefined',
      ],
      [
        'a digest that is none',
        'environments/images/staging.json',
        (text) => text.replace('sha256:', 'md5:'),
        'environments/images/staging.json: platform-application.digest: a digest looks like sha256: and 64 hexadecimal digits',
      ],
      [
        "another account's outputs",
        'environments/outputs/staging.json',
        (text) => text.replaceAll('123456789012', '210987654321'),
        'account is 210987654321, but environments/staging.ts says 123456789012',
      ],
      [
        'a route table too few',
        'environments/outputs/staging.json',
        (text) => text.replace(/("privateRouteTableIds": \[)\s*"[^"]*",/, '$1'),
        'environments/outputs/staging.json: privateRouteTableIds has 2, one for each of 3 availability zones is allowed',
      ],
      [
        'a queue name of 81 characters',
        'charts/messaging/sqs.ts',
        queue(`'${'q'.repeat(81)}'`),
        '(81 characters) is not allowed, only at most 80',
      ],
      [
        'a FIFO mismatch',
        'charts/messaging/sqs.ts',
        queue("'extra.fifo'"),
        'production/messaging/sqs/extra.fifo: a FIFO queue has a name that ends in .fifo and the prop',
      ],
      [
        'a retention out of range',
        'charts/messaging/sqs.ts',
        queue("'extra', { retention: Duration.days(15) }"),
        'production/messaging/sqs/extra: retention is 1296000 s, a whole number from 60 to 1209600 s is allowed',
      ],
      [
        'a name twice in one chart',
        'charts/messaging/sqs.ts',
        queue("'order-processing'"),
        "There is already a Construct with name 'order-processing'",
      ],
      [
        'a physical name twice',
        'charts/messaging/sns.ts',
        (text) =>
          text.replace(
            'const deadLetterQueue',
            "new (require('../../constructs/sqs/queue').Queue)(this, 'order-processing');\n    const deadLetterQueue",
          ),
        'production/messaging/sns/order-processing: sqs.services.k8s.aws/Queue aws/order-processing exists already, made by production/messaging/sqs/order-processing',
      ],
      [
        'a name that is not imported',
        'charts/messaging/sqs.ts',
        (text) => text.replace('import { Queue }', 'import { Queeue }'),
        'platform: the sources: Queue is not defined; npx tsc --noEmit says where',
      ],
      [
        'a chart that does not parse',
        'charts/messaging/sqs.ts',
        (text) => text.replace('{', ''),
        'charts/messaging/sqs.ts:',
      ],
    ];
    test.each(cases)('GIVEN %s WHEN synthesized THEN it is refused', (_what, file, change, message) => {
      const before = checksum(join(copy.root, 'dist'));
      const { status, stderr } = copy.with(file, change, () => platform(['synth'], { root: copy.root }));
      expect(stderr).toContain(message);
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(status).toBe(2);
      expect(checksum(join(copy.root, 'dist'))).toBe(before);
    });
  });
});
