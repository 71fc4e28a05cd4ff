import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allowScripts } from '../package.json';
import { ROOT } from './repository';

const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, { readonly hasInstallScript?: boolean }>>;
};
const withScripts = Object.entries(lock.packages)
  .filter(([, { hasInstallScript }]) => hasInstallScript)
  .map(([path]) => path.split('node_modules/').at(-1)!);

describe('npm', () => {
  test('GIVEN a package that wants to run something WHEN it is installed THEN it may not', () => {
    // https://docs.npmjs.com/cli/v11/using-npm/config#ignore-scripts
    expect(readFileSync(join(ROOT, '.npmrc'), 'utf8').split('\n')).toContain('ignore-scripts=true');
  });

  test('GIVEN packages with install scripts WHEN one comes THEN somebody has looked at whether it works without', () => {
    expect(withScripts.length).toBeGreaterThan(0);
    expect(allowScripts).toEqual(Object.fromEntries(withScripts.map((name) => [name, false])));
  });
});
