import { COMPUTE_TYPES } from '@aws-platform/engine/aws';
import { z } from 'zod';

const build = z.strictObject({
  computeType: z.enum(COMPUTE_TYPES),
  /** How long it may take: https://docs.aws.amazon.com/codebuild/latest/APIReference/API_CreateProject.html */
  timeoutMinutes: z.int().min(5).max(2_160),
  /** How many may run at once; AWS refuses more than the account may have. */
  concurrentBuilds: z.int().min(1),
});

/** Where code is kept, and what is made of it. */
export const delivery = z.strictObject({
  /** Git repositories at AWS. Where it is off, code is at GitHub. */
  codeCommit: z.strictObject({
    enabled: z.boolean(),
    /** How many have to approve a pull request, and as which roles they do. */
    approvals: z.strictObject({
      needed: z.int().min(1).max(200),
      roles: z.array(
        z.string().regex(/^[\w+=,.@-]{1,64}$/, 'a role name has at most 64 letters, digits and + = , . @ _ -'),
      ),
    }),
  }),
  codeBuild: z.strictObject({
    /** Of the applications. */
    source: z.discriminatedUnion('at', [
      z.strictObject({ at: z.literal('codeCommit') }),
      z.strictObject({
        at: z.literal('gitHub'),
        url: z
          .string()
          .regex(
            /^https:\/\/github\.com\/[\w.-]+\/[\w.-]+\.git$/,
            'a repository looks like https://github.com/company/application.git',
          ),
        /**
         * Made by a person, who lets AWS into GitHub in the browser. Left out where everybody may read the repository.
         */
        connectionArn: z
          .string()
          .regex(
            /^arn:[\w-]+:codeconnections:[\w-]+:\d{12}:connection\/[\w-]+$/,
            'the ARN of a connection of CodeConnections',
          )
          .optional(),
      }),
    ]),
    applications: build,
    images: build,
    logRetentionDays: z.int().min(1),
  }),
  ecr: z.strictObject({
    /** How many released images a repository keeps. */
    releases: z.int().min(1),
    /** How long an image that lost its tag, or was cached, is kept. */
    untaggedDays: z.int().min(1),
    /**
     * Public registries whose images are kept here once they were pulled. Docker Hub wants an account there, whose
     * token a person puts in.
     */
    caches: z.array(z.enum(['ecr-public', 'kubernetes', 'quay', 'docker-hub'])),
  }),
});

interface DeliveryIn {
  readonly repository: { readonly url: string };
  readonly delivery: z.infer<typeof delivery>;
}

/** What one field cannot say: code that is looked for where none is. */
export function* deliveryProblems(environment: DeliveryIn): Generator<{ path: string[]; message: string }> {
  const { repository, delivery: value } = environment;
  const { enabled } = value.codeCommit;
  if (!enabled && value.codeBuild.source.at === 'codeCommit')
    yield { path: ['delivery', 'codeBuild', 'source'], message: 'is at CodeCommit, which is not enabled' };
  if (!enabled && /^https:\/\/git-codecommit\./.test(repository.url))
    yield { path: ['repository', 'url'], message: `${repository.url} is at CodeCommit, which is not enabled` };
}
