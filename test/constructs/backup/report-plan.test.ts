import { Duration } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import { ReportPlan } from '../../../constructs/backup/report-plan';
import { ServiceLinkedRole } from '../../../constructs/iam/service-linked-role';
import { Bucket } from '../../../constructs/s3/bucket';
import { chart, wired } from '../scope';
import { framework } from './helpers';

const logs = (scope: PlatformChart) =>
  new Bucket(scope, 'logs', { noncurrentRetention: Duration.days(30), lifecycle: {} });
const report = (scope: PlatformChart, change: object = {}, id = 'jobs') =>
  new ReportPlan(scope, id, {
    description: 'For tests',
    report: { jobs: 'BACKUP_JOB_REPORT' },
    bucket: logs(scope),
    writer: new ServiceLinkedRole(scope, 'writer', {
      service: 'reports.backup.amazonaws.com',
      roleName: 'AWSServiceRoleForBackupReports',
    }),
    keyPrefix: 'backup',
    ...change,
  });

describe('ReportPlan', () => {
  test('GIVEN a framework WHEN its report is made THEN kro writes the ARN that AWS gave it', () => {
    const scope = chart();
    const checked = framework(scope, [{ name: 'BACKUP_RECOVERY_POINT_ENCRYPTED' }]);
    report(scope, { report: { compliance: 'CONTROL_COMPLIANCE_REPORT', framework: checked } });
    expect(wired(scope)['ReportPlan jobs']!.spec['forProvider']).toMatchObject({
      reportSetting: { frameworkArns: ['${framework.status.atProvider.arn}'], numberOfFrameworks: 1 },
    });
  });

  const where = 'production/test/chart';
  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    [
      'a report in a format that AWS does not write',
      (scope) => report(scope, { formats: ['CSV', 'PDF'] }),
      `${where}/jobs: formats are CSV, PDF, allowed are CSV, JSON, each once`,
    ],
    [
      'a report in one format twice',
      (scope) => report(scope, { formats: ['CSV', 'CSV'] }),
      `${where}/jobs: formats are CSV, CSV, allowed are CSV, JSON, each once`,
    ],
    [
      'a report in no format',
      (scope) => report(scope, { formats: [] }),
      `${where}/jobs: formats are none, allowed are CSV, JSON, each once`,
    ],
    [
      'a report behind a slash',
      (scope) => report(scope, { keyPrefix: '/backup' }),
      `${where}/jobs: keyPrefix '/backup' (7 characters) is not allowed, only a prefix without a slash at its ends`,
    ],
    [
      'a report plan that begins with a digit',
      (scope) => report(scope, {}, '7-days'),
      `${where}/7-days: report plan name '7_days' (6 characters) is not allowed`,
    ],
  ];

  test.each(cases)(
    'GIVEN %s WHEN it is made THEN the message says where, what and what is allowed',
    (_what, make, message) => {
      expect(() => make(chart())).toThrow(message);
    },
  );
});
