import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { platform, ROOT } from '../repository';

interface Row {
  readonly consumer: string;
  readonly field: string;
  readonly producer: string;
  readonly wiring: string;
  readonly value?: string;
}

describe('platform wiring', () => {
  const rows: readonly Row[] = JSON.parse(platform(['wiring', '--format', 'json']).stdout).rows;

  test.each([
    ['kro', 'apigatewayv2.services.k8s.aws/Authorizer', 'spec.jwtConfiguration.issuer', 'status.atProvider.endpoint'],
    ['kro', 'apigatewayv2.services.k8s.aws/Authorizer', 'spec.jwtConfiguration.audience[]', 'status.atProvider.id'],
    ['kro', 'lambda.services.k8s.aws/Function', 'spec.environment.variables.DATABASE_URL', 'status.endpoint'],
    [
      'kro',
      'apigatewayv2.aws.m.upbound.io/DomainName',
      'spec.forProvider.domainNameConfiguration.certificateArn',
      'status.ackResourceMetadata.arn',
    ],
    ['kro', 'apigatewayv2.services.k8s.aws/Integration', 'spec.integrationURI', 'status.ackResourceMetadata.arn'],
    [
      'kro',
      'cognitoidentity.aws.m.upbound.io/Pool',
      'spec.forProvider.cognitoIdentityProviders[].providerName',
      'status.atProvider.endpoint',
    ],
    ['reference', 'sns.services.k8s.aws/Subscription', 'spec.topicRef', undefined],
    ['literal', 'eventbridge.services.k8s.aws/Rule', 'spec.targets[].arn', undefined],
  ])('GIVEN production WHEN its wiring is listed THEN it has by %s: %s %s', (wiring, consumer, field, value) => {
    const found = rows.filter((row) => row.wiring === wiring && row.consumer === consumer && row.field === field);
    expect(found.map((row) => row.value)).toContain(value);
  });

  test('GIVEN values that kro changes WHEN they are listed THEN by the field alone, not by what is called on it', () => {
    expect(rows.flatMap(({ value = '' }) => value).filter((value) => /replace|\(/.test(value))).toEqual([]);
  });

  test('GIVEN docs/wiring.md WHEN compared THEN it is current', () => {
    const { stdout } = platform(['wiring', '--format', 'markdown']);
    expect(readFileSync(join(ROOT, 'docs', 'wiring.md'), 'utf8')).toBe(stdout);
  });

  test.each([
    ['an environment that is not there', ['--environment', 'prod'], "unknown environment 'prod'"],
    ['a format that it does not have', ['--format', 'yaml'], '--format yaml: allowed are text, markdown, json'],
    [
      'a folder that is not there',
      ['--dist', '/proc/nowhere'],
      '/proc/nowhere/production: no such folder; npm run synth writes dist',
    ],
  ])('GIVEN %s WHEN asked THEN exit 2', (_what, args, message) => {
    const { status, stderr } = platform(['wiring', ...args]);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(status).toBe(2);
  });
});
