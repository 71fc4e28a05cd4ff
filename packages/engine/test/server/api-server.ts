import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instanceSchemaOf } from '../../src/kro/crd';
import { isResourceGraph } from '../../src/kro/resource-graph';
import type { Manifest } from '../../src/manifests/manifest';
import { stringifyAll } from '../../src/manifests/yaml';
import { KUBERNETES_SCHEMAS } from '../../src/schema/kubernetes';
import type { JsonObject, KindSchema } from '../../src/schema/structural';

/** A folder with kube-apiserver, etcd and kubectl; the variable is controller-runtime's convention. */
export const ASSETS = process.env['KUBEBUILDER_ASSETS'];

/** A real Kubernetes API server on loopback, without nodes and controllers: it stores and judges. */
export class ApiServer {
  private readonly folder = mkdtempSync(join(tmpdir(), 'api-server-'));
  private readonly children: ChildProcess[] = [];
  private port = 0;

  /** Who signs its tokens; it is only told, nobody asks there. */
  constructor(private readonly issuer = 'https://kubernetes.default.svc') {}

  /** A file for kubectl. */
  get kubeconfig(): string {
    return join(this.folder, 'kubeconfig');
  }

  async start(): Promise<void> {
    const [clientPort, peerPort, apiPort] = [await freePort(), await freePort(), await freePort()];
    this.port = apiPort;
    const etcd = `http://127.0.0.1:${clientPort}`;
    const peer = `http://127.0.0.1:${peerPort}`;
    this.run('etcd', [
      '--data-dir',
      join(this.folder, 'etcd'),
      '--unsafe-no-fsync',
      '--listen-client-urls',
      etcd,
      '--advertise-client-urls',
      etcd,
      '--listen-peer-urls',
      peer,
      '--initial-advertise-peer-urls',
      peer,
      '--initial-cluster',
      `default=${peer}`,
    ]);
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const key = this.write('service-account.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }));
    this.run('kube-apiserver', [
      '--etcd-servers',
      etcd,
      '--secure-port',
      String(apiPort),
      '--bind-address',
      '127.0.0.1',
      '--cert-dir',
      join(this.folder, 'certs'),
      '--service-account-issuer',
      this.issuer,
      '--service-account-key-file',
      key,
      '--service-account-signing-key-file',
      key,
      '--token-auth-file',
      this.write('tokens.csv', 'test-token,admin,admin,system:masters\n'),
      '--authorization-mode',
      'RBAC',
      '--service-cluster-ip-range',
      '10.96.0.0/16',
    ]);
    this.write(
      'kubeconfig',
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'Config',
        'current-context': 'test',
        clusters: [
          { name: 'test', cluster: { server: `https://127.0.0.1:${apiPort}`, 'insecure-skip-tls-verify': true } },
        ],
        users: [{ name: 'test', user: { token: 'test-token' } }],
        contexts: [{ name: 'test', context: { cluster: 'test', user: 'test' } }],
      }),
    );
    await this.until(() => this.kubectl(['get', '--raw', '/readyz']).status === 0);
  }

  stop(): void {
    for (const child of this.children.reverse()) child.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  /** Runs kubectl against this server. */
  kubectl(args: readonly string[], input?: string): { status: number | null; stdout: string; stderr: string } {
    return spawnSync(join(ASSETS!, 'kubectl'), ['--kubeconfig', this.kubeconfig, ...args], {
      input,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
  }

  /**
   * The server's verdict on a strict POST of each object, without storing it: what it says against it, or undefined.
   */
  async judge(objects: readonly { kind: KindSchema; object: JsonObject }[]): Promise<(string | undefined)[]> {
    const verdicts: (string | undefined)[] = [];
    let next = 0;
    const work = async () => {
      for (let position = next++; position < objects.length; position = next++)
        verdicts[position] = await this.post(objects[position]!.kind, objects[position]!.object);
    };
    await Promise.all(Array.from({ length: 8 }, work));
    return verdicts;
  }

  /** Stores an object and gives its resource version; throws where the server refuses it. */
  async store(kind: KindSchema, object: JsonObject): Promise<string> {
    const { status, body } = await this.send('POST', collectionOf(kind), object);
    if (status !== 201) throw new Error(body);
    return (JSON.parse(body) as { metadata: { resourceVersion: string } }).metadata.resourceVersion;
  }

  /** What the server says against a PUT of an object over the one that is stored, without storing it. */
  async replace(kind: KindSchema, object: JsonObject, resourceVersion: string): Promise<string | undefined> {
    const metadata = object['metadata'] as JsonObject;
    const next = { ...object, metadata: { ...metadata, resourceVersion } };
    return refusalOf(await this.send('PUT', `${collectionOf(kind)}/${metadata['name']}?${STRICT}`, next));
  }

  private async post(kind: KindSchema, object: JsonObject): Promise<string | undefined> {
    return refusalOf(await this.send('POST', `${collectionOf(kind)}?${STRICT}`, object));
  }

  private send(method: string, path: string, object: JsonObject): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const headers = { authorization: 'Bearer test-token', 'content-type': 'application/json' };
      const options = { host: '127.0.0.1', port: this.port, path, method, headers, rejectUnauthorized: false };
      const call = request(options, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          body += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 500, body }));
      });
      call.on('error', reject).end(JSON.stringify(object));
    });
  }

  /** Installs every CRD of imports/, rebuilt from the compact schemas, and waits until the server serves them. */
  async installCrds(importsDir: string): Promise<number> {
    const crds = readdirSync(importsDir)
      .filter((file) => file.endsWith('.schemas.json') && file !== KUBERNETES_SCHEMAS)
      .flatMap((file) => crdsOf(importsDir, file));
    await this.install(crds);
    return crds.length;
  }

  /** Installs the kinds that kro makes of the graphs among objects. */
  async installGraphKinds(manifests: readonly Manifest[]): Promise<void> {
    const kinds = new Map(
      manifests.filter(isResourceGraph).flatMap((graph) => {
        const kind = instanceSchemaOf(graph)!;
        return [[`${kind.group}/${kind.kind}`, kind] as const];
      }),
    );
    await this.install(
      [...kinds.values()].map(({ group, kind, plural, scope, version, schema }) =>
        crdOf(group, kind, plural, scope, [
          {
            name: version,
            served: true,
            storage: true,
            schema: { openAPIV3Schema: schema },
            subresources: { status: {} },
          },
        ]),
      ),
    );
  }

  private async install(crds: readonly unknown[]): Promise<void> {
    const { status, stderr } = this.kubectl(['create', '--validate=false', '-f', '-'], stringifyAll(crds));
    if (status !== 0) throw new Error(`CRDs were refused: ${stderr}`);
    // one list: `kubectl wait` asks for each, at five a second
    const established = 'jsonpath={.items[*].status.conditions[?(@.type=="Established")].status}';
    await this.until(() => {
      const states = this.kubectl(['get', 'crd', '-o', established]).stdout.split(' ');
      return states.length >= crds.length && states.every((state) => state === 'True');
    });
  }

  private run(program: string, args: readonly string[]): void {
    this.children.push(spawn(join(ASSETS!, program), args, { stdio: 'ignore' }));
  }

  private write(name: string, content: string | Buffer): string {
    const path = join(this.folder, name);
    writeFileSync(path, content, { mode: 0o600 });
    return path;
  }

  private async until(isDone: () => boolean): Promise<void> {
    const deadline = Date.now() + READY_WITHIN_MS;
    while (!isDone()) {
      if (Date.now() > deadline)
        throw new Error(`the API server did not get ready within ${READY_WITHIN_MS / 1_000} s`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** Long, because a busy machine takes over a minute for all CRDs. */
const READY_WITHIN_MS = 240_000;

const STRICT = 'dryRun=All&fieldValidation=Strict';

interface Answer {
  readonly status: number;
  readonly body: string;
}

function refusalOf({ status, body }: Answer): string | undefined {
  return status < 300 ? undefined : (JSON.parse(body) as { message: string }).message;
}

function collectionOf({ group, version, plural, scope }: KindSchema): string {
  const root = group === '' ? `/api/${version}` : `/apis/${group}/${version}`;
  return `${root}${scope === 'Namespaced' ? '/namespaces/default' : ''}/${plural}`;
}

interface CompactKind {
  readonly plural: string;
  readonly scope: string;
  readonly storage: boolean;
  readonly subresources: readonly string[];
  readonly schema: unknown;
}

function crdsOf(importsDir: string, file: string): unknown[] {
  const group = file.slice(0, -'.schemas.json'.length);
  const byKind = new Map<string, { plural: string; scope: string; versions: unknown[] }>();
  for (const [key, { plural, scope, storage, subresources, schema }] of Object.entries(
    JSON.parse(readFileSync(join(importsDir, file), 'utf8')) as Record<string, CompactKind>,
  )) {
    const [kind = '', name = ''] = key.split('/');
    const crd = byKind.get(kind) ?? { plural, scope, versions: [] };
    byKind.set(kind, crd);
    crd.versions.push({
      name,
      served: true,
      storage,
      schema: { openAPIV3Schema: schema },
      subresources: subresources.includes('status') ? { status: {} } : undefined,
    });
  }
  return [...byKind].map(([kind, { plural, scope, versions }]) => crdOf(group, kind, plural, scope, versions));
}

function crdOf(group: string, kind: string, plural: string, scope: string, versions: readonly unknown[]): unknown {
  return JSON.parse(
    JSON.stringify({
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      // Kubernetes reserves groups below k8s.io for approved APIs; upstream CRDs of such groups carry this, too
      metadata: {
        name: `${plural}.${group}`,
        annotations: { 'api-approved.kubernetes.io': 'unapproved, for tests' },
      },
      spec: {
        group,
        names: { kind, plural, singular: kind.toLowerCase(), listKind: `${kind}List` },
        scope,
        versions,
      },
    }),
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const { port } = server.address() as { port: number };
        server.close(() => resolve(port));
      });
  });
}
