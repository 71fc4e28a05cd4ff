import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../charts/platform-chart';
import { BuildProject, type BuildProjectProps } from '../../constructs/codebuild/project';
import { ReportGroup } from '../../constructs/codebuild/report-group';
import { ApprovalRuleTemplate } from '../../constructs/codecommit/approval-rule-template';
import { CodeRepository } from '../../constructs/codecommit/repository';
import { SecurityGroup } from '../../constructs/ec2/security-group';
import type { ImageRule } from '../../constructs/ecr/lifecycle-policy';
import { PullThroughCache } from '../../constructs/ecr/pull-through-cache';
import { ImageRepository } from '../../constructs/ecr/repository';
import { Secret } from '../../constructs/secretsmanager/secret';
import { bucket, chart, manifests, wired } from './scope';

const REASON = 'it builds images with Docker';
const untagged: ImageRule = { images: 'untagged', expire: { after: Duration.days(7) } };
const lifecycle = { untagged };
const build = (scope: PlatformChart, change: Partial<BuildProjectProps> = {}, id = 'build') =>
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
const group = (scope: PlatformChart) => new SecurityGroup(scope, 'builds', { description: 'Builds' });
const template = (scope: PlatformChart, change: object = {}, id = 'reviews') =>
  new ApprovalRuleTemplate(scope, id, {
    description: 'Reviews',
    approvals: 2,
    repositories: [new CodeRepository(scope, 'code', { description: 'Code' })],
    ...change,
  });
const policies = (manifest: { spec: Record<string, unknown> }) =>
  Object.values(manifest.spec['inlinePolicies'] as Record<string, string>).flatMap(
    (text) => JSON.parse(text).Statement as { Sid: string; Action: string | string[]; Resource: string | string[] }[],
  );

describe('CodeRepository', () => {
  test('GIVEN a repository WHEN it is made THEN it is encrypted, and neither Argo CD nor the provider deletes it', () => {
    const scope = chart({ namePrefix: 'staging-' });
    const { arn, cloneUrl } = new CodeRepository(scope, 'code', { description: 'Code' });
    const { metadata, spec } = manifests(scope)['code']!;
    expect(arn).toBe('arn:aws:codecommit:us-east-1:123456789012:staging-code');
    expect(cloneUrl).toBe('https://git-codecommit.us-east-1.amazonaws.com/v1/repos/staging-code');
    expect(metadata.annotations).toEqual({
      'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
      'crossplane.io/external-name': 'staging-code',
    });
    expect(spec['managementPolicies']).toEqual(['Create', 'LateInitialize', 'Observe', 'Update']);
    expect(spec['forProvider']).toMatchObject({
      kmsKeyId: expect.stringMatching(/^arn:aws:kms:us-east-1:/),
      tags: { Backup: 'platform' },
    });
  });

  test('GIVEN a template WHEN it is made THEN each repository has it, and those roles alone approve', () => {
    const scope = chart();
    template(scope, { roles: ['Reviewer'], branches: ['main', 'release'] });
    const all = manifests(scope);
    const { content } = all['reviews']!.spec['forProvider'] as Record<string, string>;
    expect(JSON.parse(content!)).toEqual({
      Version: '2018-11-08',
      DestinationReferences: ['refs/heads/main', 'refs/heads/release'],
      Statements: [
        {
          Type: 'Approvers',
          NumberOfApprovalsNeeded: 2,
          ApprovalPoolMembers: ['arn:aws:sts::123456789012:assumed-role/Reviewer/*'],
        },
      ],
    });
    expect(all['reviews-code']!.spec['forProvider']).toEqual({
      region: 'us-east-1',
      approvalRuleTemplateNameRef: { name: 'reviews' },
      repositoryNameRef: { name: 'code' },
    });
  });
});

