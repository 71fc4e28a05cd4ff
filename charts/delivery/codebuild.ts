import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import { BuildProject, type BuildSource } from '../../constructs/codebuild/project';
import { ReportGroup } from '../../constructs/codebuild/report-group';
import { registryOf } from '../../constructs/ecr/registry';
import { Secret } from '../../constructs/secretsmanager/secret';
import type { Environment } from '../../environments';
import type { Ec2 } from '../network/ec2';
import { PlatformChart } from '../platform-chart';
import type { S3 } from '../storage/s3';
import type { CodeCommit } from './codecommit';
import type { Ecr } from './ecr';

interface CodeBuildUses {
  readonly codeCommit?: CodeCommit;
  readonly ec2: Ec2;
  readonly ecr: Ecr;
  readonly s3: S3;
}

/** Heavy builds. Jenkins starts them, and says by variables what and which version. */
export class CodeBuild extends PlatformChart {
  /** Filled by a person before the first build. */
  readonly credentials = new Secret(this, 'build-credentials', {
    description: 'Private registry of packages',
    fields: ['packageToken'],
  });

  readonly tests: ReportGroup;

  /** Tests the applications and builds what they run, inside the VPC: private registries are reached from there. */
  readonly applications: BuildProject;

  /** Builds an image and pushes it. Outside the VPC, where a host keeps the layers of the build before. */
  readonly images: BuildProject;

  constructor(scope: Construct, id: string, environment: Environment, { codeCommit, ec2, ecr, s3 }: CodeBuildUses) {
    super(scope, id, environment);
    const { applications, images, logRetentionDays } = environment.delivery.codeBuild;
    const source = this.source(codeCommit);
    this.tests = new ReportGroup(this, 'application-tests', { bucket: s3.artifacts, keyPrefix: 'builds/reports' });

    this.applications = new BuildProject(this, 'application-build', {
      description: 'Tests the applications and builds what they run',
      source,
      buildspec: {
        phases: {
          preBuild: { commands: ['make dependencies'] },
          build: { commands: ['make test', 'make build'] },
        },
        reports: { group: this.tests, files: ['build/test-results/**/*.xml'], format: 'JUNITXML' },
        artifacts: { directory: 'build/dist', files: ['**/*'] },
        cachePaths: ['/root/.cache/**/*', '/root/.m2/**/*', '/root/.npm/**/*'],
      },
      ...this.size(applications),
      logRetentionDays,
      artifacts: s3.artifacts,
      cache: { bucket: s3.artifacts },
      securityGroup: ec2.builds,
      secrets: { PACKAGE_TOKEN: { secret: this.credentials, key: 'packageToken' } },
    });

    this.images = new BuildProject(this, 'image-build', {
      description: 'Builds an image and pushes it to ECR',
      source,
      buildspec: {
        phases: {
          preBuild: {
            commands: [
              // whoever starts the build says it; a tag cannot be pushed twice
              'test -n "$VERSION"',
              'aws ecr get-login-password | docker login --username AWS --password-stdin "$REGISTRY"',
            ],
          },
          build: {
            commands: [
              'docker build --build-arg "CACHES=$REGISTRY/$NAME_PREFIX" --tag "$REGISTRY/$REPOSITORY:$VERSION" "$CONTEXT"',
              'docker push "$REGISTRY/$REPOSITORY:$VERSION"',
            ],
          },
        },
      },
      ...this.size(images),
      logRetentionDays,
      cache: { local: ['LOCAL_DOCKER_LAYER_CACHE', 'LOCAL_SOURCE_CACHE'] },
      privileged: { because: 'it runs Docker, which builds the image; each build has a host of its own' },
      variables: {
        CONTEXT: '.',
        NAME_PREFIX: environment.namePrefix,
        REGISTRY: registryOf(environment.account, environment.region),
        REPOSITORY: ecr.application.awsName,
        VERSION: '',
      },
      pushesTo: [ecr.application, ecr.jenkins, ecr.jenkinsAgent],
      pullsFrom: ecr.caches,
    });
  }

  private source(codeCommit: CodeCommit | undefined): BuildSource {
    const { source } = this.environment.delivery.codeBuild;
    if (source.at === 'gitHub') return { gitHub: source.url, connectionArn: source.connectionArn };
    // environments are checked for it when they are loaded
    if (!codeCommit) throw new Error(`${this.node.path}: the source is at CodeCommit, which is not enabled`);
    return { codeCommit: codeCommit.application };
  }

  private size({ computeType, timeoutMinutes, concurrentBuilds }: Environment['delivery']['codeBuild']['images']) {
    return { computeType, timeout: Duration.minutes(timeoutMinutes), concurrentBuilds };
  }
}
