import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { environments } from '../environments';
import { ROOT } from './repository';

interface Workflow {
  readonly jobs: Readonly<
    Record<
      string,
      { readonly steps: readonly { readonly id?: string; readonly name?: string; readonly run?: string }[] }
    >
  >;
}

describe('the workflow that compares clusters', () => {
  const folder = mkdtempSync(join(tmpdir(), 'workflow-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** What the step that chooses environments says. */
  function choose(chosen: string): {
    readonly status: number | null;
    readonly stderr: string;
    readonly output: string;
  } {
    const workflow = load(readFileSync(join(ROOT, '.github/workflows/diff.yml'), 'utf8')) as Workflow;
    const { run } = workflow.jobs['environments']!.steps.find(({ id }) => id === 'names')!;
    const file = join(folder, chosen);
    const { status, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', run!], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, CHOSEN: chosen, GITHUB_OUTPUT: file },
    });
    return { status, stderr, output: status === 0 ? readFileSync(file, 'utf8') : '' };
  }

  test('GIVEN no choice WHEN it starts THEN it compares every environment', () => {
    const [, names = ''] = /^names=(.*)\n$/.exec(choose('all').output) ?? [];
    expect(JSON.parse(names).sort()).toEqual(environments.map(({ name }) => name).sort());
  });

  test('GIVEN one environment WHEN it starts THEN it compares that one', () => {
    expect(choose('staging').output).toBe('names=["staging"]\n');
  });

  test('GIVEN an environment that is not there WHEN it starts THEN it says so', () => {
    expect(choose('prod')).toMatchObject({ status: 1, stderr: 'there is no environment prod\n' });
  });

  test('GIVEN a difference that holds fences WHEN it is shown THEN the fence around it is longer than they', () => {
    const workflow = load(readFileSync(join(ROOT, '.github/workflows/diff.yml'), 'utf8')) as Workflow;
    const { run } = workflow.jobs['diff']!.steps.find(({ name }) => name === 'Compare')!;
    const text = '```\n@everyone\n``````\n# big\n';
    const programs = join(folder, 'programs');
    mkdirSync(programs);
    const program = (name: string, lines: string) =>
      writeFileSync(join(programs, name), `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
    program('npx', `printf '%b' '${text.replaceAll('\n', '\\n')}'; exit 1`);
    program('aws', 'exit 0');
    program('jq', 'echo name');
    const summary = join(folder, 'summary.md');
    const { status, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', run!], {
      cwd: folder,
      encoding: 'utf8',
      // a shell whose input is a socket takes itself for a remote one, and reads its user's files first
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PATH: `${programs}:${process.env['PATH']}`,
        GITHUB_STEP_SUMMARY: summary,
        ENVIRONMENT: 'a',
      },
    });
    expect([status, stderr]).toEqual([1, '']);
    expect(readFileSync(summary, 'utf8')).toBe(`\`\`\`\`\`\`\`\n${text}\`\`\`\`\`\`\`\n`);
  });
});
