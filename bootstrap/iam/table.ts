import { ackController, iamPrefixes, iamService } from '@aws-platform/engine/aws';
import { globsMeet } from '@aws-platform/engine/iam';
import type { Controller } from './controllers';
import { ackServices } from './tables/ack';
import { managedPolicies, recommendations } from './tables/recommended';

/** What a controller may do, beside what its maintainers recommend to let it do. */
export interface Row {
  readonly controller: string;
  readonly kinds: readonly string[];
  /** Actions that its policy allows. */
  readonly actions: readonly string[];
  /** How many actions the recommended policy allows; undefined where there is no recommendation. */
  readonly recommended: number | undefined;
}

export function rowsOf(controllers: readonly Controller[]): Row[] {
  const services = new Map(Object.keys(ackServices).map((name) => [ackController(name).serviceAccount, name]));
  return controllers.map(({ name, kinds, policy }) => {
    const allowed = policy.Statement.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Action }) => Action);
    const service = services.get(name);
    return {
      controller: name,
      kinds,
      actions: [...new Set(allowed)].sort(),
      recommended: service ? recommendedFor(service) : undefined,
    };
  });
}

/** How many of IAM's actions the recommended policies of an ACK controller allow. */
export function recommendedFor(service: string): number {
  const { managed = [], actions = [] } = recommendations[service] ?? {};
  const allowed = new Set(actions.flatMap(expand));
  for (const name of managed) {
    const policy = managedPolicies[name];
    for (const action of policy?.actions.flatMap(expand) ?? []) allowed.add(action);
    if (policy?.notActions) for (const action of allBut(policy.notActions)) allowed.add(action);
  }
  return allowed.size;
}

function expand(pattern: string): string[] {
  const [prefix = '', name = ''] = pattern.toLowerCase().split(':');
  return [...(iamService(prefix)?.actions.keys() ?? [])]
    .filter((action) => globsMeet(name, action))
    .map((action) => `${prefix}:${action}`);
}

function allBut(patterns: readonly string[]): string[] {
  return iamPrefixes()
    .flatMap((prefix) => expand(`${prefix}:*`))
    .filter((action) => !patterns.some((pattern) => globsMeet(pattern.toLowerCase(), action)));
}

/** For people, on a terminal. */
export function textTable(rows: readonly Row[]): string {
  const lines = [
    ['controller', 'kinds', 'actions', 'recommended', 'fewer'],
    ...rows.map(({ controller, kinds, actions, recommended }) => [
      controller,
      String(kinds.length),
      String(actions.length),
      recommended === undefined ? '-' : String(recommended),
      recommended === undefined ? '-' : String(recommended - actions.length),
    ]),
  ];
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The same for docs, with every kind and action. */
export function markdownTable(rows: readonly Row[], environment: string): string {
  return [
    '# What controllers may do in AWS',
    '',
    `Derived from \`dist/${environment}\` by \`npm run docs\`. "Recommended" counts the actions that the controller's maintainers`,
    "recommend to allow (ACK's `config/iam`), wildcards spelt out; Crossplane's providers and the components have no",
    'recommendation of that kind. How the policies come about: [bootstrap](bootstrap.md#controllers-iam).',
    '',
    '| Controller | Kinds | Actions | Recommended | Fewer |',
    '| --- | --- | --: | --: | --: |',
    ...rows.map(
      ({ controller, kinds, actions, recommended }) =>
        `| ${controller} | ${kinds.map(shortKind).join(', ')} | ${actions.length} | ${recommended ?? '–'} | ${recommended === undefined ? '–' : recommended - actions.length} |`,
    ),
    '',
    ...rows.flatMap(({ controller, actions }) => [
      `## ${controller}`,
      '',
      actions.map((action) => `\`${action}\``).join(' '),
      '',
    ]),
  ].join('\n');
}

function shortKind(kind: string): string {
  return kind.startsWith('AWS::') || kind.startsWith('chart ') ? kind : kind.slice(kind.indexOf('/') + 1);
}
