import type { PlatformChart } from '../../../charts/platform-chart';
import { SecurityGroup } from '../../../constructs/ec2/security-group';
import { InternalLoadBalancer } from '../../../constructs/elbv2/load-balancer';
import { allowed } from '../s3/helpers';
import { bucket, chart, manifests } from '../scope';

const ACCOUNT = '123456789012';
const BECAUSE = 'load balancers know no other keys';
const logs = (scope: PlatformChart, id = 'logs') =>
  bucket(scope, id, { encryption: { s3Managed: true, because: BECAUSE } });
const copy = (scope: PlatformChart) => bucket(scope, 'files-copy', { region: 'dr' });
const group = (scope: PlatformChart) => new SecurityGroup(scope, 'efs', { description: 'Mount targets' });

describe('loadBalancerLogs', () => {
  test('GIVEN a load balancer WHEN its requests are logged THEN it writes below the account, and two share one statement', () => {
    const scope = chart();
    const accessLogs = { bucket: logs(scope), prefix: 'alb' };
    const securityGroup = group(scope);
    for (const id of ['a', 'b'])
      new InternalLoadBalancer(scope, id, {
        subnetIds: ['subnet-1', 'subnet-2'],
        securityGroup,
        deletionProtection: true,
        accessLogs,
      });
    expect(manifests(scope)['a']!.spec['attributes']).toEqual(
      expect.arrayContaining([
        { key: 'access_logs.s3.enabled', value: 'true' },
        { key: 'access_logs.s3.bucket', value: 'logs-123456789012-us-east-1' },
        { key: 'access_logs.s3.prefix', value: 'alb' },
      ]),
    );
    expect(allowed(scope, 'logs')).toEqual([
      expect.objectContaining({
        Principal: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' },
        Resource: `arn:aws:s3:::logs-123456789012-us-east-1/alb/AWSLogs/${ACCOUNT}/*`,
      }),
    ]);
  });

  const balancer = (scope: PlatformChart, target: typeof logs | typeof copy, prefix: string) =>
    new InternalLoadBalancer(scope, 'a', {
      subnetIds: ['subnet-1', 'subnet-2'],
      securityGroup: group(scope),
      deletionProtection: true,
      accessLogs: { bucket: target(scope), prefix },
    });

  test.each<[string, (scope: PlatformChart) => unknown, string]>([
    [
      'a load balancer’s logs into a bucket with a key',
      (scope) => balancer(scope, copy, 'alb'),
      "production/test/chart/files-copy: access logs of 'a' need a bucket",
    ],
    ['a log prefix with a slash at its end', (scope) => balancer(scope, logs, 'alb/'), "accessLogs.prefix 'alb/'"],
    ['a log prefix with AWSLogs', (scope) => balancer(scope, logs, 'a/AWSLogs'), "accessLogs.prefix 'a/AWSLogs'"],
  ])('GIVEN %s WHEN it is made THEN the message says where, what and what is allowed', (_what, make, message) => {
    expect(() => make(chart())).toThrow(message);
  });
});
