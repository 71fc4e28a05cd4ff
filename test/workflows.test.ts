import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { environments } from '../environments';
import { ROOT } from './repository';

interface Workflow {
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly { readonly id?: string; readonly run?: string }[] }>
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
});
