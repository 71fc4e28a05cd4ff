import { Trail } from '../../../constructs/cloudtrail/trail';
import { allowed } from '../s3/helpers';
import { bucket, chart, manifests } from '../scope';

const ACCOUNT = '123456789012';

describe('Trail', () => {
  test('GIVEN a trail WHEN it is made THEN it records every region, signed and encrypted, and the provider may not delete it', () => {
    const scope = chart();
    const { arn } = new Trail(scope, 'audit', { bucket: bucket(scope, 'records') });
    const { metadata, spec } = manifests(scope)['audit']!;
    expect(arn).toBe('arn:aws:cloudtrail:us-east-1:123456789012:trail/audit');
    expect(metadata.annotations).toEqual({
      'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
      'crossplane.io/external-name': 'audit',
    });
    expect(spec['managementPolicies']).toEqual(['Create', 'LateInitialize', 'Observe', 'Update']);
    expect(spec['forProvider']).toMatchObject({
      enableLogging: true,
      enableLogFileValidation: true,
      isMultiRegionTrail: true,
      s3BucketName: 'records-123456789012-us-east-1',
    });
  });

  test('GIVEN a trail name that ends in a hyphen WHEN it is made THEN the message says where, what and what is allowed', () => {
    const scope = chart();
    expect(() => new Trail(scope, 'audit-', { bucket: bucket(scope, 'records') })).toThrow(
      "production/test/chart/audit-: trail name 'audit-' (6 characters) is not allowed, only 3 to 128 letters",
    );
  });

  test('GIVEN a trail WHEN it is given a bucket THEN it alone may write below its account', () => {
    const scope = chart();
    const { arn } = new Trail(scope, 'audit', { bucket: bucket(scope, 'records'), keyPrefix: 'trail' });
    expect(allowed(scope, 'records')).toEqual([
      expect.objectContaining({
        Action: 's3:GetBucketAcl',
        Resource: 'arn:aws:s3:::records-123456789012-us-east-1',
        Condition: { StringEquals: { 'aws:SourceArn': arn } },
      }),
      expect.objectContaining({
        Action: 's3:PutObject',
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        Resource: `arn:aws:s3:::records-123456789012-us-east-1/trail/AWSLogs/${ACCOUNT}/*`,
        Condition: { StringEquals: { 'aws:SourceArn': arn, 's3:x-amz-acl': 'bucket-owner-full-control' } },
      }),
    ]);
  });

  test('GIVEN a trail prefix with a slash at its end WHEN it is made THEN the message says where, what and what is allowed', () => {
    const scope = chart();
    expect(() => new Trail(scope, 'audit', { bucket: bucket(scope, 'b'), keyPrefix: 'trail/' })).toThrow(
      "production/test/chart/audit: keyPrefix 'trail/' (6 characters) is not allowed, only 200 characters without a slash",
    );
  });
});
