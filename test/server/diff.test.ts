import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { loadAll } from 'js-yaml';
import { environments } from '../../environments';
import development from '../../environments/outputs/development.json';
import { readSources } from '../../packages/engine/src/manifests/documents';
import type { Manifest } from '../../packages/engine/src/manifests/manifest';
import { ApiServer, ASSETS } from '../../packages/engine/test/server/api-server';
import { describeOnServer } from '../../packages/engine/test/server/describe-on-server';
import { platform, ROOT, type Run } from '../repository';

const MANAGER = ['apply', '--server-side', '--force-conflicts', '--field-manager=argocd-controller'];
const QUEUE = 'queues.sqs.services.k8s.aws';

describeOnServer('platform diff on a real API server', () => {
  const server = new ApiServer(development.oidcIssuer);
  const temporary = mkdtempSync(join(tmpdir(), 'diff-test-'));
  const path = [ASSETS, process.env['PATH']].join(delimiter);

  function diff(args: readonly string[], env: NodeJS.ProcessEnv = {}): Run {
    return platform(['diff', ...args], { env: { PATH: path, KUBECONFIG: server.kubeconfig, ...env } });
  }
  function ofMessaging(...args: readonly string[]): Run {
    return diff(['--environment', 'development', 'messaging', ...args]);
  }
  /** The changes of messaging, with the paths of their fields. */
  function changes(...args: readonly string[]) {
    const { stdout, stderr } = ofMessaging('--format', 'json', ...args);
    expect(stderr).toBe('');
    const { changes: all } = JSON.parse(stdout) as {
      changes: { effect: string; kind: string; name: string; fields: { path: string; from: unknown; to: unknown }[] }[];
    };
    return all.map(({ effect, kind, name, fields }) => ({
      effect,
      object: `${kind} ${name}`,
      fields: fields.map(({ path: field, from, to }) => ({ path: field, from, to })),
    }));
  }
  function kubectl(args: readonly string[], input?: string): void {
    const { status, stderr } = server.kubectl(args, input);
    if (status !== 0) throw new Error(stderr);
  }
  function syncMessaging(): void {
    kubectl([...MANAGER, '--recursive', '--filename', join(ROOT, 'dist/development/messaging')]);
  }
  /** A copy of dist in which a file of an application is another. */
  function edited(file: string, edit: (text: string) => string): string {
    const copy = mkdtempSync(join(temporary, 'dist-'));
    cpSync(join(ROOT, 'dist/development'), join(copy, 'development'), { recursive: true });
    const target = join(copy, 'development', file);
    const text = readFileSync(target, { encoding: 'utf8', flag: 'a+' });
    const after = edit(text);
    expect(after).not.toBe(text);
    writeFileSync(target, after);
    return copy;
  }
  /** The kubeconfig with a part that is another. */
  function kubeconfig(edit: (text: string) => string): string {
    const file = join(mkdtempSync(join(temporary, 'kube-')), 'config');
    writeFileSync(file, edit(readFileSync(server.kubeconfig, 'utf8')));
    return file;
  }

  beforeAll(async () => {
    await server.start();
    await server.installCrds(join(ROOT, 'imports'));
    const manifests = manifestsOf('dist/development');
    await server.installGraphKinds(manifests);
    for (const namespace of new Set(manifests.flatMap(({ metadata }) => metadata.namespace ?? [])))
      server.kubectl(['create', 'namespace', namespace]);
    kubectl([...MANAGER, '--recursive', '--filename', join(ROOT, 'dist/development')]);
  }, 400_000);
  afterAll(() => {
    server.stop();
    rmSync(temporary, { recursive: true, force: true });
  });

  test('GIVEN dist that Argo CD has synced WHEN it is compared THEN nothing differs', () => {
    const { status, stdout, stderr } = diff(['--environment', 'development']);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^nothing differs between development and test \(.*\): \d{3,} objects in 13 applications$/m);
    expect(status).toBe(0);
  }, 200_000);

  test('GIVEN one edit in dist WHEN it is compared THEN it shows alone, from the cluster to dist', () => {
    const dist = edited('messaging/sqs.yaml', (text) =>
      text.replace(/(name: order-processing\n[\s\S]*?visibilityTimeout: )'300'/, "$1'301'"),
    );
    expect(changes('--dist', dist)).toEqual([
      {
        effect: 'update',
        object: 'Queue order-processing',
        fields: [{ path: 'spec.visibilityTimeout', from: '300', to: '301' }],
      },
    ]);
    const { status, stdout } = ofMessaging('--dist', dist);
    expect(status).toBe(1);
    expect(stdout).toContain('messaging: 1 of ');
    expect(stdout).toContain('spec.visibilityTimeout: 300 → 301');
  });

  test('GIVEN an object that only dist has WHEN it is compared THEN it would be created', () => {
    const dist = edited('messaging/more.yaml', () =>
      JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'more', namespace: 'aws' } }),
    );
    expect(changes('--dist', dist)).toMatchObject([{ effect: 'create', object: 'ConfigMap more' }]);
  });

  describe('GIVEN somebody else who edits the cluster', () => {
    afterEach(syncMessaging);
    const patch = (fields: object, manager: string) =>
      kubectl([
        'patch',
        QUEUE,
        'order-processing',
        '--namespace=aws',
        '--type=merge',
        `--field-manager=${manager}`,
        '--patch',
        JSON.stringify(fields),
      ]);

    test('WHEN it is a field that git sets THEN it shows, and what a sync would make of it', () => {
      patch({ spec: { visibilityTimeout: '10' } }, 'kubectl-edit');
      expect(changes()).toEqual([
        {
          effect: 'update',
          object: 'Queue order-processing',
          fields: [{ path: 'spec.visibilityTimeout', from: '10', to: '300' }],
        },
      ]);
    });

    test('WHEN a controller fills in what git leaves out, and annotates THEN nothing differs: it is theirs', () => {
      patch(
        {
          metadata: {
            annotations: { 'services.k8s.aws/last': 'yes' },
            finalizers: ['finalizers.sqs.services.k8s.aws/Queue'],
          },
          spec: { contentBasedDeduplication: 'false', maximumMessageSize: '262144' },
          status: { queueURL: 'https://sqs' },
        },
        'ack-controller',
      );
      expect(changes()).toEqual([]);
    });

    test('WHEN Argo CD has marked it as its own THEN nothing differs', () => {
      const [queue] = queues('order-processing');
      const annotations = {
        ...queue!.metadata.annotations,
        'argocd.argoproj.io/tracking-id': 'messaging:sqs.services.k8s.aws/Queue:aws/order-processing',
      };
      kubectl(
        [...MANAGER, '--filename', '-'],
        JSON.stringify({ ...queue, metadata: { ...queue!.metadata, annotations } }),
      );
      expect(changes()).toEqual([]);
    });

    test.each([
      ['sqsManagedSSEEnabled', 'that Argo CD overlooks', []],
      ['contentBasedDeduplication', 'that it compares', ['spec.contentBasedDeduplication']],
    ])('WHEN git once set %s, a field %s THEN a diff agrees', (field, _, shown) => {
      // no other test gives its fields another owner
      const [queue] = queues('user-analytics');
      const spec = { ...(queue!['spec'] as object), [field]: 'false' };
      kubectl([...MANAGER, '--filename', '-'], JSON.stringify({ ...queue, spec }));
      expect(changes().flatMap(({ fields }) => fields.map((one) => one.path))).toEqual(shown);
    });
  });

  describe('GIVEN objects that Argo CD tracks and dist no longer has', () => {
    afterEach(() => {
      server.kubectl(['delete', 'configmap', 'left', 'foreign', '--namespace=aws', '--ignore-not-found']);
      kubectl([...APPLICATION, '--patch', JSON.stringify({ status: null })]);
    });
    const APPLICATION = ['patch', 'applications.argoproj.io', 'messaging', '--namespace=argocd', '--type=merge'];
    const configMap = (name: string, annotations: object) =>
      kubectl(
        ['create', '--filename', '-'],
        JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'aws', annotations } }),
      );

    test('WHEN they are compared THEN what Argo CD made would go, and nothing else', () => {
      configMap('left', { 'argocd.argoproj.io/tracking-id': 'messaging:/ConfigMap:aws/left' });
      configMap('foreign', {});
      const tracked = ['left', 'foreign', 'gone'].map((name) => ({
        version: 'v1',
        kind: 'ConfigMap',
        namespace: 'aws',
        name,
      }));
      const queue = {
        group: 'sqs.services.k8s.aws',
        version: 'v1alpha1',
        kind: 'Queue',
        namespace: 'aws',
        name: 'order-processing',
      };
      kubectl([
        ...APPLICATION,
        '--patch',
        JSON.stringify({ status: { sync: { status: 'Synced' }, resources: [...tracked, queue] } }),
      ]);
      expect(changes()).toMatchObject([{ effect: 'destroy', object: 'ConfigMap left' }]);
    });
  });

  test('GIVEN a Secret WHEN it is compared THEN its values are not shown', () => {
    const secret = (word: string) =>
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'login', namespace: 'aws' },
        data: { password: Buffer.from(word).toString('base64') },
      });
    kubectl([...MANAGER, '--filename', '-'], secret('hunter2'));
    const dist = edited('messaging/secret.yaml', () => secret('hunter3'));
    for (const format of ['text', 'json']) {
      const { status, stdout } = ofMessaging('--dist', dist, '--format', format);
      expect(status).toBe(1);
      expect(stdout).toContain('login');
      for (const word of ['hunter2', 'hunter3']) expect(stdout).not.toContain(Buffer.from(word).toString('base64'));
    }
    server.kubectl(['delete', 'secret', 'login', '--namespace=aws']);
  });

  describe('GIVEN the role of docs/diff.md, for machines', () => {
    const asMachine = () =>
      kubeconfig((text) => text.replace('"token"', '"as":"machine","as-groups":["platform-diff"],"token"'));
    beforeAll(() => {
      const [, role = ''] = /```yaml\n([\s\S]*?)```/.exec(readFileSync(join(ROOT, 'docs/diff.md'), 'utf8'))!;
      kubectl(['apply', '--server-side', '--filename', '-'], role);
    });

    test('WHEN it compares THEN all of dist, roles among it, can be told', async () => {
      const config = asMachine();
      const { status, stderr } = diff(['--environment', 'development', '--kubeconfig', config]);
      expect(stderr).toBe('');
      expect(status).toBe(0);
    }, 200_000);

    test('WHEN it changes something THEN it is refused, once the server knows the policy', async () => {
      const change = [
        '--kubeconfig',
        asMachine(),
        'annotate',
        QUEUE,
        'order-processing',
        '--namespace=aws',
        '--overwrite',
      ];
      let said = '';
      for (let round = 0; round < 60 && !said.includes('may only try changes'); round++) {
        said = server.kubectl([...change, `round=${round}`]).stderr;
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
      expect(said).toContain('the group platform-diff may only try changes');
      kubectl(['annotate', QUEUE, 'order-processing', '--namespace=aws', 'round-']);
    });
  });

  describe('GIVEN something that keeps a diff from being told', () => {
    const cases: Readonly<Record<string, readonly [run: () => Run, ...said: string[]]>> = {
      'no kubectl': [
        () => diff(['--environment', 'development'], { PATH: temporary }),
        'there is no kubectl on the PATH',
        'https://kubernetes.io/docs/tasks/tools/',
      ],
      'no kubeconfig of that name': [
        () => ofMessaging('--kubeconfig', '/nowhere/config'),
        '--kubeconfig /nowhere/config: no such file',
      ],
      'no current context': [
        () =>
          ofMessaging(
            '--kubeconfig',
            kubeconfig((text) => text.replace('"current-context":"test"', '"current-context":""')),
          ),
        'no context is current in the kubeconfig',
        'allowed are test',
      ],
      'no such context': [
        () => ofMessaging('--context', 'nope'),
        '--context nope: the kubeconfig has no such context; allowed are test',
      ],
      'a token that is not valid': [
        () =>
          ofMessaging(
            '--kubeconfig',
            kubeconfig((text) => text.replace('test-token', 'another')),
          ),
        'no access: the cluster does not know you',
      ],
      'no rights': [
        () =>
          ofMessaging(
            '--any-cluster',
            '--context=test',
            '--kubeconfig',
            kubeconfig((text) => text.replace('"token"', '"as":"nobody","token"')),
          ),
        'messaging: no access: a diff asks the server what an apply would do',
        'nobody',
      ],
      'nobody at the address': [
        () =>
          ofMessaging(
            '--kubeconfig',
            kubeconfig((text) => text.replace(/127\.0\.0\.1:\d+/, '127.0.0.1:1')),
          ),
        'the API server cannot be reached',
        '127.0.0.1:1',
      ],
      'the cluster of another environment': [
        () => diff(['--environment', 'staging']),
        'the context test does not lead to the cluster of staging',
        development.oidcIssuer,
        'aws eks update-kubeconfig --name staging-eks-cluster',
      ],
      'any cluster, but none named': [() => ofMessaging('--any-cluster'), '--any-cluster needs --context NAME'],
      'an environment that is not there': [
        () => diff(['--environment', 'qa']),
        `unknown environment 'qa': allowed are ${environments.map(({ name }) => name).join(', ')}`,
      ],
      'an application that is not there': [
        () => diff(['--environment', 'development', 'mesaging']),
        "unknown application 'mesaging': allowed are application, argocd,",
      ],
      'dist that is not there': [() => ofMessaging('--dist', temporary), 'no such folder; npm run synth writes'],
      'a manifest that the server refuses': [
        () =>
          ofMessaging(
            '--dist',
            edited('messaging/more.yaml', () =>
              JSON.stringify({
                apiVersion: 'v1',
                kind: 'ConfigMap',
                metadata: { name: 'Wrong_Name', namespace: 'aws' },
              }),
            ),
          ),
        'messaging: kubectl: The ConfigMap "Wrong_Name" is invalid',
      ],
      'kinds that the cluster does not have': [
        () =>
          ofMessaging(
            '--dist',
            edited('messaging/more.yaml', () =>
              [
                ['sqs.services.k8s.aws/v1', 'Queue'],
                ['argoproj.io/v9', 'Rollout'],
                ['kafka.aws.m.upbound.io/v1beta1', 'Cluster'],
              ]
                .map(([apiVersion, kind]) => JSON.stringify({ apiVersion, kind, metadata: { name: 'more' } }))
                .join('\n---\n'),
            ),
          ),
        'the cluster has no kind Queue of sqs.services.k8s.aws/v1: Application ack-sqs brings it',
        'the cluster has no kind Rollout of argoproj.io/v9: Application argo-rollouts brings it',
        'the cluster has no kind Cluster of kafka.aws.m.upbound.io/v1beta1: Provider provider-aws-kafka brings it',
      ],
    };

    test.each(Object.keys(cases))('WHEN there is %s THEN one message says what to do, exit 2', (name) => {
      const [run, ...said] = cases[name]!;
      const { status, stdout, stderr } = run();
      for (const part of said) expect(stderr).toContain(part);
      expect(stderr).toMatch(/^(platform: .+\n)+$/);
      expect(stdout).toBe('');
      expect(status).toBe(2);
    });
  });
});

function queues(name: string): Manifest[] {
  return manifestsOf('dist/development/messaging').filter(
    ({ kind, metadata }) => kind === 'Queue' && metadata.name === name,
  );
}

function manifestsOf(folder: string): Manifest[] {
  return readSources([join(ROOT, folder)], () => Buffer.alloc(0)).flatMap(({ text }) => loadAll(text) as Manifest[]);
}
