import { canonicalJson } from '@aws-platform/engine/manifests';
import type { ReportGroup } from './report-group';

/** What a build does: https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html */
export interface Buildspec {
  /**
   * One after the other; a phase that fails ends the build, except that `postBuild` runs whatever became of `build`.
   */
  readonly phases: Partial<Record<PhaseName, BuildPhase>>;
  /** Where results of tests lie. @default none */
  readonly reports?: { readonly group: ReportGroup; readonly files: readonly string[]; readonly format: ReportFormat };
  /** What is kept of what was built, as patterns below `directory`. @default nothing */
  readonly artifacts?: { readonly directory: string; readonly files: readonly string[] };
  /** What the next build begins with. @default nothing */
  readonly cachePaths?: readonly string[];
}

export type PhaseName = 'install' | 'preBuild' | 'build' | 'postBuild';

export interface BuildPhase {
  /** By the shell of the image, all in one. */
  readonly commands: readonly string[];
}

/** Of tests: https://docs.aws.amazon.com/codebuild/latest/userguide/test-reporting.html */
export type ReportFormat = 'CUCUMBERJSON' | 'JUNITXML' | 'NUNITXML' | 'NUNIT3XML' | 'TESTNGXML' | 'VISUALSTUDIOTRX';

const PHASES: Readonly<Record<PhaseName, string>> = {
  install: 'install',
  preBuild: 'pre_build',
  build: 'build',
  postBuild: 'post_build',
};

/** What AWS would refuse, or read and do nothing for. */
export function* buildspecProblems({ phases, reports, artifacts, cachePaths }: Buildspec): Generator<string> {
  const named = Object.entries(phases);
  if (named.length === 0) yield 'buildspec.phases is empty, at least one is needed';
  for (const [name, { commands }] of named)
    if (commands.length === 0 || commands.some((command) => command.trim() === ''))
      yield `buildspec.phases.${name} has no commands or an empty one`;
  const lists = { 'reports.files': reports?.files, 'artifacts.files': artifacts?.files, cachePaths };
  for (const [name, list] of Object.entries(lists))
    if (list?.length === 0) yield `buildspec.${name} is empty, at least one path is needed`;
}

/** As CodeBuild takes it: YAML, of which JSON is a part. */
export function buildspecJson({ phases, reports, artifacts, cachePaths }: Buildspec): string {
  return canonicalJson({
    version: '0.2',
    // a failing command of several in one line fails the build too
    env: { shell: 'bash' },
    phases: Object.fromEntries(
      Object.entries(phases).map(([name, { commands }]) => [PHASES[name as PhaseName], { commands }]),
    ),
    // by its ARN: a name would stand for a group of the project's own, which CodeBuild makes
    ...(reports && { reports: { [reports.group.arn]: { files: reports.files, 'file-format': reports.format } } }),
    ...(artifacts && { artifacts: { 'base-directory': artifacts.directory, files: artifacts.files } }),
    ...(cachePaths && { cache: { paths: cachePaths } }),
  });
}
