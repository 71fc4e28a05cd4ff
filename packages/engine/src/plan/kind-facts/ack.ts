/** What ACK's controllers say of their kinds, read from the generated Go (`pkg/resource/<kind>/sdk.go`). */
export interface AckKind {
  /**
   * Spec fields by which the controller looks its AWS object up, in Go's spelling: changing one finds nothing, or
   * another object.
   */
  readonly readBy: readonly string[];
  /** Whether the controller can update the AWS object at all. */
  readonly updates: boolean;
}

const READERS =
  /\nfunc \(rm \*resourceManager\) (?:sdkFind|new(?:Describe|List|Get|GetAttributes|Read\w*)RequestPayload)\([\s\S]*?\n\}/g;

export function ackKind(sdk: string): AckKind {
  const read = [...sdk.matchAll(READERS)].map(([body]) => body).join('\n');
  const update = /\nfunc \(rm \*resourceManager\) sdkUpdate\([\s\S]*?\n\}/.exec(sdk)?.[0] ?? '';
  return {
    readBy: [...new Set([...read.matchAll(/\br\.ko\.Spec\.(\w+)/g)].map(([, name]) => name!))].sort(),
    updates: !/NotImplemented|NotUpdatable|updateNotSupported/.test(update),
  };
}
