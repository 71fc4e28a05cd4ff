import type { PlatformChart } from '../../../charts/platform-chart';
import { LambdaPermission } from '../../../constructs/lambda/permission';
import { chart, lambdaFunction, wired } from '../scope';

describe('LambdaPermission', () => {
  const permission = (scope: PlatformChart, sourceArn?: string) => {
    lambdaFunction(scope).allowInvoke('s3.amazonaws.com', 'files', sourceArn);
    return wired(scope)['Permission worker-files']!;
  };

  test('GIVEN a caller whose ARN has an account WHEN it is let in THEN the ARN is the condition, and the statement its name', () => {
    const sourceArn = 'arn:aws:events:us-east-1:123456789012:rule/a';
    const { metadata, spec } = permission(chart({ namePrefix: 'staging-' }), sourceArn);
    expect(metadata.annotations).toMatchObject({ 'crossplane.io/external-name': 'worker-files' });
    expect(spec['forProvider']).toEqual({
      region: 'us-east-1',
      statementId: 'worker-files',
      functionName: 'staging-worker',
      action: 'lambda:InvokeFunction',
      principal: 's3.amazonaws.com',
      sourceArn,
    });
  });

  test.each([
    ['a bucket, whose ARN has no account', 'arn:aws:s3:::files-123456789012-us-east-1'],
    ['no object', undefined],
  ])('GIVEN %s WHEN it is let in THEN the account is a condition too', (_what, sourceArn) => {
    expect(permission(chart(), sourceArn).spec['forProvider']).toMatchObject({
      sourceAccount: '123456789012',
      ...(sourceArn && { sourceArn }),
    });
  });

  test('GIVEN the same caller twice WHEN it is let in THEN there is one permission', () => {
    const scope = chart();
    const worker = lambdaFunction(scope);
    for (const _ of [1, 2]) worker.allowInvoke('sns.amazonaws.com', 'news', 'arn:aws:sns:us-east-1:123456789012:news');
    expect(Object.keys(wired(scope)).filter((key) => key.startsWith('Permission'))).toEqual(['Permission worker-news']);
  });

  const where = 'production/test/chart';
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a caller in capital letters',
      (scope) => lambdaFunction(scope).allowInvoke('s3.amazonaws.com', 'Files'),
      `${where}/worker/worker-Files: statement id 'worker-Files' (12 characters) is not allowed, only at most 100`,
    ],
    [
      'a service that is none',
      (scope) => new LambdaPermission(scope, 'p', { functionName: 'worker', service: 's3' }),
      `${where}/p: service 's3' (2 characters) is not allowed, only a service such as s3.amazonaws.com`,
    ],
  ];

  test.each(cases)(
    'GIVEN %s WHEN it is made THEN the message says where, what and what is allowed',
    (_what, make, message) => {
      expect(() => make(chart())).toThrow(message);
    },
  );
});
