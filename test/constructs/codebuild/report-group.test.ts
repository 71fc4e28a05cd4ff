import { ReportGroup } from '../../../constructs/codebuild/report-group';
import { bucket, chart } from '../scope';

describe('ReportGroup', () => {
  test('GIVEN a report group of one letter WHEN constructed THEN the message says so', () => {
    const scope = chart();
    expect(() => new ReportGroup(scope, 't', { bucket: bucket(scope, 'artifacts'), keyPrefix: 'reports' })).toThrow(
      "production/test/chart/t: report group name 't' (1 characters) is not allowed, only 2 to 128 letters",
    );
  });
});
