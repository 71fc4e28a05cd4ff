/** What ACK's controllers say of their kinds, read from the generated Go (`pkg/resource/<kind>/sdk.go`). */
export interface AckKind {
  /** Spec fields by which the controller looks its AWS object up, in Go's spelling: changing one finds nothing, or another object. */
  readonly readBy: readonly string[];
  /** Whether the controller can update the AWS object at all. */
  readonly updates: boolean;
}

export function ackKind(sdk: string): AckKind {
  const read = [
    ...sdk.matchAll(
      /\nfunc \(rm \*resourceManager\) new(?:Describe|List|Get|GetAttributes|Read\w*)RequestPayload\([\s\S]*?\n\}/g,
    ),
  ]
    .map(([body]) => body)
    .join('\n');
  const update = /\nfunc \(rm \*resourceManager\) sdkUpdate\([\s\S]*?\n\}/.exec(sdk)?.[0] ?? '';
  return {
    readBy: [
      ...new Set([...read.matchAll(/\bres\.\w+ = (?:\[\]string\{)?\*?r\.ko\.Spec\.(\w+)/g)].map(([, name]) => name!)),
    ],
    updates: !/ackerr\.NotImplemented|NotUpdatable|return desired, ackerr\.NewTerminalError/.test(update),
  };
}
