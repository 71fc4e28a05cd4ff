import type { JenkinsFolder } from '../../../constructs/jenkins/folder';
import type { MultibranchJob } from '../../../constructs/jenkins/multibranch-job';
import type { Environment } from '../../../environments';
import { CLOUDS } from './agents';

/** Of the credential with which jobs, and the shared library in them, read repositories; each folder has its own. */
export const GIT = 'git';

/** Where the pipelines of this repository stand. */
const PIPELINES = 'jenkins/pipelines';

export interface FolderOfJobs extends JenkinsFolder {
  /** The Secret, in the namespace of Jenkins, that has its credential. */
  readonly secret: string;
}

/**
 * `checks` runs what anybody has pushed, so nothing there is worth having. In `applications` branches are worked on,
 * and none of their files arrives in a Pod that may do something. `delivery` knows main alone.
 */
export const folders: readonly FolderOfJobs[] = [
  {
    name: 'checks',
    description: 'Runs what nobody has looked at yet, by pipelines of main, in Pods that may do nothing',
    clouds: [CLOUDS.checks],
    secret: 'jenkins-git-checks-credentials',
    credential: {
      id: GIT,
      description: 'Reads the repository of the platform',
      usernameVariable: 'GIT_CHECKS_USERNAME',
      passwordVariable: 'GIT_CHECKS_PASSWORD',
    },
  },
  {
    name: 'applications',
    description: 'Tests and builds branches of applications at CodeBuild, by pipelines of the platform',
    clouds: [CLOUDS.checks, CLOUDS.builds],
    secret: 'jenkins-git-credentials',
    credential: {
      id: GIT,
      description: 'Reads repositories',
      usernameVariable: 'GIT_USERNAME',
      passwordVariable: 'GIT_PASSWORD',
    },
  },
  {
    name: 'delivery',
    description: 'Builds and releases what is merged',
    clouds: [CLOUDS.builds, CLOUDS.deploy],
    secret: 'jenkins-git-credentials',
    credential: {
      id: GIT,
      description: 'Reads repositories',
      usernameVariable: 'GIT_USERNAME',
      passwordVariable: 'GIT_PASSWORD',
    },
  },
];

/** What Jenkins does for the platform. `application` is where the applications' code is. */
export function jobs({ repository }: Environment, application: string): readonly MultibranchJob[] {
  const ofPlatform = { repository: repository.url, credentialsId: GIT };
  return [
    {
      ...ofPlatform,
      folder: 'checks',
      name: 'platform-check',
      description: 'Is a change of the platform sound, and what does it do to AWS?',
      pipeline: { trusted: 'platformCheck()', marker: 'package.json' },
    },
    {
      folder: 'applications',
      name: 'application-build',
      description: 'Tests an application, and builds an image of what is merged',
      repository: application,
      credentialsId: GIT,
      pipeline: { trusted: 'applicationPipeline()', marker: 'Dockerfile' },
    },
    {
      ...ofPlatform,
      folder: 'delivery',
      name: 'heavy-build',
      description: 'One build of CodeBuild, of any version',
      branches: [repository.revision],
      pipeline: { ofBranch: `${PIPELINES}/heavy-build.jenkinsfile` },
      interval: '1h',
    },
    {
      ...ofPlatform,
      folder: 'delivery',
      name: 'blue-green-deployment',
      description: 'Proposes a release, looks at it beside the one before, and lets it take over',
      branches: [repository.revision],
      pipeline: { ofBranch: `${PIPELINES}/blue-green-deployment.jenkinsfile` },
      interval: '1h',
    },
  ];
}
