import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import { ReportGroup } from '../../../constructs/codebuild/report-group';
import { CodeRepository } from '../../../constructs/codecommit/repository';
import { SecurityGroup } from '../../../constructs/ec2/security-group';
import { PullThroughCache } from '../../../constructs/ecr/pull-through-cache';
import { ImageRepository } from '../../../constructs/ecr/repository';
import { Secret } from '../../../constructs/secretsmanager/secret';
import { lifecycle } from '../ecr/helpers';
import { bucket, chart, manifests, wired } from '../scope';
import { build } from './helpers';

const REASON = 'it builds images with Docker';
const group = (scope: PlatformChart) => new SecurityGroup(scope, 'builds', { description: 'Builds' });
const policies = (manifest: { spec: Record<string, unknown> }) =>
  Object.values(manifest.spec['inlinePolicies'] as Record<string, string>).flatMap(
    (text) => JSON.parse(text).Statement as { Sid: string; Action: string | string[]; Resource: string | string[] }[],
  );

describe('BuildProject', () => {
  test('GIVEN a build that only compiles WHEN it is made THEN its role may log and use the key, and nothing else', () => {
    const scope = chart();
    build(scope);
    const all = wired(scope);
    expect(policies(all['Role build-build']!).map(({ Sid }) => Sid)).toEqual(['WriteLogs', 'UseKey']);
    expect(all['Project build']!.spec['forProvider']).toMatchObject({
      artifacts: { type: 'NO_ARTIFACTS' },
      badgeEnabled: false,
      buildTimeout: 30,
      queuedTimeout: 60,
      cache: { type: 'NO_CACHE' },
      environment: { type: 'LINUX_CONTAINER', privilegedMode: false, imagePullCredentialsType: 'CODEBUILD' },
      projectVisibility: 'PRIVATE',
    });
    expect(all['LogGroup build']!.spec['name']).toBe('/aws/codebuild/build');
  });

  test('GIVEN everything that a build can have WHEN it is made THEN the role may do that where it is, and no further', () => {
    const scope = chart();
    const artifacts = bucket(scope, 'artifacts');
    const reports = new ReportGroup(scope, 'tests', { bucket: artifacts, keyPrefix: 'builds/reports' });
    build(scope, {
      source: { codeCommit: new CodeRepository(scope, 'code', { description: 'Code' }) },
      buildspec: {
        phases: { preBuild: { commands: ['make get'] }, build: { commands: ['make'] } },
        reports: { group: reports, files: ['**/*.xml'], format: 'JUNITXML' },
        artifacts: { directory: 'dist', files: ['**/*'] },
        cachePaths: ['/root/.npm/**/*'],
      },
      artifacts,
      cache: { bucket: artifacts },
      securityGroup: group(scope),
      secrets: {
        TOKEN: { secret: new Secret(scope, 'token', { description: 'Token', fields: ['value'] }), key: 'value' },
      },
      pushesTo: [new ImageRepository(scope, 'web', { lifecycle })],
      pullsFrom: [new PullThroughCache(scope, 'quay', { upstream: 'quay', lifecycle })],
    });
    const all = wired(scope);
    const statements = policies(all['Role build-build']!);
    const resourceOf = (sid: string) => statements.find(({ Sid }) => Sid === sid)!.Resource;
    expect(statements.filter(({ Resource }) => Resource === '*').map(({ Sid }) => Sid)).toEqual([
      'LogIn',
      'FindNetwork',
    ]);
    expect(resourceOf('KeepObjects')).toEqual([
      'arn:aws:s3:::artifacts-123456789012-us-east-1/builds/build/*',
      'arn:aws:s3:::artifacts-123456789012-us-east-1/builds/cache/build/*',
    ]);
    expect(resourceOf('PushAndPull')).toBe('arn:aws:ecr:us-east-1:123456789012:repository/web');
    expect(resourceOf('PullFromQuay')).toBe('arn:aws:ecr:us-east-1:123456789012:repository/quay/*');
    expect(resourceOf('ReadCode')).toBe('arn:aws:codecommit:us-east-1:123456789012:code');
    expect(resourceOf('ReadSecrets')).toBe('arn:aws:secretsmanager:us-east-1:123456789012:secret:token-??????');
    const project = all['Project build']!.spec['forProvider'] as Record<string, Record<string, unknown>>;
    expect(project['vpcConfig']!['securityGroupIds']).toEqual(['${builds.status.id}']);
    expect(project['environment']!['environmentVariable']).toEqual([
      { name: 'TOKEN', type: 'SECRETS_MANAGER', value: 'token:value' },
    ]);
    expect(JSON.parse(project['source']!['buildspec'] as string)).toEqual({
      version: '0.2',
      env: { shell: 'bash' },
      phases: { pre_build: { commands: ['make get'] }, build: { commands: ['make'] } },
      reports: {
        'arn:aws:codebuild:us-east-1:123456789012:report-group/tests': {
          files: ['**/*.xml'],
          'file-format': 'JUNITXML',
        },
      },
      artifacts: { 'base-directory': 'dist', files: ['**/*'] },
      cache: { paths: ['/root/.npm/**/*'] },
    });
  });

  test('GIVEN a connection to GitHub WHEN a project reads from there THEN its role may use that one', () => {
    const scope = chart();
    const connectionArn = 'arn:aws:codeconnections:us-east-1:123456789012:connection/1';
    build(scope, { source: { gitHub: 'https://github.com/company/application.git', connectionArn } });
    const { build: project, 'build-build': role } = manifests(scope);
    expect(policies(role!).find(({ Sid }) => Sid === 'ReadCode')!.Resource).toBe(connectionArn);
    expect(project!.spec['forProvider']).toMatchObject({
      source: { auth: { type: 'CODECONNECTIONS', resource: connectionArn } },
    });
  });

  const where = 'production/test/chart';
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a compute type that does not exist',
      (scope) => build(scope, { computeType: 'BUILD_GENERAL1_TINY' as never }),
      `${where}/build: computeType 'BUILD_GENERAL1_TINY' does not exist, allowed are BUILD_GENERAL1_SMALL`,
    ],
    [
      'a build of 4 minutes',
      (scope) => build(scope, { timeout: Duration.minutes(4) }),
      `${where}/build: timeout is 4 min, a whole number from 5 to 2160 min is allowed`,
    ],
    [
      'a build of more than 36 hours',
      (scope) => build(scope, { timeout: Duration.minutes(2_161) }),
      `${where}/build: timeout is 2161 min, a whole number from 5 to 2160 min is allowed`,
    ],
    [
      'a build that waits more than 8 hours',
      (scope) => build(scope, { queuedTimeout: Duration.minutes(481) }),
      `${where}/build: queuedTimeout is 481 min, a whole number from 5 to 480 min is allowed`,
    ],
    [
      'no build at once',
      (scope) => build(scope, { concurrentBuilds: 0 }),
      `${where}/build: concurrentBuilds is 0, a whole number from 1`,
    ],
    [
      'a project of one letter',
      (scope) => build(scope, {}, 'b'),
      `${where}/b: project name 'b' (1 characters) is not allowed, only 2 to 150 letters`,
    ],
    [
      'an image without a tag',
      (scope) => build(scope, { image: 'public.ecr.aws/docker/library/node' }),
      `${where}/build: image 'public.ecr.aws/docker/library/node' (34 characters) is not allowed, only a name with a tag`,
    ],
    [
      'the latest image',
      (scope) => build(scope, { image: 'aws/codebuild/standard:latest' }),
      `${where}/build: image 'aws/codebuild/standard:latest' (29 characters) is not allowed, only a name with a tag`,
    ],
    [
      'a local cache in the VPC',
      (scope) => build(scope, { cache: { local: ['LOCAL_SOURCE_CACHE'] }, securityGroup: group(scope) }),
      `${where}/build: a local cache works outside the VPC only, inside it one in a bucket is needed`,
    ],
    [
      'a cache of layers without Docker',
      (scope) => build(scope, { cache: { local: ['LOCAL_DOCKER_LAYER_CACHE'] } }),
      `${where}/build: LOCAL_DOCKER_LAYER_CACHE is of privileged builds only`,
    ],
    [
      'a cache of nothing',
      (scope) => build(scope, { cache: { bucket: bucket(scope, 'artifacts') } }),
      `${where}/build: buildspec.cachePaths and a cache in a bucket or LOCAL_CUSTOM_CACHE belong together`,
    ],
    [
      'privileges without a reason',
      (scope) => build(scope, { privileged: { because: 'docker' } }),
      `${where}/build: privileged.because 'docker' is too short, a reason of at least 10 characters is needed`,
    ],
    [
      'artifacts that the buildspec does not name',
      (scope) => build(scope, { artifacts: bucket(scope, 'artifacts') }),
      `${where}/build: artifacts and buildspec.artifacts belong together, only one of them is there`,
    ],
    [
      "a variable with CodeBuild's own prefix",
      (scope) => build(scope, { variables: { CODEBUILD_X: '1' } }),
      `${where}/build: variable 'CODEBUILD_X' (11 characters) is not allowed`,
    ],
    [
      'a field that the secret does not have',
      (scope) =>
        build(scope, {
          secrets: {
            TOKEN: { secret: new Secret(scope, 'token', { description: 'Token', fields: ['value'] }), key: 'password' },
          },
        }),
      `${where}/build: secrets.TOKEN: 'token' has no field 'password', only value`,
    ],
  ];

  test.each(cases)('GIVEN %s WHEN constructed THEN the message says so', (_what, make, message) => {
    expect(() => make(chart())).toThrow(message);
  });

  test('GIVEN a reason WHEN a build runs Docker THEN it may, and may keep layers on its host', () => {
    const scope = chart();
    build(scope, { privileged: { because: REASON }, cache: { local: ['LOCAL_DOCKER_LAYER_CACHE'] } });
    expect(manifests(scope)['build']!.spec['forProvider']).toMatchObject({ environment: { privilegedMode: true } });
  });
});
