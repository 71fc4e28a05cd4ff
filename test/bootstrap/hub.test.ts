import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { bootstrapApp } from '../../bootstrap/app';
import type { Environment } from '../../environments';
import { loadEnvironments } from '../../environments';
import { ROOT } from '../repository';

const [production, staging] = loadEnvironments(ROOT, ['production', 'staging']) as [Environment, Environment];
const { account, namePrefix } = staging;
const hub: Environment = {
  ...production,
  argocd: {
    ...production.argocd,
    manages: [{ environment: 'staging', account, namePrefix, developersSync: [] }],
  },
};
const managed: Environment = {
  ...staging,
  argocd: {
    ...staging.argocd,
    managedBy: { environment: 'production', account, namePrefix: '', podCidrs: ['10.0.11.0/24', '10.0.12.0/24'] },
  },
};

const outdir = mkdtempSync(join(tmpdir(), 'bootstrap-test-'));
const apps = new Map<Environment, App>();
beforeAll(() => {
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  for (const environment of [hub, managed]) {
    const app = bootstrapApp({ root: ROOT, environment, outdir: join(outdir, environment.name), validate: false });
    app.synth();
    apps.set(environment, app);
  }
});
afterAll(() => {
  jest.restoreAllMocks();
  rmSync(outdir, { recursive: true, force: true });
});
const template = (environment: Environment, stack: string) =>
  Template.fromStack(apps.get(environment)!.node.findChild(stack) as Stack);

describe('the bootstrap of a hub and of a cluster that it manages', () => {
  test.each([
    ['hub', hub],
    ['managed', managed],
  ])('GIVEN the %s environment WHEN cdk-nag checks it THEN AWS Solutions finds nothing', (_, environment) => {
    const { violations } = new AwsSolutionsChecks(apps.get(environment)!).validateScope(apps.get(environment)!);
    expect(violations.map(({ ruleName, violatingResources }) => [ruleName, violatingResources])).toEqual([]);
  });

  test('GIVEN a hub WHEN its Argo CD starts THEN its two Pods that enter clusters may become one role of the other environment', () => {
    for (const name of ['argocd-application-controller', 'argocd-server']) {
      template(hub, 'controllers').hasResourceProperties('AWS::IAM::Role', {
        RoleName: name,
        Policies: [
          {
            PolicyDocument: {
              Statement: [
                {
                  Action: ['sts:AssumeRole', 'sts:TagSession'],
                  Resource: [`arn:aws:iam::${account}:role/platform-bootstrap/staging-argocd-hub`],
                },
              ],
            },
          },
        ],
      });
      template(hub, 'controllers').hasResourceProperties('AWS::EKS::PodIdentityAssociation', {
        Namespace: 'argocd',
        ServiceAccount: name,
      });
    }
  });

  test('GIVEN a managed cluster WHEN it is made THEN these two alone may enter it, from where they run', () => {
    const cluster = template(managed, 'cluster');
    cluster.hasResourceProperties('AWS::IAM::Role', {
      RoleName: 'staging-argocd-hub',
      Policies: Match.absent(),
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Principal: { AWS: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:iam::${account}:root`]] } },
            Condition: {
              ArnEquals: {
                'aws:PrincipalArn': ['argocd-application-controller', 'argocd-server'].map((name) => ({
                  'Fn::Join': [
                    '',
                    ['arn:', { Ref: 'AWS::Partition' }, `:iam::${account}:role/platform-bootstrap/${name}`],
                  ],
                })),
              },
            },
          },
        ],
      },
    });
    const entries = JSON.stringify(cluster.findResources('AWS::EKS::AccessEntry'));
    expect(entries).toContain('AmazonEKSClusterAdminPolicy');
    expect(entries).toMatch(/hubrole/);
    for (const block of ['10.0.11.0/24', '10.0.12.0/24'])
      cluster.hasResourceProperties('AWS::EC2::SecurityGroupIngress', { CidrIp: block, FromPort: 443, ToPort: 443 });
    for (const name of ['ClusterEndpoint', 'ClusterCertificateAuthority', 'HubRole']) cluster.hasOutput(name, {});
  });

  test('GIVEN a managed cluster WHEN it is made THEN it gets no Argo CD', () => {
    expect(apps.get(managed)!.node.tryFindChild('argocd')).toBeUndefined();
    expect(apps.get(hub)!.node.tryFindChild('argocd')).toBeDefined();
  });

  test('GIVEN environments of their own WHEN they are made THEN nobody else enters', () => {
    const app = bootstrapApp({ root: ROOT, environment: staging, outdir: join(outdir, 'alone'), validate: false });
    const text = JSON.stringify(app.node.children.map((stack) => Template.fromStack(stack as Stack).toJSON()));
    expect(text).not.toMatch(/argocd-hub|argocd-application-controller/);
  });
});
