import type { PlatformChart } from '../../../charts/platform-chart';
import { Certificate } from '../../../constructs/acm/certificate';
import { HttpsListener } from '../../../constructs/elbv2/listener';
import { HostedZone } from '../../../constructs/route53/hosted-zone';
import { chart, wired } from '../scope';
import { loadBalancer, targets } from './helpers';

const zone = (scope: PlatformChart, isPrivate = false) =>
  new HostedZone(scope, 'zone', { domain: 'company.com', comment: '', isPrivate });

describe('HttpsListener', () => {
  test('GIVEN a target group WHEN a listener forwards to it THEN the action says all that AWS says of it, by ARN', () => {
    const scope = chart();
    new HttpsListener(scope, 'https', {
      loadBalancer: loadBalancer(scope, 'alb'),
      certificate: new Certificate(scope, 'alb-certificate', { domain: 'a.company.com', zone: zone(scope) }),
      targetGroup: targets(scope),
    });
    const targetGroupARN = '${pods.status.ackResourceMetadata.arn}';
    expect(wired(scope)['Listener https']!.spec['defaultActions']).toEqual([
      {
        type: 'forward',
        order: 1,
        targetGroupARN,
        forwardConfig: {
          targetGroups: [{ targetGroupARN, weight: 1 }],
          targetGroupStickinessConfig: { enabled: false },
        },
      },
    ]);
  });

  test('GIVEN a listener on port 0 THEN it is refused', () => {
    const scope = chart();
    expect(
      () =>
        new HttpsListener(scope, 'l', {
          loadBalancer: loadBalancer(scope, 'alb'),
          certificate: new Certificate(scope, 'c', { zone: zone(scope), domain: 'a.company.com' }),
          targetGroup: targets(scope),
          port: 0,
        }),
    ).toThrow('port is 0');
  });
});
