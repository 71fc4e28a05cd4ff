/** A file of a tree of manifests. */
export interface ManifestFile {
  /** Below the tree: `production/messaging/sqs.yaml`. */
  readonly path: string;
  /** As a person knows it: `dist/production/messaging/sqs.yaml`, `main:dist/production/…`. */
  readonly shown: string;
  /** Equal where the contents are. */
  readonly id: string;
}

/** A tree of manifests, shaped like dist. */
export interface ManifestFiles {
  readonly files: readonly ManifestFile[];
  /** The texts of some of its files. Throws `InputError` for what cannot be read. */
  read(files: readonly ManifestFile[]): ReadonlyMap<ManifestFile, string>;
}

export const MANIFEST_FILE = /\.(?:ya?ml|json|ndjson|jsonl)$/;

/** UTF-8 with or without a byte order mark; undefined for other bytes. */
export function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
