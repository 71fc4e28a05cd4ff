import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import { BuildProject, type BuildProjectProps } from '../../../constructs/codebuild/project';

/** A build of a repository of GitHub. */
export const build = (scope: PlatformChart, change: Partial<BuildProjectProps> = {}, id = 'build') =>
  new BuildProject(scope, id, {
    description: 'A build',
    source: { gitHub: 'https://github.com/company/application.git' },
    buildspec: { phases: { build: { commands: ['make'] } } },
    computeType: 'BUILD_GENERAL1_SMALL',
    timeout: Duration.minutes(30),
    concurrentBuilds: 2,
    logRetentionDays: 7,
    ...change,
  });
