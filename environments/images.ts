import { z } from 'zod';

/** The platform's own workloads: repositories of charts/delivery/ecr.ts. */
export const IMAGE_NAMES = ['platform-application'] as const;

/** Which image every workload runs: what the last release of it wrote. */
export const imagesSchema = z.record(
  z.enum(IMAGE_NAMES),
  z.strictObject({
    /** For people: a release has one that begins with v. */
    tag: z
      .string()
      .regex(/^(?!latest$)\w[\w.-]{0,127}$/, 'a tag has at most 128 letters, digits and . _ -, and is not latest'),
    /** What the nodes pull: the tag's, as the registry says it. */
    digest: z.string().regex(/^sha256:[0-9a-f]{64}$/, 'a digest looks like sha256: and 64 hexadecimal digits'),
  }),
);
