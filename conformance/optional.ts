import type { DocumentValue, Evidence } from '@aws-platform/engine/conformance';

const present = (kind: string) => (evidence: Evidence) => evidence.all(kind).length > 0;

/** What the document calls optional: off in production, on in staging. */
export const optional: readonly DocumentValue[] = [
  {
    path: 'Amazon AppSync (Optional)',
    value: true,
    read: present('appsync.aws.m.upbound.io/GraphQLAPI'),
    deviation: {
      chosen: false,
      because: 'the document calls it optional; staging has it, and appSync.enabled brings it here',
      source: 'https://docs.aws.amazon.com/appsync/latest/devguide/what-is-appsync.html',
    },
  },
  {
    path: 'AWS App Runner (Optional)',
    value: true,
    read: present('apprunner.aws.m.upbound.io/Service'),
    deviation: {
      chosen: false,
      because:
        'the document calls it optional, and since 2026-04-30 AWS takes no new customers for it; staging has it, and appRunner.enabled brings it here',
      source: 'https://docs.aws.amazon.com/apprunner/latest/dg/apprunner-availability-change.html',
    },
  },
];
