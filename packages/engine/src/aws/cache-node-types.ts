type Sizes = Readonly<Record<string, readonly string[]>>;

const UP_TO_16 = ['large', 'xlarge', '2xlarge', '4xlarge', '8xlarge', '12xlarge', '16xlarge'];
const M5 = ['large', 'xlarge', '2xlarge', '4xlarge', '12xlarge', '24xlarge'];

/**
 * Where a new ElastiCache for Redis 6.2 to 7.1 can run. The t2 and everything before it take no new clusters, the
 * newest families (m8g, r8g, c8gn) are Valkey's, and r6gd wants data tiering, which the platform does not use:
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheNodes.SupportedTypes.html
 */
const redis: Sizes = {
  c7gn: UP_TO_16,
  m4: ['large', 'xlarge', '2xlarge', '4xlarge', '10xlarge'],
  m5: M5,
  m6g: UP_TO_16,
  m7g: UP_TO_16,
  r4: ['large', 'xlarge', '2xlarge', '4xlarge', '8xlarge', '16xlarge'],
  r5: M5,
  r6g: UP_TO_16,
  r7g: UP_TO_16,
  t3: ['micro', 'small', 'medium'],
  t4g: ['micro', 'small', 'medium'],
};

/**
 * Where DAX can run: https://aws.amazon.com/dynamodb/pricing/on-demand/ (DynamoDB Accelerator) and
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAX.sizing-guide.html
 */
const dax: Sizes = {
  r4: ['large', 'xlarge', '2xlarge', '4xlarge', '8xlarge', '16xlarge'],
  r5: [...UP_TO_16, '24xlarge'],
  r7i: [...UP_TO_16, '24xlarge'],
  t2: ['small', 'medium'],
  t3: ['small', 'medium'],
};

const ENGINES = { cache: redis, dax } as const;

/** Why a service (`cache` or `dax`) has no such node type (`cache.r7g.large`); undefined for one that it has. */
export function nodeTypeProblem(service: keyof typeof ENGINES, nodeType: string): string | undefined {
  const families = ENGINES[service];
  const [prefix, family = '', size = '', ...rest] = nodeType.split('.');
  const sizes = prefix === service && rest.length === 0 ? families[family] : undefined;
  if (!sizes) return `allowed are ${service}. and one of ${Object.keys(families).join(', ')}`;
  if (!sizes.includes(size)) return `allowed are ${sizes.map((one) => `${service}.${family}.${one}`).join(', ')}`;
  return undefined;
}
