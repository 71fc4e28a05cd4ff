import { configurationSchema } from '../../../constructs/jenkins/configuration-schema';

describe('configurationSchema', () => {
  test('GIVEN a key that the schema has WHEN none is set THEN nothing is asked for', () => {
    expect(configurationSchema.safeParse({}).success).toBe(true);
  });
});
