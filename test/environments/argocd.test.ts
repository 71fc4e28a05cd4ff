import { environmentSchema } from '../../environments';
import { production } from '../../environments/production';

const { argocd } = production;
const [freeze] = argocd.denyWindows;
const groups = argocd.singleSignOn!.groups;

describe('Argo CD of an environment', () => {
  test.each([
    [
      'an application that is no folder',
      { manualPrune: ['Data 1'] },
      'manualPrune.0',
      'the name of an application folder',
    ],
    [
      'a schedule of four fields',
      { denyWindows: [{ ...freeze, schedule: '0 16 * *' }] },
      'denyWindows.0.schedule',
      'five fields',
    ],
    ['a channel with its sign', { slackChannel: '#alerts' }, 'slackChannel', 'a channel without #'],
    ['a freeze without end', { denyWindows: [{ ...freeze, hours: 169 }] }, 'denyWindows.0.hours', '<=168'],
    [
      'a time zone by its abbreviation',
      { denyWindows: [{ ...freeze, timeZone: 'EST' }] },
      'denyWindows.0.timeZone',
      'IANA',
    ],
    [
      'an issuer without TLS',
      { singleSignOn: { issuer: 'http://login', clientId: 'a', groups } },
      'singleSignOn.issuer',
      'https',
    ],
    [
      'a group that would end its line in the policy',
      { singleSignOn: { issuer: 'https://login', clientId: 'a', groups: { ...groups, readOnly: 'a, role:admin' } } },
      'singleSignOn.groups.readOnly',
      'without spaces, commas and quotes',
    ],
  ])('GIVEN %s WHEN the environment is checked THEN it is refused at its path', (_what, change, path, message) => {
    const result = environmentSchema.safeParse({ ...production, argocd: { ...argocd, ...change } });
    const issues = result.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? [];
    expect(issues).toHaveLength(1);
    expect(issues[0]).toContain(`argocd.${path}: `);
    expect(issues[0]).toContain(message);
  });
});
