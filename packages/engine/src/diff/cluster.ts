import { InputError } from '../errors';
import type { EnvironmentIdentity } from '../platform';
import { type Connection, Kubectl } from './kubectl';

/** A cluster as a kubeconfig knows it. */
export interface Cluster {
  readonly context: string;
  /** The entry's name: `aws eks update-kubeconfig` writes the ARN. */
  readonly name: string;
  readonly server: string;
}

/** The cluster that a connection leads to. Throws `InputError` where there is no such context. */
export async function clusterOf(connection: Connection): Promise<Cluster> {
  const kubectl = new Kubectl(connection);
  const { status, stdout } = await kubectl.run(['config', 'view', '--minify', '--output', 'json']);
  if (status !== 0) throw new InputError(await withoutContext(connection));
  const config = JSON.parse(stdout) as {
    readonly 'current-context': string;
    readonly clusters: readonly { readonly name: string; readonly cluster: { readonly server: string } }[] | null;
  };
  const [entry] = config.clusters ?? [];
  if (!entry) throw new InputError(`the context ${config['current-context']} has no cluster in its kubeconfig`);
  return { context: config['current-context'], name: entry.name, server: entry.cluster.server };
}

async function withoutContext({ kubeconfig, context }: Connection): Promise<string> {
  const { stdout } = await new Kubectl(kubeconfig === undefined ? {} : { kubeconfig }).run([
    'config',
    'get-contexts',
    '--output',
    'name',
  ]);
  const names = stdout.split('\n').filter(Boolean);
  const what =
    context === undefined
      ? 'no context is current in the kubeconfig, so there is no cluster to compare with'
      : `--context ${context}: the kubeconfig has no such context`;
  return names.length > 0
    ? `${what}; allowed are ${names.join(', ')}`
    : `${what}; aws eks update-kubeconfig --name <cluster> --region <region> writes one`;
}

/**
 * Throws `InputError` where the cluster is not the environment's. Its OpenID issuer tells: no two clusters share one,
 * and the bootstrap reports it. Where it may not be read, the ARN has to do that `aws eks update-kubeconfig` names the
 * entry by.
 */
export async function requireCluster(kubectl: Kubectl, cluster: Cluster, target: EnvironmentIdentity): Promise<void> {
  const arn = `arn:aws:eks:${target.region}:${target.account}:cluster/${target.outputs.clusterName}`;
  const issuer = await issuerOf(kubectl);
  if (issuer === undefined ? cluster.name === arn : issuer === target.outputs.oidcIssuer) return;
  const is =
    issuer === undefined
      ? `is called ${cluster.name}, and its OpenID issuer cannot be read`
      : `has the OpenID issuer ${issuer}, and ${target.name} has ${target.outputs.oidcIssuer} (environments/outputs/${target.name}.json)`;
  throw new InputError(
    `the context ${cluster.context} does not lead to the cluster of ${target.name}: ${cluster.server} ${is}; ` +
      `aws eks update-kubeconfig --name ${target.outputs.clusterName} --region ${target.region} makes a context for ${arn}, ` +
      `and --context NAME --any-cluster compares with another cluster on purpose`,
  );
}

/**
 * https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#service-account-issuer-discovery
 */
async function issuerOf(kubectl: Kubectl): Promise<string | undefined> {
  const { status, stdout } = await kubectl.run(['get', '--raw', '/.well-known/openid-configuration']);
  return status === 0 ? (JSON.parse(stdout) as { issuer: string }).issuer : undefined;
}
