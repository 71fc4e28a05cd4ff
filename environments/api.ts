import { z } from 'zod';
import { dnsName } from './fields';

/** The HTTP API and the WebSocket API. */
export const api = z.strictObject({
  /** Of the WebSocket API, within the zone; the HTTP API's is among the edge's names. */
  webSocketDomain: dnsName,
  /** Of each API: requests at once, and a second. An account has 5,000 and 10,000 in all unless AWS gave it more. */
  throttling: z.strictObject({ burst: z.int().min(1).max(5_000), rate: z.int().min(1).max(10_000) }),
  logRetentionDays: z.int().min(1),
  /** The account's role for logs of WebSocket APIs is one in an account and region: one environment of them has it. */
  accountLogging: z.boolean(),
});

interface ApiIn {
  readonly edge: { readonly zone: string; readonly apiDomain: string };
  readonly api: z.infer<typeof api>;
}

/** What one field cannot say: a name outside the zone, and one that stands twice. */
export function* apiProblems({
  edge,
  api: { webSocketDomain },
}: ApiIn): Generator<{ path: string[]; message: string }> {
  const path = ['api', 'webSocketDomain'];
  if (!webSocketDomain.endsWith(`.${edge.zone}`))
    yield { path, message: `${webSocketDomain} lies outside the zone ${edge.zone}` };
  if (webSocketDomain === edge.apiDomain)
    yield { path, message: `${webSocketDomain} is the HTTP API's, a name leads to one kind of API only` };
}
