import { environments } from '../../environments';

describe('environments that share an account', () => {
  test.each([
    ['regionSettings', ({ backup }: (typeof environments)[number]) => backup.regionSettings],
    ['config', ({ backup }: (typeof environments)[number]) => backup.config],
    ['audit', ({ backup }: (typeof environments)[number]) => backup.audit],
  ])('GIVEN environments of one account and region WHEN %s is looked for THEN exactly one has it', (_switch, isOn) => {
    const places = (all: typeof environments) => all.map(({ account, region }) => `${account} ${region}`);
    expect(places(environments.filter(isOn)).sort()).toEqual([...new Set(places(environments))].sort());
  });

  test('GIVEN environments of one account WHEN what is the account’s is looked for THEN at most one has it', () => {
    const accounts = environments.filter(({ cost }) => cost.account !== undefined).map(({ account }) => account);
    expect(new Set(accounts).size).toBe(accounts.length);
  });

  test.each([
    ['cloudTrail', (name: string) => environments.find((one) => one.name === name)!.security.cloudTrail],
    ['guardDuty', (name: string) => environments.find((one) => one.name === name)!.security.guardDuty.enabled],
    ['securityHub', (name: string) => environments.find((one) => one.name === name)!.security.securityHub],
    ['shield', (name: string) => environments.find((one) => one.name === name)!.security.shield],
  ])('GIVEN environments of one account and region WHEN %s is looked for THEN at most one has it', (_switch, isOn) => {
    const places = environments.filter(({ name }) => isOn(name)).map(({ account, region }) => `${account} ${region}`);
    expect(new Set(places).size).toBe(places.length);
  });
});
