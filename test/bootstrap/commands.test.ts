import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bootstrap, deploy, destroy, type Outside, synth } from '../../bootstrap/commands';
import { KEY_CLASSES } from '../../bootstrap/key-policies';
import { drParameters, outputNames, outputsFrom } from '../../bootstrap/outputs';
import { type StackName, stackNameOf } from '../../bootstrap/stack-names';
import type { Environment } from '../../environments';
import { loadEnvironments } from '../../environments';
import { ROOT } from '../repository';

// the templates have their own tests; here it is the order of things
jest.mock('../../bootstrap/app', () => ({ bootstrapApp: () => ({ synth: () => undefined }) }));

const [production, , development] = loadEnvironments(ROOT) as [Environment, Environment, Environment];

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bootstrap-commands-'));
  mkdirSync(join(root, 'environments'));
  cpSync(join(ROOT, 'environments', 'outputs'), join(root, 'environments', 'outputs'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** What CDK writes for stacks whose facts are those of an environment's outputs. */
function toldBy({ name, outputs }: Environment): Record<StackName, Record<string, string>> {
  const keys = (arns: Readonly<Record<string, string>>) =>
    Object.fromEntries(KEY_CLASSES.map((keyClass) => [outputNames.key(keyClass), arns[keyClass]!]));
  expect(name).not.toBe('');
  return {
    foundation: {
      VpcId: outputs.vpcId,
      PublicSubnetIds: outputs.publicSubnetIds.join(','),
      PrivateSubnetIds: outputs.privateSubnetIds.join(','),
      DatabaseSubnetIds: outputs.databaseSubnetIds.join(','),
      PrivateRouteTableIds: outputs.privateRouteTableIds.join(','),
      DatabaseRouteTableId: outputs.databaseRouteTableId,
      ...keys(outputs.keys),
    },
    dr: {
      VpcId: outputs.dr.vpcId,
      PrivateSubnetIds: outputs.dr.privateSubnetIds.join(','),
      DatabaseSubnetIds: outputs.dr.databaseSubnetIds.join(','),
      PrivateRouteTableId: outputs.dr.privateRouteTableId,
      DatabaseRouteTableId: outputs.dr.databaseRouteTableId,
      ...keys(outputs.dr.keys),
    },
    cluster: { ClusterName: outputs.clusterName, OidcIssuer: outputs.oidcIssuer },
    controllers: {},
    argocd: {},
  };
}

const fileOf = (environment: Environment, told = toldBy(environment)) =>
  Object.fromEntries(
    Object.entries(told).map(([stack, outputs]) => [stackNameOf(environment, stack as StackName), outputs]),
  );

/** A CDK that deploys everything, except what is said to fail, and a kubectl that answers from a table. */
function pretend(
  environment: Environment,
  { told = toldBy(environment), fails = '', answers = {} as Record<string, string> } = {},
) {
  const calls: string[] = [];
  const lines: string[] = [];
  const outside: Outside = {
    cdk: (args) => {
      const [, , command, stack = ''] = args;
      calls.push(`${command} ${stack}`);
      if (stack === fails) return { status: 1, stdout: '' };
      const file = args.indexOf('--outputs-file');
      if (file > 0)
        writeFileSync(
          args[file + 1]!,
          JSON.stringify({ [stackNameOf(environment, stack as StackName)]: told[stack as StackName] }),
        );
      return { status: 0, stdout: '' };
    },
    kubectl: ([verb = '']) => (verb in answers ? { status: 0, stdout: answers[verb]! } : { status: 1, stdout: '' }),
    say: (line) => lines.push(line),
  };
  const bootstrap: Bootstrap = { root, environment, outside };
  return { bootstrap, calls, lines };
}

describe('outputs', () => {
  test('GIVEN the file that CDK writes WHEN it is mapped THEN it is the environment’s outputs', () => {
    for (const environment of [production, development])
      expect(outputsFrom(fileOf(environment), environment)).toEqual(environment.outputs);
  });

  test.each([
    ['a stack that told nothing', { dr: {} }, 'production-platform-dr has told no VpcId'],
    [
      'a malformed id',
      { cluster: { ClusterName: 'a', OidcIssuer: 'http://insecure' } },
      'outputs: oidcIssuer: an https URL',
    ],
  ])('GIVEN %s WHEN it is mapped THEN the message says which', (_what, change, message) => {
    expect(() => outputsFrom(fileOf(production, { ...toldBy(production), ...change }), production)).toThrow(message);
  });

  test('GIVEN no file of CDK’s WHEN it is mapped THEN the message names the first stack', () => {
    expect(() => outputsFrom(null, production)).toThrow('production-platform-');
  });

  test('GIVEN the foundation’s keys WHEN the DR stack is deployed THEN it is given each', () => {
    expect(drParameters(fileOf(production), production)).toContain(`PrimaryKeyData=${production.outputs.keys.data}`);
    expect(drParameters(fileOf(production), production)).toHaveLength(KEY_CLASSES.length);
  });
});

describe('deploy', () => {
  test('GIVEN outputs that are written down WHEN deployed THEN all stacks are, in their order', () => {
    const { bootstrap, calls, lines } = pretend(production);
    expect(deploy(bootstrap)).toBe(0);
    expect(calls).toEqual(['foundation', 'dr', 'cluster', 'controllers', 'argocd'].map((stack) => `deploy ${stack}`));
    expect(lines.at(-1)).toContain('Argo CD syncs dist/production from https://github.com/company/aws-platform.git');
  });

  test('GIVEN new ids WHEN deployed THEN they are written down, and the controllers wait for dist', () => {
    const told = toldBy(production);
    told.foundation['VpcId'] = 'vpc-0123456789abcdef0';
    const { bootstrap, calls, lines } = pretend(production, { told });
    expect(deploy(bootstrap)).toBe(0);
    expect(calls).toEqual(['deploy foundation', 'deploy dr', 'deploy cluster']);
    expect(lines.at(-1)).toContain('npm run synth');
    const written = JSON.parse(readFileSync(join(root, 'environments', 'outputs', 'production.json'), 'utf8'));
    expect(written).toEqual({ ...production.outputs, vpcId: 'vpc-0123456789abcdef0' });
  });

  test('GIVEN a stack that fails WHEN deployed THEN nothing after it is touched, and the message says how to go on', () => {
    const { bootstrap, calls } = pretend(production, { fails: 'dr' });
    expect(() => deploy(bootstrap)).toThrow(/production-platform-dr failed \(cdk ended with 1\).*run deploy again/);
    expect(calls).toEqual(['deploy foundation', 'deploy dr']);
  });
});

describe('synth', () => {
  test('GIVEN a folder that holds something else WHEN templates are written THEN it is refused and untouched', () => {
    const { bootstrap } = pretend(production);
    mkdirSync(join(root, 'docs'));
    writeFileSync(join(root, 'docs', 'page.md'), 'mine');
    expect(() => synth(bootstrap, 'docs')).toThrow('--output docs: holds something else');
    expect(() => synth(bootstrap, 'docs/page.md')).toThrow('--output docs/page.md: part of the path is not a folder');
    expect(readFileSync(join(root, 'docs', 'page.md'), 'utf8')).toBe('mine');
  });

  test('GIVEN a new folder or one of an earlier run WHEN templates are written THEN it says where', () => {
    const { bootstrap, lines } = pretend(production);
    mkdirSync(join(root, 'earlier'));
    writeFileSync(join(root, 'earlier', 'cdk.out'), '{}');
    synth(bootstrap, 'earlier');
    synth(bootstrap, 'new');
    expect(lines).toEqual(['earlier', 'new'].map((folder) => expect.stringContaining(`production to ${folder}`)));
    expect(existsSync(join(root, 'earlier', 'cdk.out'))).toBe(true);
  });
});

describe('destroy', () => {
  const served = 'queues.sqs.services.k8s.aws\nrules.eventbridge.services.k8s.aws\npods\n';
  const held = (...items: object[]) => JSON.stringify({ items });
  const item = (kind: string, name: string) => ({
    apiVersion: 'sqs.services.k8s.aws/v1alpha1',
    kind,
    metadata: { name },
  });
  const cluster = {
    config: 'arn:aws:eks:us-east-1:123456789012:cluster/development-eks-cluster',
    'api-resources': served,
  };

  test('GIVEN objects that hold data WHEN destroyed THEN it is refused, and they are named', () => {
    const { bootstrap, calls } = pretend(development, {
      answers: { ...cluster, get: held(item('Queue', 'order-processing')) },
    });
    expect(() => destroy(bootstrap, 'dev')).toThrow(
      /1 objects that hold data are still in the cluster, such as Queue order-processing/,
    );
    expect(calls).toEqual([]);
  });

  test('GIVEN none WHEN destroyed THEN stacks go, the last made first', () => {
    const { bootstrap, calls } = pretend(development, { answers: { ...cluster, get: held() } });
    expect(destroy(bootstrap, 'dev')).toBe(0);
    expect(calls).toEqual(['argocd', 'controllers', 'cluster', 'dr', 'foundation'].map((stack) => `destroy ${stack}`));
  });

  test('GIVEN a context of another cluster WHEN destroyed THEN it is refused', () => {
    const { bootstrap } = pretend(development, { answers: { ...cluster, config: 'production-eks-cluster' } });
    expect(() => destroy(bootstrap, 'dev')).toThrow(
      "leads to 'production-eks-cluster', not to development-eks-cluster",
    );
  });

  test('GIVEN a cluster that does not answer WHEN destroyed THEN it is refused', () => {
    const { bootstrap } = pretend(development, { answers: { config: cluster.config } });
    expect(() => destroy(bootstrap, 'dev')).toThrow('the cluster does not answer');
  });

  test('GIVEN deletion protection WHEN destroyed THEN the message says what turns it off', () => {
    const answers = { ...cluster, config: 'production-eks-cluster', get: held() };
    const { bootstrap } = pretend(production, { answers });
    expect(() => destroy(bootstrap, 'prod')).toThrow('cluster.deletionProtection is on in environments/production.ts');
  });
});
