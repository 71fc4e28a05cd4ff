import { writeFileSync } from 'node:fs';
import { graphProblems } from '../../src/kro/check';
import { instanceSchemaOf } from '../../src/kro/crd';
import type { Manifest } from '../../src/manifests/manifest';
import { stringifyAll } from '../../src/manifests/yaml';
import { schemas } from '../wiring/wire';

type Resource = Record<string, unknown>;

const pool: Resource = {
  id: 'pool',
  externalRef: {
    apiVersion: 'cognitoidp.aws.m.upbound.io/v1beta1',
    kind: 'UserPool',
    metadata: { name: 'users', namespace: 'aws' },
  },
};
const table: Resource = {
  id: 'orders',
  externalRef: {
    apiVersion: 'dynamodb.services.k8s.aws/v1alpha1',
    kind: 'Table',
    metadata: { name: 'orders', namespace: 'aws' },
  },
};
const authorizer = (spec: object, more: Resource = {}): Resource => ({
  id: 'authorizer',
  template: {
    apiVersion: 'apigatewayv2.services.k8s.aws/v1alpha1',
    kind: 'Authorizer',
    metadata: { name: 'jwt', namespace: 'aws' },
    spec: { name: 'jwt', authorizerType: 'JWT', identitySource: ['$request.header.Authorization'], ...spec },
  },
  ...more,
});

let number = 0;
function graph(...resources: Resource[]): Manifest {
  number += 1;
  return {
    apiVersion: 'kro.run/v1alpha1',
    kind: 'ResourceGraphDefinition',
    metadata: { name: `case-${number}` },
    spec: { schema: { apiVersion: 'v1alpha1', kind: `Case${number}Wiring`, spec: {}, status: {} }, resources },
  };
}

const issuer = (value: string) => authorizer({ jwtConfiguration: { issuer: value } });

const sound: [string, Manifest][] = [
  ['a status field', graph(pool, issuer('${pool.status.atProvider.endpoint}'))],
  ['a text around it', graph(pool, issuer('https://${pool.status.atProvider.endpoint}/x'))],
  ['a number as a text', graph(table, issuer('${string(orders.status.itemCount)}'))],
  ['a number for a number', graph(table, authorizer({ authorizerResultTTLInSeconds: '${orders.status.itemCount}' }))],
  ['an annotation', graph(pool, issuer('${pool.metadata.annotations["crossplane.io/external-name"]}'))],
  ['a text function', graph(pool, issuer('${pool.status.atProvider.endpoint.replace("a", "b")}'))],
  [
    'a choice',
    graph(pool, issuer('${pool.status.atProvider.endpoint == "" ? "none" : pool.status.atProvider.endpoint}')),
  ],
  ['an optional field', graph(pool, issuer('${pool.status.?atProvider.?endpoint.orValue("")}'))],
  ['a list of its own', graph(pool, authorizer({ jwtConfiguration: { audience: ['${pool.status.atProvider.id}'] } }))],
  [
    'conditions',
    graph(pool, authorizer({}, { readyWhen: ['${authorizer.status.conditions.exists(c, c.type == "Ready")}'] })),
  ],
  ['text that kro keeps', graph(issuer('${"${"}x}'))],
];

