import type { PlatformChart } from '../../../charts/platform-chart';
import { CloudControlResource } from '../../../constructs/cloudcontrol/resource';
import { chart } from '../scope';

describe('CloudControlResource', () => {
  const where = 'production/test/chart';
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a resource type that AWS does not have',
      (scope) => new CloudControlResource(scope, 'one', { typeName: 'AWS::GuardDuty::Dectector', properties: {} }),
      `${where}/one: there is no CloudFormation resource type 'AWS::GuardDuty::Dectector'`,
    ],
    [
      'a property that the resource type does not have',
      (scope) =>
        new CloudControlResource(scope, 'one', {
          typeName: 'AWS::GuardDuty::Detector',
          properties: { Enable: true, Features: [{ Name: 'S3_DATA_EVENTS', State: 'ENABLED' }] },
        }),
      `${where}/one: AWS::GuardDuty::Detector: Features[0].Status is required`,
    ],
  ];

  test.each(cases)(
    'GIVEN %s WHEN it is made THEN the message says where, what and what is allowed',
    (_what, make, message) => {
      expect(() => make(chart())).toThrow(message);
    },
  );
});
