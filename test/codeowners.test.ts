import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { production } from '../environments/production';
import { ROOT } from './repository';

interface Line {
  readonly pattern: string;
  readonly owners: readonly string[];
}

/**
 * https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
 */
const lines: readonly Line[] = readFileSync(join(ROOT, '.github/CODEOWNERS'), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line) => {
    const [pattern = '', ...owners] = line.split(/\s+/);
    return { pattern, owners };
  });
const paths = lines.map(({ pattern }) => pattern).filter((pattern) => pattern !== '*');

const ownersOf = (path: string) =>
  lines.findLast(
    ({ pattern }) =>
      pattern === '*' || `/${path}` === pattern || (pattern.endsWith('/') && `/${path}`.startsWith(pattern)),
  )?.owners;

const { admin, platform } = production.argocd.singleSignOn!.groups;
const organisation = new URL(production.repository.url).pathname.split('/')[1];
const team = (group: string) => `@${organisation}/${group}`;

describe('CODEOWNERS', () => {
  test.each(paths)('GIVEN the path %s WHEN it is looked for THEN it is there, a folder where it says so', (pattern) => {
    const path = join(ROOT, pattern);
    expect(existsSync(path)).toBe(true);
    expect(statSync(path).isDirectory()).toBe(pattern.endsWith('/'));
  });

  test('GIVEN owners WHEN they are looked for THEN each is a team of the organisation, named as a group that signs in', () => {
    const owners = new Set(lines.flatMap((line) => line.owners));
    expect([...owners].sort()).toEqual([team(admin), team(platform)].sort());
    expect(lines.filter((line) => line.owners.length === 0)).toEqual([]);
  });

  // what gives somebody more than they have, directly or by what runs before a review
  test.each([
    ['roles of controllers', 'bootstrap/iam/tables/index.ts'],
    ['accounts and acknowledgements', 'environments/production.ts'],
    ['roles of Pods', 'constructs/iam/role.ts'],
    ['rights in the cluster', 'constructs/kubernetes/role-binding.ts'],
    ['what Argo CD may make', 'argocd/index.ts'],
    ['rules that refuse what is dangerous', 'packages/engine/src/rules/policies/iam-wildcard.ts'],
    ['who may do what in Jenkins', 'charts/delivery/jenkins/topics.ts'],
    ['steps that Jenkins trusts', 'jenkins/library/vars/platformCheck.groovy'],
    ['checks of pull requests', '.github/workflows/check.yml'],
    ['who owns what', '.github/CODEOWNERS'],
    ['what is installed', 'package-lock.json'],
    ['what Argo CD reads', 'dist/production/delivery/jenkins.yaml'],
  ])('GIVEN %s WHEN it changes THEN an admin agrees', (_, path) => {
    expect(ownersOf(path)).toEqual([team(admin)]);
  });

  test('GIVEN any other file WHEN it changes THEN somebody of the platform agrees', () => {
    expect(ownersOf('docs/jenkins.md')).toEqual([team(platform)]);
  });
});
