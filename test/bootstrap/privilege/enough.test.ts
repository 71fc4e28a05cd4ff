import { join } from 'node:path';
import { type Environment, loadEnvironments } from '../../../environments';
import { physicalFieldsOf } from '../../../packages/engine/src/aws/cloud-control';
import { evaluate, type IamStatement, type Policies, readPolicy, statementsOf } from '../../../packages/engine/src/iam';
import { kroObjectsIn } from '../../../packages/engine/src/kro/objects';
import { kindKey } from '../../../packages/engine/src/manifests/manifest';
import { readManifests } from '../../../packages/engine/src/manifests/read';
import { ROOT } from '../../repository';
import { type Bootstrap, bootstrapOf } from './account';
import { isDenied } from './asked';
import { fromGit, subjectOf } from './subjects';

jest.setTimeout(120_000);

const environments = loadEnvironments(ROOT);
const bootstraps = new Map<string, Bootstrap>();

beforeAll(() => {
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  for (const environment of environments) bootstraps.set(environment.name, bootstrapOf(environment));
});
afterAll(() => jest.restoreAllMocks());

/** What a policy allows that its boundary leaves nothing of, for the environment's own things. */
function lost(
  arn: string,
  statements: readonly IamStatement[],
  policies: Policies,
  environment: Environment,
): string[] {
  return statements
    .filter(({ effect }) => effect === 'Allow')
    .flatMap(({ actions, resources = [] }) =>
      actions.flatMap((action) =>
        resources
          // what only AWS will tell
          .filter((resource) => !resource.startsWith('${'))
          .map((resource) => ({ action, resource: resource.replaceAll(/\$\{[^}]*\}/g, '*') })),
      ),
    )
    .filter(
      ({ action, resource }) =>
        isOfType(action, resource) &&
        evaluate(
          {
            principal: arn,
            action,
            // one of those that the pattern means
            resource: resource === '*' ? resource : resource.replaceAll('*', 'x').replaceAll('?', 'x'),
            context: {
              'aws:ResourceTag/Environment': environment.tags['Environment'],
              'aws:ResourceTag/aws:cloudformation:stack-name': null,
            },
          },
          policies,
        ).decision === 'denied',
    )
    .map(({ action, resource }) => `${arn}: ${action} on ${resource}`);
}

/** Statements share their resources: an action means those of its service alone, and keys. */
function isOfType(action: string, resource: string): boolean {
  if (resource === '*' || !resource.startsWith('arn:')) return resource === '*';
  return resource.split(':')[2] === action.split(':')[0];
}

describe.each(environments.map((environment) => [environment.name, environment] as const))(
  '%s',
  (name, environment) => {
    test('GIVEN controllers and services’ roles WHEN they do what their policies allow THEN the boundary lets them', () => {
      const bootstrap = bootstraps.get(name)!;
      const cut = bootstrap.roles
        .filter(({ boundary }) => boundary)
        .flatMap((role) =>
          lost(role.arn, role.inline.flatMap(statementsOf), subjectOf(role, bootstrap).policies, environment),
        );
      expect(cut).toEqual([]);
    });

    test('GIVEN roles in dist WHEN they do what their policies allow THEN the boundary lets them', () => {
      const { boundary } = fromGit(bootstraps.get(name)!).policies;
      const manifests = readManifests(join(ROOT, 'dist', name));
      const roles = [...manifests, ...kroObjectsIn(manifests).map(({ manifest }) => manifest)]
        .filter((manifest) => kindKey(manifest) === 'iam.services.k8s.aws/Role')
        .map((manifest) => physicalFieldsOf(manifest) as { name: string; inlinePolicies?: Record<string, string> });
      expect(roles.length).toBeGreaterThan(20);
      const cut = roles.flatMap(({ name: role, inlinePolicies = {} }) => {
        const documents = Object.values(inlinePolicies).map((text) => JSON.parse(text) as unknown);
        const arn = `arn:aws:iam::${environment.account}:role/platform/${role}`;
        const identity = documents.map((document, index) => readPolicy(withoutVariables(document), `${role} ${index}`));
        return lost(arn, documents.flatMap(statementsOf), { identity, ...(boundary && { boundary }) }, environment);
      });
      expect(cut).toEqual([]);
    });
  },
);

test('GIVEN databases with enhanced monitoring WHEN it writes metrics THEN the boundary lets it, in each of their regions', () => {
  const instances = environments.flatMap((environment) =>
    readManifests(join(ROOT, 'dist', environment.name))
      .filter((manifest) => kindKey(manifest) === 'rds.services.k8s.aws/DBInstance')
      .filter((manifest) => physicalFieldsOf(manifest)['monitoringRoleARN'])
      .map((manifest) => ({ environment, region: manifest.metadata.annotations!['services.k8s.aws/region']! })),
  );
  expect(new Set(instances.map(({ region }) => region)).size).toBeGreaterThan(1);
  const cut = instances.flatMap(({ environment: { name, account }, region }) =>
    // https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonRDSEnhancedMonitoringRole.html
    (
      [
        ['logs:CreateLogGroup', 'RDSOSMetrics'],
        ['logs:PutRetentionPolicy', 'RDSOSMetrics'],
        ['logs:CreateLogStream', 'RDSOSMetrics:log-stream:db-1'],
        ['logs:PutLogEvents', 'RDSOSMetrics:log-stream:db-1'],
        ['logs:DescribeLogStreams', 'RDSOSMetrics:log-stream:db-1'],
        ['logs:GetLogEvents', 'RDSOSMetrics:log-stream:db-1'],
      ] as const
    )
      .map(([action, group]) => ({ action, resource: `arn:aws:logs:${region}:${account}:log-group:${group}` }))
      // RDS makes the group, without tags
      .filter(({ action, resource }) => isDenied(fromGit(bootstraps.get(name)!), action, { resource, context: {} }))
      .map(({ action, resource }) => `${name}: ${action} on ${resource}`),
  );
  expect(cut).toEqual([]);
});

/** kro's expressions and users' ids are filled in later. */
function withoutVariables(document: unknown): unknown {
  return JSON.parse(JSON.stringify(document).replaceAll(/\$\{[^}]*\}/g, '*'));
}
