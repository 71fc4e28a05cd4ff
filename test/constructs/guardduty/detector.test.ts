import { Detector } from '../../../constructs/guardduty/detector';
import { chart } from '../scope';

describe('Detector', () => {
  test('GIVEN an agent without runtime monitoring WHEN it is made THEN the message says where, what and what is allowed', () => {
    expect(() => new Detector(chart(), 'one', { features: [], runtimeAgents: ['EKS_ADDON_MANAGEMENT'] })).toThrow(
      "production/test/chart/one: runtimeAgents are for the feature 'RUNTIME_MONITORING'",
    );
  });
});
