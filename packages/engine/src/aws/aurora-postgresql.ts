const SIZES = ['large', 'xlarge', '2xlarge', '4xlarge', '8xlarge', '12xlarge', '16xlarge'];

/**
 * What Aurora PostgreSQL runs on, by family and size, as AWS offers it alike in us-east-1 and us-west-2. Left out:
 * db.r4, the oldest of them; db.t3 and db.t4g, because a global database needs classes with more memory
 * (https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.configuration.requirements.html);
 * and db.serverless, which needs a range of capacity. Source:
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.DBInstanceClass.SupportAurora.html, by region:
 * https://github.com/aws-cloudformation/cfn-lint/blob/main/src/cfnlint/data/schemas/extensions/aws_rds_dbinstance/dbinstanceclass_enum.json
 */
export const INSTANCE_CLASSES: Readonly<Record<string, readonly string[]>> = {
  'db.r5': [...SIZES, '24xlarge'],
  'db.r6g': SIZES,
  'db.r6gd': SIZES.filter((size) => size !== 'large'),
  'db.r6i': [...SIZES, '24xlarge', '32xlarge'],
  'db.r6id': ['24xlarge', '32xlarge'],
  'db.r7g': SIZES,
  'db.r7i': [...SIZES, '24xlarge', '48xlarge'],
  'db.r8g': [...SIZES, '24xlarge', '48xlarge'],
  'db.r8gd': [...SIZES.filter((size) => size !== 'large'), '24xlarge', '48xlarge'],
  'db.x2g': SIZES,
};

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html (MonitoringInterval) */
export const MONITORING_INTERVALS = [0, 1, 5, 10, 15, 30, 60];

/**
 * A week, 1 to 23 months of 31 days, 2 years:
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html
 */
export const INSIGHTS_RETENTION_DAYS = [7, ...Array.from({ length: 23 }, (_, index) => (index + 1) * 31), 731];

/**
 * What the advanced mode keeps at least:
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_DatabaseInsights.Considerations.html
 */
export const ADVANCED_INSIGHTS_DAYS = 465;

/**
 * Whether the engine or RDS has taken a name: tried by https://github.com/aws-cloudformation/cfn-lint/pull/4425, and
 * for what begins with pg_ https://www.postgresql.org/docs/17/sql-createrole.html
 */
export function isReservedUser(name: string): boolean {
  return ['admin', 'rdsadmin'].includes(name.toLowerCase()) || /^(?:pg_|rds_)/i.test(name);
}

/**
 * Databases that every cluster has, and `admin`, which the engine refuses:
 * https://github.com/awslabs/aws-saas-boost/issues/180
 */
export const RESERVED_DATABASES = ['admin', 'postgres', 'rdsadmin', 'template0', 'template1'];

/** The parameter groups that fit an engine's version: `aurora-postgresql17` for 17.9. */
export function parameterGroupFamily(engineVersion: string): string {
  return `aurora-postgresql${engineVersion.split('.')[0]}`;
}