const broken: [string, Manifest, string, string][] = [
  [
    'a status field that is not there',
    graph(pool, issuer('${pool.status.atProvider.endpont}')),
    'spec.resources[1].template.spec.jwtConfiguration.issuer',
    "undefined field 'endpont'",
  ],
  [
    'a number for a text',
    graph(table, issuer('${orders.status.itemCount}')),
    'spec.resources[1].template.spec.jwtConfiguration.issuer',
    'gives a int, a string is needed',
  ],
  [
    'a number in a text',
    graph(table, issuer('x${orders.status.itemCount}')),
    'spec.resources[1].template.spec.jwtConfiguration.issuer',
    'write string(…)',
  ],
  [
    'a text for a number',
    graph(pool, authorizer({ authorizerResultTTLInSeconds: '${pool.status.atProvider.id}' })),
    'spec.resources[1].template.spec.authorizerResultTTLInSeconds',
    'gives a string, a int is needed',
  ],
  [
    'a text and a number added',
    graph(table, issuer('${"x" + orders.status.itemCount}')),
    'spec.resources[1].template.spec.jwtConfiguration.issuer',
    "no '+' for string and int",
  ],
  [
    'an unknown name',
    graph(issuer('${nobody.status.id}')),
    'spec.resources[0].template.spec.jwtConfiguration.issuer',
    "there is no 'nobody'",
  ],
  ['its own value', graph(issuer('${authorizer.status.authorizerID}')), 'spec.resources[0]', 'need'],
  [
    'what does not parse',
    graph(pool, issuer('${pool.status.}')),
    'spec.resources[1].template.spec.jwtConfiguration.issuer',
    'does not parse',
  ],
  [
    'an unknown field of the template',
    graph(pool, authorizer({ issuer: 'x' })),
    'spec.resources[1].template.spec.issuer',
    'unknown field',
  ],
  [
    'a wrong value of the template',
    graph(pool, authorizer({ identitySource: 'x' })),
    'spec.resources[1].template.spec.identitySource',
    'must be',
  ],
  ['an id with a hyphen', graph({ ...pool, id: 'user-pool' }), 'spec.resources[0].id', 'is no id'],
  ["a word of kro's as id", graph({ ...pool, id: 'schema' }), 'spec.resources[0].id', 'is no id'],
  ['an id twice', graph(pool, { ...table, id: 'pool' }), 'spec.resources[1].id', 'stands twice'],
  [
    'resources that need each other',
    graph(issuer('${other.status.authorizerID}'), { ...issuer('${authorizer.status.authorizerID}'), id: 'other' }),
    'spec.resources[0]',
    'resources need each other: authorizer → other → authorizer',
  ],
  [
    'resources behind one that leads to them',
    graph({ ...issuer('${authorizer.status.authorizerID}'), id: 'first' }, issuer('${other.status.authorizerID}'), {
      ...issuer('${authorizer.status.authorizerID}'),
      id: 'other',
    }),
    'spec.resources[1]',
    'resources need each other: authorizer → other → authorizer',
  ],
  [
    'a namespace for what belongs to the cluster',
    graph({
      id: 'fast',
      template: {
        apiVersion: 'storage.k8s.io/v1',
        kind: 'StorageClass',
        metadata: { name: 'fast', namespace: 'aws' },
        provisioner: 'ebs.csi.aws.com',
      },
    }),
    'spec.resources[0].template.metadata.namespace',
    'belongs to the cluster',
  ],
  [
    'an unknown kind',
    graph({ id: 'widget', template: { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'a' } } }),
    'spec.resources[0].template.kind',
    'no schema describes Widget',
  ],
  [
    'an unknown kind that is read',
    graph({ ...pool, externalRef: { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'a' } } }),
    'spec.resources[0].externalRef.kind',
    'no schema describes Widget',
  ],
  [
    'a condition on another resource',
    graph(pool, authorizer({}, { readyWhen: ['${pool.status.atProvider.id == "x"}'] })),
    'spec.resources[1].readyWhen[0]',
    "there is no 'pool'",
  ],
  [
    'a condition that is a text',
    graph(pool, authorizer({}, { readyWhen: ['${authorizer.status.authorizerID}'] })),
    'spec.resources[1].readyWhen[0]',
    'gives a string, a bool is needed',
  ],
  [
    'a condition with text around it',
    graph(pool, authorizer({}, { readyWhen: ['x${true}'] })),
    'spec.resources[1].readyWhen[0]',
    'has to be one expression',
  ],
];

test.each(sound)('GIVEN a graph with %s WHEN checked THEN nothing is found', (_what, manifest) => {
  expect(graphProblems(manifest, schemas)).toEqual([]);
});

test.each(broken)('GIVEN a graph with %s WHEN checked THEN it says where and why', (_what, manifest, path, message) => {
  const [first] = graphProblems(manifest, schemas);
  expect(first?.path).toBe(path);
  expect(first?.message).toContain(message);
});

test('GIVEN a graph with fields WHEN its kind is derived THEN instances are judged by them', () => {
  const manifest = graph(pool);
  (manifest['spec'] as { schema: { spec: object } }).schema.spec = {
    name: 'string | required=true',
    size: 'integer',
    tags: 'map[string]string',
  };
  const kind = instanceSchemaOf(manifest)!;
  expect(kind.plural).toBe(`${kind.kind.toLowerCase()}s`);
  expect(kind.schema.properties!['spec']).toEqual({
    type: 'object',
    properties: {
      name: { type: 'string' },
      size: { type: 'integer' },
      tags: { type: 'object', additionalProperties: { type: 'string' } },
    },
    required: ['name'],
  });
});

// for kro's own validator, where somebody has built it: every sound graph is to pass, and every broken one to fail
if (process.env['GRAPHS_OUT'])
  for (const [name, table] of [
    ['sound', sound],
    ['broken', broken],
  ] as const)
    writeFileSync(`${process.env['GRAPHS_OUT']}-${name}.yaml`, stringifyAll(table.map(([, manifest]) => manifest)));
