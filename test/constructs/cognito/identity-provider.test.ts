import type { IdentityProviderProps } from '../../../constructs/cognito/identity-provider';
import { chart, wired } from '../scope';
import { directory, forProvider, inWired, SAML } from './helpers';

const SECRET = { name: 'providers', key: 'google' };

describe('IdentityProvider', () => {
  test('GIVEN a directory WHEN it is made THEN requests to it are signed, and only Cognito begins', () => {
    const scope = chart();
    directory(scope);
    expect(forProvider(scope, 'directory')).toMatchObject({
      providerType: 'SAML',
      providerDetails: {
        MetadataURL: 'https://login.company.com/metadata',
        IDPInit: 'false',
        RequestSigningAlgorithm: 'rsa-sha256',
      },
      attributeMapping: { email: 'mail' },
    });
  });

  test('GIVEN a provider with a client secret WHEN it is made THEN kro takes it from the Secret, and git holds where it is', () => {
    const scope = chart();
    directory(scope, { provider: { type: 'Google', clientId: 'ours', clientSecret: SECRET } });
    expect(inWired(scope, 'IdentityProvider directory')).toMatchObject({
      providerName: 'Google',
      providerType: 'Google',
      providerDetails: { client_id: 'ours', client_secret: '${string(providers.data.google)}' },
      userPoolIdRef: { name: 'users' },
    });
    const graph = wired(scope)['ResourceGraphDefinition test-directory']!;
    expect(JSON.stringify(graph)).toContain(
      '"externalRef":{"apiVersion":"v1","kind":"Secret","metadata":{"name":"providers","namespace":"aws"}}',
    );
  });

  test('GIVEN a key that no expression can name WHEN a provider is made THEN it is refused', () => {
    const provider = { type: 'Google', clientId: 'ours', clientSecret: { ...SECRET, key: 'a-b' } } as const;
    expect(() => directory(chart(), { provider })).toThrow("the key 'a-b' of the Secret providers is no identifier");
  });

  test.each([
    [
      'a name of Cognito',
      { provider: { ...SAML, providerName: 'Google' } },
      "providerName 'Google' (6 characters) is not allowed",
    ],
    [
      'a long name',
      { provider: { ...SAML, providerName: 'a'.repeat(33) } },
      '(33 characters) is not allowed, only 1 to 32',
    ],
    [
      'metadata without TLS',
      { provider: { ...SAML, metadataUrl: 'http://login.company.com' } },
      "metadataUrl 'http://login.company.com' (24 characters) is not allowed, only an https URL",
    ],
    ['an attribute that is none', { attributes: { mail: 'mail' } }, "attributes has 'mail', only standard attributes"],
    [
      'an issuer without TLS',
      {
        provider: {
          type: 'OIDC',
          providerName: 'A',
          issuer: 'http://login.company.com',
          clientId: 'ours',
          clientSecret: SECRET,
        },
      },
      "issuer 'http://login.company.com' (24 characters) is not allowed, only an https URL",
    ],
    [
      'an application without an id',
      { provider: { type: 'Facebook', clientId: '', clientSecret: SECRET } },
      "clientId '' (0 characters) is not allowed, only 1 to 256",
    ],
  ] as [string, Partial<IdentityProviderProps>, string][])(
    'GIVEN %s WHEN a provider is made THEN it is refused',
    (_, change, message) => {
      expect(() => directory(chart(), change)).toThrow(message);
    },
  );
});
