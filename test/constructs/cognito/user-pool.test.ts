import { Duration } from 'cdk8s';
import { LogGroup } from '../../../constructs/cloudwatchlogs/log-group';
import type { UserPoolProps } from '../../../constructs/cognito/user-pool';
import { LambdaFunction } from '../../../constructs/lambda/function';
import { Queue } from '../../../constructs/sqs/queue';
import { chart, manifests, wired } from '../scope';
import { forProvider, PASSWORD, pool } from './helpers';

describe('UserPool', () => {
  test('GIVEN a pool WHEN it is made THEN nothing deletes it with its manifest, and it is backed up by its tag', () => {
    const scope = chart();
    pool(scope);
    const { metadata, spec } = manifests(scope)['users']!;
    expect(metadata.annotations).toMatchObject({ 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' });
    expect(spec['managementPolicies']).toEqual(['Create', 'LateInitialize', 'Observe', 'Update']);
    expect(spec['forProvider']).toMatchObject({
      name: 'users',
      deletionProtection: 'ACTIVE',
      userPoolTier: 'ESSENTIALS',
      tags: { Backup: 'platform' },
    });
  });

  test('GIVEN codes by text message WHEN a pool is made THEN Cognito alone sends them, for this account, and to no topic', () => {
    const scope = chart({ namePrefix: 'staging-' });
    pool(scope, { mfa: { mode: 'OPTIONAL', types: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'] } });
    expect(forProvider(scope, 'users')).toMatchObject({
      mfaConfiguration: 'OPTIONAL',
      softwareTokenMfaConfiguration: { enabled: true },
      smsConfiguration: {
        externalId: 'staging-users',
        snsCallerArn: 'arn:aws:iam::123456789012:role/platform/staging-users-sms',
      },
    });
    const role = manifests(scope)['users-sms']!.spec as {
      assumeRolePolicyDocument: string;
      inlinePolicies: Record<string, string>;
    };
    expect(JSON.parse(role.assumeRolePolicyDocument).Statement[0]).toMatchObject({
      Principal: { Service: 'cognito-idp.amazonaws.com' },
      Condition: {
        StringEquals: { 'sts:ExternalId': 'staging-users', 'aws:SourceAccount': '123456789012' },
        ArnLike: { 'aws:SourceArn': 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/*' },
      },
    });
    expect(JSON.parse(role.inlinePolicies['send-codes']!).Statement).toEqual([
      { Action: 'sns:Publish', Effect: 'Allow', Resource: '*', Sid: 'SendToPhones' },
      { Action: 'sns:Publish', Effect: 'Deny', Resource: 'arn:aws:sns:*:*:*', Sid: 'DenyTopics' },
    ]);
  });

  test('GIVEN protection from threats WHEN a pool is made THEN it has the plan that this needs', () => {
    const scope = chart();
    pool(scope, { threatProtection: 'ENFORCED' });
    expect(forProvider(scope, 'users')).toMatchObject({
      userPoolTier: 'PLUS',
      userPoolAddOns: { advancedSecurityMode: 'ENFORCED' },
    });
  });

  test('GIVEN attributes and a sender WHEN a pool is made THEN strings have their bounds, and mail comes from a verified domain', () => {
    const scope = chart();
    pool(scope, {
      sender: 'no-reply@company.com',
      attributes: {
        department: { type: 'String', minLength: 1, maxLength: 64 },
        level: { type: 'Number', min: 1, max: 9 },
        trusted: { type: 'Boolean' },
      },
    });
    const { schema, emailConfiguration } = forProvider(scope, 'users');
    expect(schema).toMatchObject([
      { name: 'email', required: true, stringAttributeConstraints: { minLength: '0', maxLength: '2048' } },
      { name: 'department', stringAttributeConstraints: { minLength: '1', maxLength: '64' } },
      { name: 'level', numberAttributeConstraints: { minValue: '1', maxValue: '9' } },
      { name: 'trusted', attributeDataType: 'Boolean' },
    ]);
    expect(emailConfiguration).toEqual({
      emailSendingAccount: 'DEVELOPER',
      fromEmailAddress: 'no-reply@company.com',
      sourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/company.com',
    });
  });

  test('GIVEN a function of ours as a trigger WHEN a pool is made THEN this pool may invoke it', () => {
    const scope = chart();
    const ours = new LambdaFunction(scope, 'greet', {
      description: 'Greets',
      runtime: 'nodejs24.x',
      handler: 'index.handler',
      code: { bucketName: 'code', key: 'greet.zip', sha256: `${'A'.repeat(43)}=` },
      timeout: Duration.seconds(3),
      memoryMb: 128,
      logGroup: new LogGroup(scope, 'functions', { retentionDays: 7 }),
      failures: new Queue(scope, 'failures'),
    });
    pool(scope, { triggers: { postConfirmation: ours } });
    const all = wired(scope);
    expect(all['UserPool users']!.spec['forProvider']).toMatchObject({ lambdaConfig: { postConfirmation: ours.arn } });
    expect(all['Permission greet-users-post-confirmation']!.spec['forProvider']).toMatchObject({
      principal: 'cognito-idp.amazonaws.com',
      sourceArn: '${users.status.atProvider.arn}',
    });
  });

  test.each([
    [
      'a short password',
      { password: { ...PASSWORD, minimumLength: 5 } },
      'password.minimumLength is 5, a whole number from 6 to 99',
    ],
    [
      'a password that nobody can type',
      { password: { ...PASSWORD, minimumLength: 100 } },
      'password.minimumLength is 100',
    ],
    [
      'a temporary password for ever',
      { password: { ...PASSWORD, temporaryPasswordValidity: Duration.days(366) } },
      'password.temporaryPasswordValidity is 366 d, a whole number from 1 to 365 d',
    ],
    [
      'no second factor with a type',
      { mfa: { mode: 'OFF', types: ['SMS_MFA'] } },
      'mfa: the mode is OFF but there is SMS_MFA; with OFF none is allowed',
    ],
    [
      'a second factor without a type',
      { mfa: { mode: 'ON', types: [] } },
      'mfa: the mode is ON without a type, SMS_MFA, SOFTWARE_TOKEN_MFA or both are needed',
    ],
    [
      'a name to sign in with that nobody verifies',
      { signInWith: ['email', 'phone_number'] },
      'verified lacks phone_number',
    ],
    ['nothing to sign in with', { signInWith: [] }, 'signInWith is 0, a whole number from 1 to 2'],
    [
      'phones without text messages',
      { verified: ['email', 'phone_number'] },
      'verified has phone_number, whose codes need the MFA type SMS_MFA',
    ],
    [
      'recovery by the second factor',
      { mfa: { mode: 'ON', types: ['SMS_MFA'] }, recovery: ['verified_phone_number'] },
      'recovery is by phone alone',
    ],
    [
      'recovery by administrators beside e-mail',
      { recovery: ['admin_only', 'verified_email'] },
      'recovery has admin_only beside verified_email, only alone it is allowed',
    ],
    ['no recovery', { recovery: [] }, 'recovery is 0, a whole number from 1 to 2'],
    [
      'a sender that is no address',
      { sender: 'company.com' },
      "sender 'company.com' (11 characters) is not allowed, only an e-mail address",
    ],
    [
      'an attribute with the prefix',
      { attributes: { 'custom:a': { type: 'Boolean' } } },
      "attribute 'custom:a' (8 characters) is not allowed, only 1 to 20",
    ],
    [
      'an attribute with a long name',
      { attributes: { [`a${'b'.repeat(20)}`]: { type: 'Boolean' } } },
      '(21 characters) is not allowed',
    ],
    [
      '51 attributes',
      { attributes: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`a${index}`, { type: 'Boolean' }])) },
      'attributes is 51, a whole number from 0 to 50',
    ],
    [
      'a string that is too long',
      { attributes: { a: { type: 'String', minLength: 0, maxLength: 2_049 } } },
      'attributes.a.maxLength is 2049, a whole number from 0 to 2048',
    ],
    [
      'a string that begins too late',
      { attributes: { a: { type: 'String', minLength: -1, maxLength: 2 } } },
      'attributes.a.minLength is -1',
    ],
    [
      'numbers that end before they begin',
      { attributes: { a: { type: 'Number', min: 2, max: 1 } } },
      'attributes.a.max is 1, a whole number from 2',
    ],
    [
      'a trigger that is none',
      { triggers: { postSignIn: { arn: 'arn' } } },
      "there is no trigger 'postSignIn', allowed are createAuthChallenge",
    ],
  ] as [string, Partial<UserPoolProps>, string][])(
    'GIVEN %s WHEN a pool is made THEN it is refused',
    (_, change, message) => {
      expect(() => pool(chart(), change)).toThrow(message);
    },
  );
});
