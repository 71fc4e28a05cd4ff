import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import staging from '../../environments/outputs/staging.json';
import { Progress } from '../../packages/engine/src/commands/progress';
import { platform, type Run } from '../repository';

// what a kubectl says is this file's; test/server/diff.test.ts asks a real one
const folder = mkdtempSync(join(tmpdir(), 'diff-cli-'));
const ARN = `arn:aws:eks:${staging.region}:${staging.account}:cluster/${staging.clusterName}`;

/** Runs `platform diff` with a kubectl that answers by the words it is asked with. */
function diff(
  args: readonly string[],
  answers: Readonly<Record<string, readonly [status: number, said: string]>>,
): Run {
  const program = join(folder, 'kubectl');
  writeFileSync(
    program,
    `#!/usr/bin/env node
const asked = process.argv.slice(2).join(' ');
const [, [status, said]] = Object.entries(${JSON.stringify(answers)}).find(([words]) => asked.includes(words)) ?? ['', [1, 'asked for ' + asked]];
process[status === 0 ? 'stdout' : 'stderr'].write(said);
process.exitCode = status;
`,
  );
  chmodSync(program, 0o700);
  return platform(['diff', '--environment', 'staging', 'cost', ...args], {
    env: { PATH: [folder, dirname(process.execPath), process.env['PATH']].join(delimiter) },
  });
}

function context(name: string): [number, string] {
  const clusters = [{ name, cluster: { server: 'https://cluster' } }];
  return [0, JSON.stringify({ 'current-context': 'here', clusters })];
}
const version: readonly [number, string] = [0, '{}'];
const forbidden: readonly [number, string] = [1, 'Error from server (Forbidden): no'];

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('platform diff', () => {
  test.each([
    ['its issuer is the environment’s', 'anything', JSON.stringify({ issuer: staging.oidcIssuer })],
    ['its issuer may not be read, and it is called as the environment’s', ARN, undefined],
  ])('GIVEN a cluster WHEN %s THEN it is compared', (_, name, issuer) => {
    const { status, stdout, stderr } = diff([], {
      'config view': context(name),
      version,
      'openid-configuration': issuer === undefined ? forbidden : [0, issuer],
      'diff --server-side': [0, '{}'],
      'applications.argoproj.io': [0, '{"items":[]}'],
    });
    expect(stderr).toBe('');
    expect(stdout).toContain('nothing differs between staging and here (https://cluster)');
    expect(status).toBe(0);
  });

  test.each([
    [
      'its issuer is another',
      ARN,
      JSON.stringify({ issuer: 'https://another' }),
      'has the OpenID issuer https://another',
    ],
    ['its issuer may not be read, and it is called otherwise', 'minikube', undefined, 'is called minikube'],
  ])('GIVEN a cluster WHEN %s THEN it is refused', (_, name, issuer, said) => {
    const { status, stderr } = diff([], {
      'config view': context(name),
      version,
      'openid-configuration': issuer === undefined ? forbidden : [0, issuer],
    });
    expect(stderr).toContain(said);
    expect(stderr).toContain(`makes a context for ${ARN}`);
    expect(status).toBe(2);
  });

  test.each([
    ['Unable to connect to the server: getting credentials: exec: executable aws not found', 'aws sso login'],
    ['Unable to connect to the server: dial tcp 10.0.0.1:443: i/o timeout', 'its endpoint is private'],
    [
      'Unable to connect to the server: tls: failed to verify certificate: x509: unknown authority',
      'certificate-authority-data',
    ],
    ['error: You must be logged in to the server (Unauthorized)', 'the cluster does not know you'],
    ['something nobody has seen', 'kubectl: something nobody has seen'],
  ])('GIVEN a kubectl that says "%s" WHEN it is asked first THEN that is told with what to do', (said, advice) => {
    const { status, stdout, stderr } = diff([], {
      'config view': context(ARN),
      version: [1, `${said}\nWARNING: other\n`],
    });
    expect(stderr).toContain(advice);
    expect(stderr).toContain(said.replace('error: ', ''));
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  test('GIVEN Applications that may not be read WHEN it is compared THEN it says that what would be pruned is not known', () => {
    const { status, stdout } = diff(['--format', 'json', '--context', 'here', '--any-cluster'], {
      'config view': context('any'),
      version,
      'diff --server-side': [0, '{}'],
      'applications.argoproj.io': forbidden,
    });
    expect(JSON.parse(stdout)).toMatchObject({
      environment: 'staging',
      cluster: { context: 'here', name: 'any', server: 'https://cluster' },
      applications: [{ name: 'cost', objects: 0, differences: 0 }],
      changes: [],
      remarks: [
        {
          environment: 'staging',
          message: expect.stringContaining('what Argo CD would prune is not known: no access'),
        },
      ],
    });
    expect(status).toBe(0);
  });
});

describe('progress', () => {
  const stderr = process.stderr as { isTTY?: boolean };
  const { isTTY } = stderr;
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
    stderr.isTTY = isTTY!;
  });

  test.each([
    [true, 1_000, 0],
    [true, 3_000, 3],
    [false, 3_000, 0],
  ])('GIVEN a terminal: %s WHEN a command takes %d ms THEN it wrote %d times', (terminal, milliseconds, times) => {
    stderr.isTTY = terminal;
    const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const progress = new Progress('of 3 done');
    jest.advanceTimersByTime(milliseconds);
    progress.reach(1);
    progress.end();
    expect(write).toHaveBeenCalledTimes(times);
  });
});
