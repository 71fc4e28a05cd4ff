import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isAwsKind, isStatefulKind, physicalKeyOf } from '@aws-platform/engine/aws';
import { InputError, systemMessage } from '@aws-platform/engine/errors';
import { isManifest } from '@aws-platform/engine/manifests';
import type { Environment } from '../environments';
import { bootstrapApp } from './app';
import { drParameters, outputsFrom } from './outputs';
import { STACKS, type StackName, stackNameOf } from './stack-names';
import { type Template, templateSummaryOf } from './template-summary';

/** Of production, whose values are the document's. */
const TEMPLATE_SUMMARY = join('bootstrap', 'facts.json');

/** Another program's end. */
export interface ProgramResult {
  readonly status: number;
  /** What it wrote, where that was asked for. */
  readonly stdout: string;
}

/** How commands reach what is outside of this process. */
export interface Outside {
  /** Runs the pinned CDK command line, with this terminal. */
  readonly cdk: (args: readonly string[]) => ProgramResult;
  /** Runs kubectl and keeps what it writes. */
  readonly kubectl: (args: readonly string[]) => ProgramResult;
  readonly say: (line: string) => void;
}

export interface Bootstrap {
  readonly root: string;
  readonly environment: Environment;
  readonly outside: Outside;
}

/** Writes the templates to a folder; diff and deploy hold them against CloudFormation's rules. */
export function synth({ root, environment, outside }: Bootstrap, output: string): void {
  const outdir = resolve(root, output);
  requireOwn(outdir, output);
  bootstrapApp({ root, environment, outdir, validate: false }).synth();
  outside.say(`wrote the templates of ${environment.name} to ${output}: ${STACKS.join(', ')}`);
}

/** The folder is empty, not there, or of an earlier run: what else is in it is not ours to write over. */
function requireOwn(outdir: string, output: string): void {
  if (!existsSync(outdir)) return;
  let names: string[];
  try {
    names = readdirSync(outdir);
  } catch (error) {
    throw new InputError(`--output ${output}: ${systemMessage(error)}`);
  }
  if (names.length > 0 && !names.includes('cdk.out'))
    throw new InputError(`--output ${output}: holds something else: name a new folder, or one that synth wrote`);
}

/** Writes down what the architecture document says of the templates, for `platform conformance`. */
export function writeTemplateSummary({ root, environment, outside }: Bootstrap): void {
  withAssembly(root, environment, ([, outdir = '']) => {
    const [foundation, cluster] = (['foundation', 'cluster'] as const).map(
      (stack) => JSON.parse(readFileSync(join(outdir, `${stack}.template.json`), 'utf8')) as Template,
    ) as [Template, Template];
    writeFileSync(join(root, TEMPLATE_SUMMARY), `${JSON.stringify(templateSummaryOf(foundation, cluster), null, 2)}\n`);
    outside.say(`wrote ${TEMPLATE_SUMMARY}`);
    return 0;
  });
}

/** What a deployment would change, stack by stack; the exit code is CDK's: 1 where something would. */
export function diff({ root, environment, outside }: Bootstrap): number {
  return withAssembly(root, environment, (app) => outside.cdk([...app, 'diff', '--fail']).status);
}

/**
 * Makes or changes the stacks. Ids that AWS makes up go into dist, and the controllers' policies name them: when a run
 * finds new ones it writes them down and stops, so that dist follows before the controllers and Argo CD do.
 */
export function deploy({ root, environment, outside }: Bootstrap): number {
  return withAssembly(root, environment, (app) => {
    const told: Record<string, unknown> = {};
    const run = (stack: StackName, more: readonly string[] = []): void => {
      const status = deployOne(app, stack, more, told, outside);
      if (status !== 0) throw new InputError(failed(environment, stack, status));
    };
    run('foundation');
    run(
      'dr',
      drParameters(told, environment).flatMap((parameter) => [
        '--parameters',
        `${stackNameOf(environment, 'dr')}:${parameter}`,
      ]),
    );
    run('cluster');
    if (recordOutputs(root, environment, told)) {
      outside.say(
        `wrote environments/outputs/${environment.name}.json. Now: npm run synth, commit and push it with dist to ${environment.repository.revision}, and run deploy again: it will make the controllers' roles and Argo CD`,
      );
      return 0;
    }
    run('controllers');
    run('argocd');
    outside.say(
      `${environment.name} is there: Argo CD syncs dist/${environment.name} from ${environment.repository.url}`,
    );
    return 0;
  });
}