describe('ImageRepository', () => {
  test('GIVEN rules in order WHEN a repository is made THEN that is their priority, tags stay what they are, and it is kept', () => {
    const scope = chart();
    new ImageRepository(scope, 'web', {
      lifecycle: {
        untagged,
        releases: { images: { tags: ['v*'] }, expire: { allBut: 10 } },
        rest: { images: 'any', expire: { allBut: 50 } },
      },
    });
    const { metadata, spec } = manifests(scope)['web']!;
    expect(metadata.annotations).toMatchObject({
      'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
      'services.k8s.aws/deletion-policy': 'retain',
    });
    expect(spec).toMatchObject({
      imageTagMutability: 'IMMUTABLE',
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfiguration: { encryptionType: 'KMS' },
    });
    const { rules } = JSON.parse(spec['lifecyclePolicy'] as string);
    expect(rules.map((rule: Record<string, unknown>) => [rule['rulePriority'], rule['selection']])).toEqual([
      [1, { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 7 }],
      [2, { tagStatus: 'tagged', tagPatternList: ['v*'], countType: 'imageCountMoreThan', countNumber: 10 }],
      [3, { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 50 }],
    ]);
    // ECR refuses a repository policy that names a resource
    expect(JSON.parse(spec['policy'] as string).Statement[0]).not.toHaveProperty('Resource');
  });

  test('GIVEN Docker Hub WHEN it is cached THEN ECR gets in with a secret of the name that it wants, which is kept', () => {
    const scope = chart({ namePrefix: 'staging-' });
    const { uri } = new PullThroughCache(scope, 'docker-hub', { upstream: 'docker-hub', lifecycle });
    const all = wired(scope);
    expect(uri).toBe('123456789012.dkr.ecr.us-east-1.amazonaws.com/staging-docker-hub');
    expect(all['PullThroughCacheRule docker-hub']!.spec).toEqual({
      ecrRepositoryPrefix: 'staging-docker-hub',
      upstreamRegistry: 'docker-hub',
      upstreamRegistryURL: 'registry-1.docker.io',
      upstreamRepositoryPrefix: 'ROOT',
      registryID: '123456789012',
      credentialRef: { from: { name: 'docker-hub-registry' } },
    });
    const secret = all['Secret docker-hub-registry']!;
    expect(secret.spec['name']).toBe('ecr-pullthroughcache/staging-docker-hub-registry');
    expect(secret.metadata.annotations).toHaveProperty(['services.k8s.aws/deletion-policy'], 'retain');
    expect(all['RepositoryCreationTemplate docker-hub']!.spec).toMatchObject({
      prefix: 'staging-docker-hub',
      imageTagMutability: 'MUTABLE',
      encryptionConfiguration: { encryptionType: 'KMS' },
    });
  });

  test('GIVEN a registry that everybody may read WHEN it is cached THEN there is no secret', () => {
    const scope = chart();
    new PullThroughCache(scope, 'quay', { upstream: 'quay', lifecycle });
    expect(Object.keys(manifests(scope)).sort()).toEqual(['quay', 'quay-repositories']);
  });
});

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
});

