import { InputError } from '@aws-platform/engine/errors';
import { isRecord } from '@aws-platform/engine/manifests';
import { type EnvironmentData, type Outputs, outputsSchema } from '../environments';
import { boundaryArn } from './iam/names';
import { KEY_CLASSES, type KeyClass } from './key-policies';
import { type StackName, stackNameOf } from './stack-names';

/** The names of outputs that several places need. */
export const outputNames = {
  key: (keyClass: KeyClass) => `Key${keyClass[0]?.toUpperCase()}${keyClass.slice(1)}`,
};

/** Reads one output of one stack. Throws `InputError` where the file has not got it. */
type Read = (stack: StackName, name: string) => string;

/**
 * The facts of an environment's bootstrap, as `environments/outputs/<environment>.json` holds them, from the file that
 * `cdk deploy --outputs-file` writes. Throws `InputError` for what is missing or malformed.
 */
export function outputsFrom(written: unknown, environment: EnvironmentData): Outputs {
  const read = reader(written, environment);
  const list = (stack: StackName, name: string) => read(stack, name).split(',');
  const keys = (stack: StackName) =>
    Object.fromEntries(KEY_CLASSES.map((keyClass) => [keyClass, read(stack, outputNames.key(keyClass))]));
  const result = outputsSchema.safeParse({
    account: environment.account,
    region: environment.region,
    drRegion: environment.drRegion,
    clusterName: read('cluster', 'ClusterName'),
    oidcIssuer: read('cluster', 'OidcIssuer'),
    vpcId: read('foundation', 'VpcId'),
    publicSubnetIds: list('foundation', 'PublicSubnetIds'),
    privateSubnetIds: list('foundation', 'PrivateSubnetIds'),
    databaseSubnetIds: list('foundation', 'DatabaseSubnetIds'),
    privateRouteTableIds: list('foundation', 'PrivateRouteTableIds'),
    databaseRouteTableId: read('foundation', 'DatabaseRouteTableId'),
    keys: keys('foundation'),
    permissionsBoundary: boundaryArn(environment),
    dr: {
      vpcId: read('dr', 'VpcId'),
      privateSubnetIds: list('dr', 'PrivateSubnetIds'),
      databaseSubnetIds: list('dr', 'DatabaseSubnetIds'),
      privateRouteTableId: read('dr', 'PrivateRouteTableId'),
      databaseRouteTableId: read('dr', 'DatabaseRouteTableId'),
      keys: keys('dr'),
    },
  });
  if (result.success) return result.data;
  throw new InputError(
    result.error.issues.map(({ path, message }) => `outputs: ${path.join('.')}: ${message}`).join('\n'),
  );
}

/** The parameters of the DR stack, from what the foundation told: `PrimaryKeyData=arn:…`. */
export function drParameters(written: unknown, environment: EnvironmentData): string[] {
  const read = reader(written, environment);
  return KEY_CLASSES.map(outputNames.key).map((name) => `Primary${name}=${read('foundation', name)}`);
}

function reader(written: unknown, environment: EnvironmentData): Read {
  return (stack, name) => {
    const stackName = stackNameOf(environment, stack);
    const outputs = isRecord(written) ? written[stackName] : undefined;
    const value = isRecord(outputs) ? outputs[name] : undefined;
    if (typeof value === 'string' && value !== '') return value;
    throw new InputError(
      `outputs: the stack ${stackName} has told no ${name}: deploy it again, the file holds what the last run deployed`,
    );
  };
}
