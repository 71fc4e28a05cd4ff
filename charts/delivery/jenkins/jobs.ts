import type { MultibranchJob } from '../../../constructs/jenkins/multibranch-job';
import type { Environment } from '../../../environments';

/** Of the credentials with which Jenkins reads repositories. */
export const GIT = 'git';

/** Where the pipelines of this repository stand. */
const PIPELINES = 'jenkins/pipelines';

/** What Jenkins does for the platform. `application` is where the applications' code is. */
export function jobs({ repository }: Environment, application: string): readonly MultibranchJob[] {
  const ofPlatform = { repository: repository.url, credentialsId: GIT };
  return [
    {
      ...ofPlatform,
      name: 'platform-check',
      description: 'Is a change of the platform sound, and what does it do to AWS?',
      pipeline: `${PIPELINES}/platform-check.jenkinsfile`,
    },
    {
      name: 'application-build',
      description: 'Tests an application and builds its image, with its own Jenkinsfile',
      repository: application,
      credentialsId: GIT,
      pipeline: 'Jenkinsfile',
    },
    {
      ...ofPlatform,
      name: 'heavy-build',
      description: 'One build of CodeBuild, of any version',
      branches: [repository.revision],
      pipeline: `${PIPELINES}/heavy-build.jenkinsfile`,
      interval: '1h',
    },
    {
      ...ofPlatform,
      name: 'blue-green-deployment',
      description: 'Proposes a release, looks at it beside the one before, and lets it take over',
      branches: [repository.revision],
      pipeline: `${PIPELINES}/blue-green-deployment.jenkinsfile`,
      interval: '1h',
    },
  ];
}
