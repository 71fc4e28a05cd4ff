import { metricNamespaces } from '../../src/aws/metrics';

describe('the table of metrics', () => {
  /** What AWS documents and its service specification lacks. */
  const documentedOnly = new Set([
    'AWS/ApplicationELB HTTPCode_ELB_4XX_Count',
    'AWS/DAX CacheMemoryUtilization',
    'AWS/RDS AuroraGlobalDBReplicationLag',
    'AWS/RDS AuroraReplicaLag',
    'AWS/SNS NumberOfNotificationsFailedToRedriveToDlq',
  ]);
  const documentedNamespaces = new Set(['AWS/Backup', 'AWS/CertificateManager']);

  test("GIVEN AWS's service specification WHEN the table is compared THEN it has every metric but those that only pages tell of", () => {
    const { loadAwsServiceSpecSync } =
      require('@aws-cdk/aws-service-spec') as typeof import('@aws-cdk/aws-service-spec');
    const published = new Set(
      loadAwsServiceSpecSync()
        .all('metric')
        .map(({ namespace, name }) => `${namespace} ${name}`),
    );
    const unknown = Object.entries(metricNamespaces)
      .filter(([namespace]) => !documentedNamespaces.has(namespace))
      .flatMap(([namespace, { groups }]) =>
        groups.flatMap(({ metrics }) => metrics.map((name) => `${namespace} ${name}`)),
      )
      .filter((metric) => !published.has(metric) && !documentedOnly.has(metric));
    expect(unknown).toEqual([]);
  }, 30_000);
});