function deployOne(
  app: readonly string[],
  stack: StackName,
  more: readonly string[],
  told: Record<string, unknown>,
  { cdk }: Outside,
): number {
  const folder = mkdtempSync(join(tmpdir(), 'bootstrap-outputs-'));
  try {
    const file = join(folder, 'outputs.json');
    const { status } = cdk([...app, 'deploy', stack, '--exclusively', '--outputs-file', file, ...more]);
    if (existsSync(file)) Object.assign(told, JSON.parse(readFileSync(file, 'utf8')));
    return status;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function failed(environment: Environment, stack: StackName, status: number): string {
  return `deploy: ${stackNameOf(environment, stack)} failed (cdk ended with ${status}). Nothing after it was touched. CloudFormation's events say why; mend that and run deploy again, it goes on where it stopped (docs/bootstrap.md, "When it fails half-way")`;
}

/** Whether the facts are other ones than those that are written down. */
export function recordOutputs(root: string, environment: Environment, told: unknown): boolean {
  const file = join(root, 'environments', 'outputs', `${environment.name}.json`);
  const text = `${JSON.stringify(outputsFrom(told, environment), null, 2)}\n`;
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return false;
  writeFileSync(file, text);
  return true;
}

/** Deletes the stacks, the last made first. Keys and logs stay. */
export function destroy({ root, environment, outside }: Bootstrap, context: string): number {
  requireEmpty(environment, context, outside);
  if (environment.cluster.deletionProtection)
    throw new InputError(
      `destroy: cluster.deletionProtection is on in environments/${environment.name}.ts: turn it off, deploy, and run destroy again`,
    );
  return withAssembly(root, environment, (app) => {
    for (const stack of [...STACKS].reverse()) {
      const { status } = outside.cdk([...app, 'destroy', stack, '--exclusively']);
      if (status !== 0)
        throw new InputError(
          `destroy: ${stackNameOf(environment, stack)} is still there (cdk ended with ${status}); those before it in the order of deploy are, too`,
        );
    }
    return 0;
  });
}

/**
 * Controllers are what deletes AWS's objects: without the cluster, what is left of these costs money and has no owner.
 */
function requireEmpty({ outputs }: Environment, context: string, { kubectl }: Outside): void {
  const cluster = kubectl([
    'config',
    'view',
    '--minify',
    '--context',
    context,
    '--output',
    'jsonpath={.clusters[0].name}',
  ]);
  if (cluster.status !== 0 || !cluster.stdout.endsWith(outputs.clusterName))
    throw new InputError(
      `destroy: --context ${context} leads to '${cluster.stdout}', not to ${outputs.clusterName}: aws eks update-kubeconfig --name ${outputs.clusterName}`,
    );
  const left = statefulObjects(context, kubectl);
  if (left.length > 0)
    throw new InputError(
      `destroy: ${left.length} objects that hold data are still in the cluster, such as ${left.slice(0, 5).join(', ')}: docs/bootstrap.md ("Destroy") says in which order they go`,
    );
}

function statefulObjects(context: string, kubectl: Outside['kubectl']): string[] {
  const served = kubectl(['api-resources', '--context', context, '--output', 'name', '--verbs', 'list']);
  if (served.status !== 0)
    throw new InputError('destroy: the cluster does not answer, and so cannot say what it holds');
  const names = served.stdout.split('\n').filter((name) => isAwsKind(`${name.slice(name.indexOf('.') + 1)}/`));
  if (names.length === 0) return [];
  const list = kubectl(['get', names.join(','), '--all-namespaces', '--context', context, '--output', 'json']);
  if (list.status !== 0) throw new InputError('destroy: the cluster does not say which objects it holds');
  const { items = [] } = JSON.parse(list.stdout) as { items?: unknown[] };
  return items.flatMap((item) => {
    // a kind that nobody knows may hold data as well
    const isHarmless = !isManifest(item) || isStatefulKind(physicalKeyOf(item)) === false;
    return isHarmless ? [] : [`${item.kind} ${item.metadata.name}`];
  });
}

/** Runs with the templates in a folder of their own, which the CDK command line takes for its app. */
function withAssembly(root: string, environment: Environment, run: (app: readonly string[]) => number): number {
  const outdir = mkdtempSync(join(tmpdir(), 'bootstrap-'));
  try {
    bootstrapApp({ root, environment, outdir }).synth();
    return run(['--app', outdir]);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
