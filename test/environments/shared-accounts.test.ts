import { type EnvironmentData, environments } from '../../environments';

const placeOf = ({ account, region }: EnvironmentData) => `${account} ${region}`;

describe('what an account or a region of it has once', () => {
  test.each<[string, (one: EnvironmentData) => boolean]>([
    ['regionSettings', ({ backup }) => backup.regionSettings],
    ['config', ({ backup }) => backup.config],
    ['audit', ({ backup }) => backup.audit],
  ])('GIVEN environments of one account and region WHEN %s is looked for THEN exactly one has it', (_switch, isOn) => {
    const places = environments.filter(isOn).map(placeOf);
    expect(places.sort()).toEqual([...new Set(environments.map(placeOf))].sort());
  });

  test.each<[string, (one: EnvironmentData) => boolean]>([
    ['cloudTrail', ({ security }) => security.cloudTrail],
    ['guardDuty', ({ security }) => security.guardDuty.enabled],
    ['securityHub', ({ security }) => security.securityHub],
    ['shield', ({ security }) => security.shield],
  ])('GIVEN environments of one account and region WHEN %s is looked for THEN at most one has it', (_switch, isOn) => {
    const places = environments.filter(isOn).map(placeOf);
    expect(new Set(places).size).toBe(places.length);
  });

  test('GIVEN environments of one account WHEN what is the account’s is looked for THEN at most one has it', () => {
    const accounts = environments.filter(({ cost }) => cost.account !== undefined).map(({ account }) => account);
    expect(new Set(accounts).size).toBe(accounts.length);
  });
});
