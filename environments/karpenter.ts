import { z } from 'zod';

/** What the nodes of a pool may have together. */
const limits = z.strictObject({ cpu: z.int().min(2), memoryGibibytes: z.int().min(4) });

/** Nodes that Karpenter starts, beside the managed groups. */
export const karpenter = z.strictObject({
  /** Of the program itself, each on a node of its own in the managed groups; one of them acts. */
  replicas: z.int().min(1).max(3),
  /**
   * Of Amazon Linux 2023 for EKS: https://github.com/awslabs/amazon-eks-ami/releases. One that was tried in the
   * environment before.
   */
  imageRelease: z.string().regex(/^v20\d{6}$/, 'a release looks like v20260903'),
  general: limits,
  spot: limits,
  /** Processors of the largest instance. */
  maxInstanceCpu: z.int().min(2).max(896),
});