describe('what AWS would refuse is refused at construction, with the place and what is allowed', () => {
  const where = 'production/test/chart';
  const images = (rules: Record<string, ImageRule>) => (scope: PlatformChart) =>
    new ImageRepository(scope, 'web', { lifecycle: rules });
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a Git repository whose name ends in .git',
      (scope) => new CodeRepository(scope, 'code.git', { description: '' }),
      `${where}/code.git: repository name 'code.git' (8 characters) is not allowed, only 1 to 100 letters`,
    ],
    [
      'a Git repository with 101 letters',
      (scope) => new CodeRepository(scope, 'a'.repeat(101), { description: '' }),
      '(101 characters) is not allowed, only 1 to 100 letters',
    ],
    [
      'no approval',
      (scope) => template(scope, { approvals: 0 }),
      `${where}/reviews: approvals is 0, a whole number from 1 to 200 is allowed`,
    ],
    [
      '201 approvals',
      (scope) => template(scope, { approvals: 201 }),
      `${where}/reviews: approvals is 201, a whole number from 1 to 200 is allowed`,
    ],
    [
      '51 roles that approve',
      (scope) => template(scope, { roles: Array.from({ length: 51 }, (_, index) => `r${index}`) }),
      `${where}/reviews: number of roles is 51, a whole number from 0 to 50 is allowed`,
    ],
    [
      'a template of more than 3,000 characters',
      (scope) => template(scope, { roles: Array.from({ length: 50 }, (_, index) => `role-with-a-long-name-${index}`) }),
      `${where}/reviews: content has `,
    ],
    [
      'a branch with a blank',
      (scope) => template(scope, { branches: ['my branch'] }),
      `${where}/reviews: branch 'my branch' (9 characters) is not allowed`,
    ],
    [
      'a template of no repository',
      (scope) => template(scope, { repositories: [] }),
      `${where}/reviews: repositories is empty, at least one is needed`,
    ],
    [
      'an image repository with a capital',
      (scope) => new ImageRepository(scope, 'Web', { lifecycle }),
      `${where}/Web: repository name 'Web' (3 characters) is not allowed, only 2 to 256 lower-case letters`,
    ],
    [
      'an image repository of one letter',
      (scope) => new ImageRepository(scope, 'w', { lifecycle }),
      `${where}/w: repository name 'w' (1 characters) is not allowed, only 2 to 256 lower-case letters`,
    ],
    [
      'an image repository with 257 letters',
      (scope) => new ImageRepository(scope, 'w'.repeat(257), { lifecycle }),
      '(257 characters) is not allowed, only 2 to 256 lower-case letters',
    ],
    ['no rule', images({}), `${where}/web: lifecycle has 0 rules, 1 to 50 are allowed`],
    [
      '51 rules',
      images(
        Object.fromEntries(
          Array.from({ length: 51 }, (_, index) => [
            `r${index}`,
            { images: { tags: [`t${index}`] }, expire: { allBut: 1 } },
          ]),
        ),
      ),
      `${where}/web: lifecycle has 51 rules, 1 to 50 are allowed`,
    ],
    [
      'a rule behind the one for any image',
      images({ all: { images: 'any', expire: { allBut: 5 } }, untagged }),
      `${where}/web: lifecycle.all: a rule for any image has to be the last`,
    ],
    [
      'two rules for the same images',
      images({ old: untagged, many: { images: 'untagged', expire: { allBut: 3 } } }),
      `${where}/web: lifecycle.many is for the same images as lifecycle.old`,
    ],
    [
      'a rule that keeps no image',
      images({ all: { images: 'any', expire: { allBut: 0 } } }),
      `${where}/web: lifecycle.all: expire.allBut is 0, 1 or more is allowed`,
    ],
    [
      'a rule of hours',
      images({ all: { images: 'any', expire: { after: Duration.days(0) } } }),
      `${where}/web: lifecycle.all: expire.after (days) is 0, 1 or more is allowed`,
    ],
    [
      'a pattern with five wildcards',
      images({ all: { images: { tags: ['*a*b*c*d*'] }, expire: { allBut: 1 } } }),
      `${where}/web: lifecycle.all: '*a*b*c*d*' is not allowed, only 1 to 128 letters, digits and . _ - with at most four *`,
    ],
    [
      'a cache whose name is too long',
      (scope) => new PullThroughCache(scope, 'q'.repeat(31), { upstream: 'quay', lifecycle }),
      '(31 characters) is not allowed, only 2 to 30 lower-case letters',
    ],
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
      'a buildspec without phases',
      (scope) => build(scope, { buildspec: { phases: {} } }),
      `${where}/build: buildspec.phases is empty, at least one is needed`,
    ],
    [
      'an empty command',
      (scope) => build(scope, { buildspec: { phases: { build: { commands: [' '] } } } }),
      `${where}/build: buildspec.phases.build has no commands or an empty one`,
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
    [
      'a report group of one letter',
      (scope) => new ReportGroup(scope, 't', { bucket: bucket(scope, 'artifacts'), keyPrefix: 'reports' }),
      `${where}/t: report group name 't' (1 characters) is not allowed, only 2 to 128 letters`,
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
