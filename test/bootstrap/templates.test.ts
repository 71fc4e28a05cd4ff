import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, type Stack, Stage } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { addOnsOf } from '../../bootstrap/add-ons';
import { bootstrapApp } from '../../bootstrap/app';
import { KEY_CLASSES } from '../../bootstrap/key-policies';
import type { StackName } from '../../bootstrap/stack-names';
import { type Template as FactsTemplate, templateSummaryOf } from '../../bootstrap/template-summary';
import type { Environment } from '../../environments';
import { loadEnvironments } from '../../environments';
import { iamService } from '../../packages/engine/src/aws/iam/data';
import { statementsOf } from '../../packages/engine/src/iam/loose-statements';
import { ROOT } from '../repository';

jest.setTimeout(60_000);

const environments = loadEnvironments(ROOT);
const [production, staging, development] = environments as [Environment, Environment, Environment];
const folders: string[] = [];

/** Synthesized once for all tests. */
const apps = new Map<string, App>();
const templates = new Map<string, Template>();

beforeAll(() => {
  // what the CDK has to say about templates, which the tests ask by themselves
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  for (const environment of environments) {
    const app = make(environment);
    apps.set(environment.name, app);
    for (const stack of app.node.children)
      templates.set(`${environment.name} ${stack.node.id}`, Template.fromStack(stack as Stack));
  }
});

