import { library, type Plugin, plugin, pluginList } from '../../../constructs/jenkins/plugin-list';

const git = plugin('git', '5.10.1', 'reads repositories', ['scm-api']);
const scmApi = library('scm-api', '728.vc30dcf7a_0df5');

describe('pluginList', () => {
  test('GIVEN plugins WHEN the list is made THEN each has a line with its version, in the order of ids', () => {
    expect(pluginList('jenkins', [scmApi, git])).toBe('git:5.10.1\nscm-api:728.vc30dcf7a_0df5\n');
  });

  test.each<[string, Plugin[], string]>([
    [
      'a plugin that moves',
      [plugin('git', 'latest', 'x')],
      "jenkins: plugin git has the version 'latest', only an exact one such as 5.10.1 is allowed",
    ],
    ['a plugin without a version', [plugin('git', '', 'x')], "plugin git has the version ''"],
    [
      'a plugin twice',
      [git, scmApi, plugin('git', '5.9.0', 'x')],
      'jenkins: plugin git stands twice, at 5.10.1 and at 5.9.0',
    ],
    ['a dependency that is missing', [git], 'jenkins: plugin git needs scm-api, which is not in the list'],
    [
      'a library that nobody needs',
      [git, scmApi, library('gson-api', '2.14.0')],
      'plugin gson-api is a library that no plugin of the list needs',
    ],
  ])('GIVEN %s WHEN the list is made THEN it is refused', (_, list, message) => {
    expect(() => pluginList('jenkins', list)).toThrow(message);
  });
});
