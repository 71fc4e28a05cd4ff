import { chart, wired } from '../scope';
import { store } from './helpers';

describe('SecretStore', () => {
  test("GIVEN a store WHEN it is made THEN it is the cluster's, lets in the namespaces it names, and holds no credentials", () => {
    const scope = chart();
    store(scope);
    const { metadata, spec } = wired(scope)['ClusterSecretStore store']!;
    expect(metadata.namespace).toBeUndefined();
    expect(spec).toEqual({
      conditions: [{ namespaces: ['aws', 'jenkins'] }],
      provider: { aws: { service: 'SecretsManager', region: 'us-east-1' } },
    });
  });
});
