import { Detector } from '../../../constructs/guardduty/detector';
import { DetectorMember } from '../../../constructs/guardduty/member';
import { loneValue, occurrencesIn } from '../../../packages/engine/src/wiring/occurrences';
import { chart, manifests } from '../scope';

describe('DetectorMember', () => {
  test('GIVEN a member WHEN it is made THEN its detector is the one that AWS named after creation', () => {
    const scope = chart();
    const detector = new Detector(scope, 'detector', { features: ['S3_DATA_EVENTS'] });
    new DetectorMember(scope, 'member', { detector, account: '210987654321', email: 'a@company.com' });
    const { detector: resource, member } = manifests(scope);
    const { desiredState } = resource!.spec['forProvider'] as Record<string, string>;
    expect(JSON.parse(desiredState!)).toMatchObject({
      Enable: true,
      Features: [{ Name: 'S3_DATA_EVENTS', Status: 'ENABLED' }],
      Tags: [{ Key: 'Environment', Value: 'production' }, { Key: 'Owner' }],
    });
    expect(occurrencesIn(member!).map((one) => [one.path, loneValue(one)])).toEqual([
      ['spec.forProvider.detectorId', expect.objectContaining({ name: 'detector', path: 'status.atProvider.id' })],
    ]);
  });

  test("GIVEN the detector's own account as a member WHEN it is made THEN the message says where, what and what is allowed", () => {
    const scope = chart();
    const detector = new Detector(scope, 'detector', { features: [] });
    expect(() => new DetectorMember(scope, 'm', { detector, account: '123456789012', email: 'a@company.com' })).toThrow(
      "production/test/chart/m: account 123456789012 is the detector's own, only others are allowed",
    );
  });
});
