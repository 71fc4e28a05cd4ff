import type { PlatformChart } from '../../../charts/platform-chart';
import { manifests } from '../scope';

export interface RenderedStatement {
  readonly Sid: string;
  readonly Principal: unknown;
  readonly Resource: unknown;
  readonly Condition?: unknown;
}

/** The statements of a resource’s policy. */
export function statements(scope: PlatformChart, name: string): RenderedStatement[] {
  return JSON.parse(String(manifests(scope)[name]!.spec['policy'])).Statement;
}

/** Those that let somebody in. */
export const allowed = (scope: PlatformChart, name: string) =>
  statements(scope, name).filter(({ Sid }) => Sid !== 'DenyWithoutTls');
