import type { PlatformChart } from '../../../charts/platform-chart';
import { wired } from '../scope';

/** Inline policies of a role: name and statements. */
export const policies = (scope: PlatformChart, role = 'lambda-worker') =>
  Object.fromEntries(
    Object.entries(wired(scope)[`Role ${role}`]!.spec['inlinePolicies'] as Record<string, string>).map(
      ([name, text]) => [name, JSON.parse(text).Statement as { Sid: string; [element: string]: unknown }[]],
    ),
  );