afterAll(() => {
  jest.restoreAllMocks();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function make(environment: Environment): App {
  const outdir = mkdtempSync(join(tmpdir(), 'bootstrap-test-'));
  folders.push(outdir);
  // production has every stack and more in them than the others
  const app = bootstrapApp({ root: ROOT, environment, outdir, validate: environment === production });
  app.synth();
  return app;
}

const template = (stack: StackName, environment: Environment = production) =>
  templates.get(`${environment.name} ${stack}`)!;

const named = environments.map((environment) => [environment.name, environment] as const);

describe('every environment', () => {
  test.each(named)('GIVEN %s WHEN cdk-nag checks it THEN AWS Solutions finds nothing', (name) => {
    const app = apps.get(name)!;
    const { violations } = new AwsSolutionsChecks(app).validateScope(app);
    expect(violations.map(({ ruleName, violatingResources }) => [ruleName, violatingResources])).toEqual([]);
  });

  test.each(named)(
    'GIVEN %s WHEN policies are read THEN none but the boundary of the controllers allows a wildcard action, and every action exists',
    (name) => {
      const actions = documentsIn(name)
        .flatMap(statementsOf)
        // the one exception, a boundary, which gives nothing: bootstrap/iam/controllers-boundary.ts
        .filter(({ effect, sid }) => effect === 'Allow' && sid !== 'Ceiling')
        .flatMap((statement) => statement.actions);
      expect(actions.length).toBeGreaterThan(100);
      expect(actions.filter((action) => action.includes('*'))).toEqual([]);
      const unknown = actions.filter((action) => {
        const [prefix = '', operation = ''] = action.split(':');
        return !iamService(prefix)?.actions.has(operation.toLowerCase());
      });
      expect([...new Set(unknown)]).toEqual([]);
    },
  );

  test.each(named)('GIVEN %s WHEN it is synthesized THEN nothing was looked up in AWS', (name) => {
    expect(Stage.of(apps.get(name)!)?.synth().manifest.missing ?? []).toEqual([]);
  });

  test.each(named)(
    'GIVEN %s WHEN names of roles are read THEN they fit into 64 characters, and paths keep them apart',
    (name, environment) => {
      const roles = Object.values(template('controllers', environment).findResources('AWS::IAM::Role'));
      expect(roles.length).toBeGreaterThan(5);
      // these two by a name that AWS looks for
      const own = roles.filter(({ Properties }) => !/^dms-/.test(Properties.RoleName));
      expect(roles.length - own.length).toBe(environment.dms.accountRoles ? 2 : 0);
      for (const { Properties } of own) {
        expect(Properties.RoleName.length).toBeLessThanOrEqual(64);
        expect(Properties.RoleName.startsWith(environment.namePrefix)).toBe(true);
        expect(Properties.Path).toBe('/platform-bootstrap/');
      }
      expect(name).toBe(environment.name);
    },
  );

  test('GIVEN production WHEN CloudFormation’s own rules are asked THEN they find nothing', () => {
    const report = JSON.parse(readFileSync(join(apps.get('production')!.outdir, 'validation-report.json'), 'utf8'));
    const found = report.pluginReports.flatMap(({ violations = [] }: { violations?: object[] }) => violations);
    expect(found).toEqual([]);
  });

  test('GIVEN two runs WHEN their templates are compared THEN they are the same', () => {
    const texts = [apps.get('development')!, make(development)].map((app) =>
      readdirSync(app.outdir)
        .filter((file) => file.endsWith('.template.json'))
        .map((file) => readFileSync(join(app.outdir, file), 'utf8')),
    );
    expect(texts[0]!.length).toBe(5);
    expect(texts[0]).toEqual(texts[1]);
  });

  test('GIVEN bootstrap/facts.json WHEN compared with the templates THEN it says what they say', () => {
    const facts = templateSummaryOf(
      template('foundation').toJSON() as FactsTemplate,
      template('cluster').toJSON() as FactsTemplate,
    );
    expect(JSON.parse(readFileSync(join(ROOT, 'bootstrap', 'facts.json'), 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(facts)),
    );
  });
});

describe('network', () => {
  test.each([
    ['public', '10.0.1.0/24 10.0.2.0/24 10.0.3.0/24'],
    ['private', '10.0.11.0/24 10.0.12.0/24 10.0.13.0/24'],
    ['database', '10.0.21.0/24 10.0.22.0/24 10.0.23.0/24'],
  ])('GIVEN production WHEN its %s subnets are read THEN they are the document’s, one in each zone', (group, cidrs) => {
    const subnets = Object.values(template('foundation').findResources('AWS::EC2::Subnet')).filter(({ Properties }) =>
      Properties.Tags.some(({ Key, Value }: Tag) => Key === 'aws-cdk:subnet-name' && Value === group),
    );
    expect(subnets.map(({ Properties }) => `${Properties.CidrBlock} ${Properties.AvailabilityZone}`)).toEqual(
      cidrs.split(' ').map((cidr, index) => `${cidr} us-east-1${'abc'[index]}`),
    );
  });

  test.each([
    [production, 3],
    [staging, 1],
    [development, 1],
  ])(
    'GIVEN an environment WHEN its NAT gateways are counted THEN there are as many as it says',
    (environment, count) => {
      template('foundation', environment).resourceCountIs('AWS::EC2::NatGateway', count);
    },
  );

  test('GIVEN database subnets WHEN their routes are read THEN they share a table without a way out', () => {
    const foundation = template('foundation');
    const associations = Object.entries(foundation.findResources('AWS::EC2::SubnetRouteTableAssociation'));
    const tables = associations
      .filter(([id]) => id.includes('databaseSubnet'))
      .map(([, { Properties }]) => Properties.RouteTableId.Ref);
    expect(tables).toHaveLength(3);
    expect(new Set(tables).size).toBe(1);
    const routed = Object.values(foundation.findResources('AWS::EC2::Route')).map(
      ({ Properties }) => Properties.RouteTableId.Ref,
    );
    expect(routed).not.toContain(tables[0]);
  });

  test('GIVEN subnets WHEN load balancers and Karpenter look for theirs THEN tags say which', () => {
    const tagged = (key: string, value: string) =>
      Object.keys(
        template('foundation').findResources('AWS::EC2::Subnet', {
          Properties: { Tags: Match.arrayWith([{ Key: key, Value: value }]) },
        }),
      ).map((id) => /(public|private|database)/.exec(id)?.[0]);
    expect(tagged('kubernetes.io/role/elb', '1')).toEqual(['public', 'public', 'public']);
    expect(tagged('kubernetes.io/role/internal-elb', '1')).toEqual(['private', 'private', 'private']);
    expect(tagged('karpenter.sh/discovery', 'production-eks-cluster')).toEqual(['private', 'private', 'private']);
  });

  test('GIVEN both regions WHEN flow logs are looked for THEN each VPC has one, encrypted and kept for a while', () => {
    for (const stack of ['foundation', 'dr'] as const) {
      template(stack).hasResourceProperties('AWS::EC2::FlowLog', { TrafficType: 'ALL', ResourceType: 'VPC' });
      template(stack).hasResourceProperties('AWS::Logs::LogGroup', { RetentionInDays: 90, KmsKeyId: Match.anyValue() });
    }
  });

  test('GIVEN the DR region WHEN its VPC is read THEN it has no way to the internet', () => {
    const dr = template('dr');
    dr.hasResourceProperties('AWS::EC2::VPC', { CidrBlock: '10.1.0.0/16' });
    dr.resourceCountIs('AWS::EC2::Subnet', 6);
    dr.resourceCountIs('AWS::EC2::RouteTable', 2);
    for (const type of ['AWS::EC2::InternetGateway', 'AWS::EC2::NatGateway', 'AWS::EC2::Route'])
      dr.resourceCountIs(type, 0);
  });
});

describe('keys', () => {
  test('GIVEN data classes WHEN keys are read THEN each has a rotated multi-Region key, an alias and a replica that all outlive the stack', () => {
    const foundation = template('foundation');
    const kept = { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' };
    foundation.resourceCountIs('AWS::KMS::Key', KEY_CLASSES.length);
    foundation.allResources('AWS::KMS::Key', { ...kept, Properties: { EnableKeyRotation: true, MultiRegion: true } });
    template('dr').resourceCountIs('AWS::KMS::ReplicaKey', KEY_CLASSES.length);
    template('dr').allResources('AWS::KMS::ReplicaKey', kept);
    for (const keyClass of KEY_CLASSES)
      foundation.hasResourceProperties('AWS::KMS::Alias', { AliasName: `alias/platform-${keyClass}` });
  });

  test.each([
    ['logs', 'logs.us-east-1.amazonaws.com', 'kms:EncryptionContext:aws:logs:arn'],
    ['logs', 'cloudtrail.amazonaws.com', 'aws:SourceArn'],
    ['messaging', 'sns.amazonaws.com', 'aws:SourceAccount'],
    ['messaging', 's3.amazonaws.com', 'aws:SourceAccount'],
    ['messaging', 'cloudwatch.amazonaws.com', 'aws:SourceAccount'],
    ['messaging', 'budgets.amazonaws.com', 'aws:SourceAccount'],
    ['messaging', 'costalerts.amazonaws.com', 'aws:SourceAccount'],
    ['messaging', 'backup.amazonaws.com', 'aws:SourceAccount'],
    ['messaging', 'events.amazonaws.com', 'kms:EncryptionContext:aws:sns:topicArn'],
    ['storage', 'cloudfront.amazonaws.com', 'aws:SourceArn'],
  ])('GIVEN the %s key WHEN %s uses it THEN %s says for whom', (keyClass, service, condition) => {
    const found = keyStatements('foundation', keyClass).filter(({ Principal }) => Principal['Service'] === service);
    expect(found.length).toBeGreaterThan(0);
    expect(found.flatMap(({ Condition = {} }) => Object.values(Condition).flatMap(Object.keys))).toContain(condition);
  });

  test.each([
    ['data', ['dax', 'dms', 'dynamodb', 'elasticache', 'rds']],
    ['storage', ['codecommit', 'ec2', 'ecr', 'elasticfilesystem', 's3']],
    ['secrets', ['secretsmanager']],
    ['backup', ['backup']],
  ])(
    'GIVEN the %s key WHEN anybody uses it THEN only through its services, in its own region',
    (keyClass, services) => {
      for (const [stack, region] of [
        ['foundation', 'us-east-1'],
        ['dr', 'us-west-2'],
      ] as const) {
        const [use] = keyStatements(stack, keyClass).filter(({ Sid }) => Sid === 'UseThroughServices');
        expect(use?.Condition?.['StringEquals']).toEqual({
          'kms:CallerAccount': '123456789012',
          'kms:ViaService': services.map((service) => `${service}.${region}.amazonaws.com`),
        });
      }
    },
  );

  test('GIVEN every key WHEN a principal is anybody THEN a condition narrows it to the account', () => {
    for (const keyClass of KEY_CLASSES)
      for (const { Principal, Condition } of keyStatements('foundation', keyClass))
        if (Principal['AWS'] === '*') expect(JSON.stringify(Condition)).toContain('123456789012');
  });

  test('GIVEN nodes with encrypted volumes WHEN Auto Scaling starts them THEN the storage key lets its role', () => {
    const grants = keyStatements('foundation', 'storage').find(({ Sid }) => Sid === 'AutoScalingGrants');
    expect(grants?.Action).toEqual(['kms:CreateGrant']);
    expect(JSON.stringify(grants?.Condition)).toContain('AWSServiceRoleForAutoScaling');
  });
});

describe('cluster', () => {
  test('GIVEN production WHEN the cluster is read THEN it is the document’s', () => {
    template('cluster').hasResourceProperties('AWS::EKS::Cluster', {
      Name: 'production-eks-cluster',
      Version: '1.36',
      ResourcesVpcConfig: { EndpointPrivateAccess: true, EndpointPublicAccess: false },
      Logging: {
        ClusterLogging: {
          EnabledTypes: ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'].map((Type) => ({ Type })),
        },
      },
      EncryptionConfig: [{ Resources: ['secrets'], Provider: { KeyArn: Match.anyValue() } }],
      AccessConfig: { AuthenticationMode: 'API', BootstrapClusterCreatorAdminPermissions: false },
      ComputeConfig: { Enabled: false },
      DeletionProtection: true,
    });
    template('cluster').hasResource('AWS::Logs::LogGroup', {
      DeletionPolicy: 'Retain',
      Properties: { LogGroupName: '/aws/eks/production-eks-cluster/cluster', RetentionInDays: 30 },
    });
  });

  test('GIVEN production WHEN the node group is read THEN it is the document’s, on encrypted gp3 and IMDSv2', () => {
    const cluster = template('cluster');
    cluster.resourceCountIs('AWS::EKS::Nodegroup', 1);
    cluster.hasResourceProperties('AWS::EKS::Nodegroup', {
      NodegroupName: 'general-purpose',
      InstanceTypes: ['m5.large', 'm5.xlarge', 'm5a.large'],
      CapacityType: 'ON_DEMAND',
      AmiType: 'AL2023_x86_64_STANDARD',
      ScalingConfig: { MinSize: 3, MaxSize: 10, DesiredSize: 5 },
    });
    cluster.hasResourceProperties('AWS::EC2::LaunchTemplate', {
      LaunchTemplateData: {
        MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 1 },
        BlockDeviceMappings: [{ Ebs: { Encrypted: true, VolumeType: 'gp3', KmsKeyId: Match.anyValue() } }],
      },
    });
  });

  test('GIVEN add-ons WHEN they are read THEN each has a pinned version, and the CNI enforces NetworkPolicies', () => {
    const installed = Object.values(template('cluster').findResources('AWS::EKS::Addon'));
    expect(installed.map(({ Properties }) => `${Properties.AddonName} ${Properties.AddonVersion}`).sort()).toEqual(
      addOnsOf(production)
        .map(({ name, version }) => `${name} ${version}`)
        .sort(),
    );
    for (const { Properties } of installed) expect(Properties.AddonVersion).toMatch(/^v\d+\.\d+\.\d+-eksbuild\.\d+$/);
    template('cluster').hasResourceProperties('AWS::EKS::Addon', {
      AddonName: 'vpc-cni',
      ConfigurationValues: '{"enableNetworkPolicy":"true"}',
      PodIdentityAssociations: [{ ServiceAccount: 'aws-node', RoleArn: Match.anyValue() }],
    });
  });

  test('GIVEN people WHEN they enter THEN administrators may everything and readers may look', () => {
    for (const [role, policy] of [
      ['platform-admin', 'AmazonEKSClusterAdminPolicy'],
      ['platform-read-only', 'AmazonEKSViewPolicy'],
    ]) {
      const [entry] = Object.values(template('cluster').findResources('AWS::EKS::AccessEntry')).filter(
        ({ Properties }) => JSON.stringify(Properties.PrincipalArn).includes(`role/${role}`),
      );
      expect(JSON.stringify(entry?.['Properties'].AccessPolicies)).toContain(policy);
    }
  });

  test('GIVEN a version of Kubernetes whose add-ons nobody looked up WHEN it is synthesized THEN the message says which are known', () => {
    const environment = { ...production, cluster: { ...production.cluster, version: '1.99' } };
    expect(() =>
      bootstrapApp({ root: ROOT, environment, outdir: mkdtempSync(join(tmpdir(), 'bootstrap-test-')) }),
    ).toThrow('environments/production.ts: cluster.version is 1.99: allowed are 1.36');
  });
});

describe('controllers and Argo CD', () => {
  test('GIVEN a controller WHEN its role is assumed THEN only by its own Pods, in this cluster', () => {
    template('controllers').hasResourceProperties('AWS::IAM::Role', {
      RoleName: 'ack-sqs-controller',
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Principal: { Service: 'pods.eks.amazonaws.com' },
            Condition: {
              StringEquals: {
                'aws:RequestTag/kubernetes-namespace': 'ack-system',
                'aws:RequestTag/kubernetes-service-account': 'ack-sqs-controller',
              },
            },
          },
        ],
      },
    });
    template('controllers').hasResourceProperties('AWS::EKS::PodIdentityAssociation', {
      ClusterName: 'production-eks-cluster',
      Namespace: 'ack-system',
      ServiceAccount: 'ack-sqs-controller',
    });
  });

  test("GIVEN a controller that knows no Pod Identity WHEN its role is assumed THEN only with its own Pods' token", () => {
    const controllers = template('controllers');
    controllers.hasResourceProperties('AWS::IAM::Role', {
      RoleName: 'argo-rollouts',
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Principal: {
              Federated: {
                'Fn::Join': [
                  '',
                  [
                    'arn:',
                    { Ref: 'AWS::Partition' },
                    Match.stringLikeRegexp('oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/\\w+$'),
                  ],
                ],
              },
            },
            Action: ['sts:AssumeRoleWithWebIdentity'],
            Condition: {
              StringEquals: {
                [`${production.outputs.oidcIssuer.replace('https://', '')}:aud`]: 'sts.amazonaws.com',
                [`${production.outputs.oidcIssuer.replace('https://', '')}:sub`]:
                  'system:serviceaccount:argo-rollouts:argo-rollouts',
              },
            },
          },
        ],
      },
    });
    expect(
      Object.values(controllers.findResources('AWS::EKS::PodIdentityAssociation')).filter(
        ({ Properties }) => Properties.ServiceAccount === 'argo-rollouts',
      ),
    ).toEqual([]);
  });

  test.each([
    [production, true, 2],
    [staging, false, 1],
  ])(
    'GIVEN an environment WHEN Argo CD is installed THEN it is as available as asked',
    (environment, redisHa, replicas) => {
      const [chart] = Object.values(template('argocd', environment).findResources('Custom::AWSCDK-EKS-HelmChart'));
      expect(chart?.['Properties']).toMatchObject({ Chart: 'argo-cd', Version: '10.1.1', Namespace: 'argocd' });
      expect(JSON.parse(chart?.['Properties'].Values)).toMatchObject({
        'redis-ha': { enabled: redisHa },
        server: { replicas },
        repoServer: { replicas },
      });
    },
  );

  test('GIVEN Argo CD WHEN it starts THEN one root Application points at its folder of dist, after the controllers have roles', () => {
    const [manifest] = Object.values(template('argocd').findResources('Custom::AWSCDK-EKS-KubernetesResource'));
    const objects = JSON.parse(manifest?.['Properties'].Manifest);
    expect(
      objects.map(({ kind, metadata }: { kind: string; metadata: { name: string } }) => `${kind} ${metadata.name}`),
    ).toEqual(['AppProject argocd', 'Application root']);
    expect(objects[1].spec.source).toEqual({
      repoURL: 'https://github.com/company/aws-platform.git',
      targetRevision: 'main',
      path: 'dist/production/argocd',
    });
    const argocd = apps.get('production')!.node.findChild('argocd') as Stack;
    expect(argocd.dependencies.map(({ node }) => node.id)).toContain('controllers');
  });
});

interface Tag {
  readonly Key: string;
  readonly Value: string;
}

interface KeyStatement {
  readonly Sid: string;
  readonly Principal: Readonly<Record<string, string>>;
  readonly Action: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

function keyStatements(stack: 'foundation' | 'dr', keyClass: string): KeyStatement[] {
  const type = stack === 'dr' ? 'AWS::KMS::ReplicaKey' : 'AWS::KMS::Key';
  const [key] = Object.values(template(stack).findResources(type)).filter(({ Properties }) =>
    new RegExp(`: ${keyClass}(?:,|$)`).test(Properties.Description),
  );
  return key?.['Properties'].KeyPolicy.Statement;
}

/** Every policy document in the templates of an environment. */
function documentsIn(name: string): unknown[] {
  const found: unknown[] = [];
  const visit = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    if ('Version' in value && 'Statement' in value) found.push(value);
    for (const part of Object.values(value)) visit(part);
  };
  for (const [key, one] of templates) if (key.startsWith(`${name} `)) visit(one.toJSON());
  return found;
}
