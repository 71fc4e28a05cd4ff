import { z } from 'zod';

/** The web application on App Runner, which the platform can do without. */
export const appRunner = z.strictObject({
  /** Only where the account had App Runner services before 2026-04-30. */
  enabled: z.boolean(),
  /** Of the image in the repository platform-application. */
  imageDigest: z.string().regex(/^sha256:[0-9a-f]{64}$/, 'sha256: and 64 hexadecimal digits'),
  /** 1024 are one vCPU. */
  cpu: z.literal([256, 512, 1_024, 2_048, 4_096]),
  memoryMb: z.int(),
  scaling: z.strictObject({
    min: z.int().min(1).max(25),
    max: z.int().min(1).max(25),
    concurrency: z.int().min(1).max(200),
  }),
});
