import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importCrds } from '../../packages/engine/src/imports/import-crds';
import { stringify } from '../../packages/engine/src/manifests/yaml';
import { checksum, platform, RepositoryCopy, ROOT } from '../repository';

const CRDS = join(ROOT, '..', 'shared', 'crds');

/** A CRD as upstream publishes it: with descriptions, also of a field that is itself named `description`. */
function upstreamCrd(kind: string, field: string): string {
  const plural = `${kind.toLowerCase()}s`;
  const text = stringify({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.example.services.k8s.aws` },
    spec: {
      group: 'example.services.k8s.aws',
      names: { kind, listKind: `${kind}List`, plural, singular: kind.toLowerCase() },
      scope: 'Namespaced',
      versions: [
        {
          additionalPrinterColumns: [{ jsonPath: '.spec.name', name: 'Name', type: 'string', description: 'its name' }],
          name: 'v1alpha1',
          schema: {
            openAPIV3Schema: {
              description: `A ${kind}.`,
              properties: {
                spec: {
                  description: 'What it is.',
                  properties: { description: { description: 'Its own.', type: 'string' }, [field]: { type: 'string' } },
                  required: [field],
                  type: 'object',
                },
              },
              type: 'object',
            },
          },
          served: true,
          storage: true,
          subresources: { status: {} },
        },
      ],
    },
  });
  return `# a comment\n${text}`;
}

describe('platform import', () => {
  const files: Record<string, string> = {};
  let server: Server;
  let base: string;
  let root: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const text = files[request.url ?? ''];
      response.writeHead(text === undefined ? 404 : 200).end(text);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'import-'));
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
    files['/aws-controllers-k8s/example-controller/v1.0.0/queues.yaml'] = upstreamCrd('Queue', 'queueName');
    files['/aws-controllers-k8s/example-controller/v1.0.0/topics.yaml'] = upstreamCrd('Topic', 'name');
    list('queues', 'topics');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function list(...names: string[]): void {
    const urls = names.map((name) =>
      /^http|\s/.test(name) ? name : `${base}/aws-controllers-k8s/example-controller/v1.0.0/${name}.yaml`,
    );
    writeFileSync(join(root, 'cdk8s.yaml'), stringify({ imports: urls }));
  }
  const imports = () => join(root, 'imports');
  const read = (name: string) => readFileSync(join(imports(), name), 'utf8');

  test('GIVEN two CRDs of one group at URLs WHEN imported THEN both kinds are in one file, without descriptions, with a lock and a notice', async () => {
    expect(await importCrds({ root })).toEqual({ files: 2, groups: 1, kinds: 2 });
    expect(readdirSync(imports()).sort()).toEqual([
      'NOTICE.md',
      'example.services.k8s.aws.schemas.json',
      'example.services.k8s.aws.ts',
      'lock.json',
    ]);
    expect(read('example.services.k8s.aws.ts')).toMatch(/export class Queue .*export class Topic /s);
    const schemas = JSON.parse(read('example.services.k8s.aws.schemas.json'));
    expect(schemas['Queue/v1alpha1']).toEqual({
      plural: 'queues',
      scope: 'Namespaced',
      storage: true,
      subresources: ['status'],
      schema: {
        properties: {
          spec: {
            properties: { description: { type: 'string' }, queueName: { type: 'string' } },
            required: ['queueName'],
            type: 'object',
          },
        },
        type: 'object',
      },
    });
    const [entry] = Object.values(JSON.parse(read('lock.json'))) as [{ sha256: string }];
    expect(entry.sha256).toBe(
      createHash('sha256').update(files['/aws-controllers-k8s/example-controller/v1.0.0/queues.yaml']!).digest('hex'),
    );
    expect(read('NOTICE.md')).toContain('| aws-controllers-k8s/example-controller | v1.0.0 | Apache-2.0 |');
  });

  test('GIVEN an import WHEN it runs again, from URLs or from files THEN nothing changes', async () => {
    await importCrds({ root });
    const first = checksum(imports());
    await importCrds({ root });
    expect(checksum(imports())).toBe(first);
    const crds = join(root, 'crds');
    mkdirSync(crds);
    writeFileSync(
      join(crds, 'all.yaml'),
      Object.values(files)
        .map((text) => text.replace(/description: .*/g, 'description: other words'))
        .join('---\n'),
    );
    await importCrds({ root, crds });
    expect(checksum(imports())).toBe(first);
  });

  test('GIVEN a file that changed under its tag WHEN imported THEN it is refused, and imports stays as it was', async () => {
    await importCrds({ root });
    const before = checksum(imports());
    files['/aws-controllers-k8s/example-controller/v1.0.0/queues.yaml'] = upstreamCrd('Queue', 'evil');
    await expect(importCrds({ root })).rejects.toThrow('upstream changed a released file');
    expect(checksum(imports())).toBe(before);
  });

  test.each([
    ['a file that is not there', ['nothing'], 'the server answered 404'],
    ['a branch instead of a tag', ['https://raw.githubusercontent.com/a/b/main/c.yaml'], 'is not pinned'],
    ['plain http', ['http://example.com/a/b/v1.0.0/c.yaml'], 'only https is allowed'],
    ['no URL', ['x y'], 'is not a URL'],
    ['a URL twice', ['queues', 'queues'], 'is listed twice'],
  ])('GIVEN %s in the list WHEN imported THEN it is refused', async (_what, names, message) => {
    list(...names);
    await expect(importCrds({ root })).rejects.toThrow(message);
    expect(existsSync(imports())).toBe(false);
  });

  test.each([
    [
      'an unknown licence',
      '/stranger/repo/v1.0.0/a.yaml',
      upstreamCrd('Queue', 'q'),
      'read the licence of stranger/repo',
    ],
    ['no CRD', '/aws-controllers-k8s/x/v1.0.0/a.yaml', 'kind: ConfigMap\n', 'no CustomResourceDefinition in it'],
    ['no YAML', '/aws-controllers-k8s/x/v1.0.0/b.yaml', 'a: [', 'not YAML'],
    [
      'an old CRD',
      '/aws-controllers-k8s/x/v1.0.0/c.yaml',
      'kind: CustomResourceDefinition\napiVersion: apiextensions.k8s.io/v1beta1\n',
      'not a CustomResourceDefinition of apiextensions.k8s.io/v1',
    ],
  ])('GIVEN a URL with %s WHEN imported THEN it is refused', async (_what, path, text, message) => {
    files[path] = text;
    list(`${base}${path}`);
    await expect(importCrds({ root })).rejects.toThrow(message);
  });

  test('GIVEN no server WHEN imported THEN the message names the way without a network', async () => {
    list('http://127.0.0.1:9/aws-controllers-k8s/x/v1.0.0/a.yaml');
    await expect(importCrds({ root })).rejects.toThrow('without a network use --crds DIR');
  });

  test('GIVEN --crds with a folder that is not there WHEN run THEN one line and exit 2', () => {
    const { status, stderr } = platform(['import', '--crds', '/nowhere']);
    expect(stderr).toBe('platform: --crds /nowhere: no such file or folder (ENOENT)\n');
    expect(status).toBe(2);
  });

  test('GIVEN a construct that is written before its types WHEN synthesized THEN it says what makes them, and import runs', () => {
    const copy = new RepositoryCopy();
    try {
      copy.with(
        'constructs/sqs/queue.ts',
        (text) => text.replace('../imports/sqs.services.k8s.aws', '../imports/new.services.k8s.aws'),
        () => {
          const { status, stderr } = platform(['synth', '--check'], { root: copy.root });
          expect(stderr).toContain('../imports/new.services.k8s.aws');
          expect(stderr).toContain(
            'platform: the sources do not compile; npm run import makes imports/ from cdk8s.yaml\n',
          );
          expect(status).toBe(2);
          // it gets as far as to look for its CRDs
          expect(platform(['import', '--crds', '/nowhere'], { root: copy.root }).stderr).toBe(
            'platform: --crds /nowhere: no such file or folder (ENOENT)\n',
          );
        },
      );
    } finally {
      copy.remove();
    }
  }, 30_000);

  const withCrds = existsSync(CRDS) ? test : test.skip;
  withCrds(
    'GIVEN the pinned CRDs as files WHEN imported THEN imports/ is what is committed (skipped without ../shared/crds)',
    () => {
      const copy = new RepositoryCopy();
      try {
        expect(platform(['import', '--crds', CRDS], { root: copy.root }).status).toBe(0);
        expect(checksum(join(copy.root, 'imports'))).toBe(checksum(join(ROOT, 'imports')));
      } finally {
        copy.remove();
      }
    },
    30_000,
  );
});
