import { folderScript, type JenkinsFolder } from '../../../constructs/jenkins/folder';

const credential = {
  id: 'git',
  description: "Reads the platform's repository",
  usernameVariable: 'GIT_USERNAME',
  passwordVariable: 'GIT_PASSWORD',
};
const folder = (change: Partial<JenkinsFolder> = {}) =>
  folderScript('jenkins', { name: 'checks', description: 'Checks', clouds: ['checks'], credential, ...change });

describe('folderScript', () => {
  test('GIVEN a folder WHEN it is written THEN it names its clouds, and its password is a variable', () => {
    expect(folder({ clouds: ['checks', 'builds'] })).toContain("permittedClouds(['checks', 'builds'])");
    expect(folder()).toContain('password(GIT_PASSWORD)');
    expect(folder()).toContain("description('Reads the platform\\'s repository')");
  });

  test.each<[string, Partial<JenkinsFolder>, string]>([
    ['no cloud', { clouds: [] }, 'jenkins: folder checks: no cloud is named: its builds would wait for ever'],
    ['a name in capitals', { name: 'Checks' }, 'folder Checks: the name is not allowed'],
    [
      'a value where a variable belongs',
      { credential: { ...credential, passwordVariable: "'hunter2'" } },
      "variable ''hunter2'' is not allowed, only capitals, digits and _ are",
    ],
  ])('GIVEN a folder with %s WHEN it is written THEN it is refused', (_, change, message) => {
    expect(() => folder(change)).toThrow(message);
  });
});
