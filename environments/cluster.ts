import { z } from 'zod';

const instanceType = z.string().regex(/^[a-z][a-z0-9-]*\.[a-z0-9-]+$/, 'an instance type looks like m5.large');

const roleName = z
  .string()
  .regex(/^(?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/, 'the name of an IAM role, with its path: platform-admin');

/**
 * Days for which CloudWatch Logs keeps events.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
 */
const retentionDays = z.union(
  [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653].map(
    (days) => z.literal(days),
  ),
  'a retention that CloudWatch Logs has: 1, 3, 5, 7, 14, 30, 60, 90 … days',
);

/** What the bootstrap makes: the cluster, its first nodes, and Argo CD in it. */
export const cluster = z
  .strictObject({
    /** Of Kubernetes: minor versions only go up, one at a time. */
    version: z.string().regex(/^1\.\d{2}$/, 'a Kubernetes version looks like 1.36'),
    /** Neither CloudFormation nor a person deletes the cluster and its keys while this is on. */
    deletionProtection: z.boolean(),
    /** How long what the control plane writes is kept. */
    controlPlaneLogRetentionDays: retentionDays,
    /** How long the record of who talked to whom in both VPCs is kept. */
    flowLogRetentionDays: retentionDays,
    /**
     * IAM roles of this account that may do everything in the cluster. Who may assume them is their owner's decision.
     */
    adminRoles: z.array(roleName).min(1, 'at least one, or nobody could enter the cluster'),
    /** IAM roles of this account that may look at everything in the cluster, except Secrets. */
    readOnlyRoles: z.array(roleName),
    /** The managed node group on which everything runs that has no nodes of its own. */
    generalPurpose: z.strictObject({
      instanceTypes: z.array(instanceType).min(1).max(20),
      minSize: z.int().min(1),
      maxSize: z.int().min(1),
      desiredSize: z.int().min(1),
      /** Of the root volume, in GiB. */
      volumeGibibytes: z.int().min(20).max(16_384),
    }),
    /** Two or three of each of Argo CD's parts, and a Redis that survives the loss of a node: needs three nodes. */
    highlyAvailableArgoCd: z.boolean(),
  })
  .check(({ value, issues }) => {
    const { minSize, maxSize, desiredSize } = value.generalPurpose;
    if (desiredSize < minSize || desiredSize > maxSize)
      issues.push({
        code: 'custom',
        input: desiredSize,
        path: ['generalPurpose', 'desiredSize'],
        message: `lies outside minSize and maxSize, ${minSize} to ${maxSize}`,
      });
    if (value.highlyAvailableArgoCd && minSize < 3)
      issues.push({
        code: 'custom',
        input: minSize,
        path: ['generalPurpose', 'minSize'],
        message: 'a highly available Argo CD needs three nodes',
      });
    for (const role of value.readOnlyRoles)
      if (value.adminRoles.includes(role))
        issues.push({
          code: 'custom',
          input: role,
          path: ['readOnlyRoles'],
          message: `${role} is among adminRoles, and a role has one access entry`,
        });
  });
