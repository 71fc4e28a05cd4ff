import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { InputError } from '../errors';
import { LARGEST_FILE, readRegularText, readTexts, sha256, type TextFile } from '../files';
import { type Crd, crdText, parseCrds } from './crd';
import type { Lock } from './lock';

/** The CRDs of one URL, and the lock entry that says which they are. */
export interface Imported {
  readonly crds: readonly Crd[];
  readonly entry: Lock[string];
}

/** Gives the CRDs of a URL. */
export type CrdSource = (url: string) => Promise<Imported>;

const TIMEOUT_MS = 30_000;
const ATTEMPTS = 3;

/** Downloads, and refuses a file that is not the one the lock knows: a tag that moved is a changed dependency. */
export function upstream(lock: Lock): CrdSource {
  return async (url) => {
    const bytes = await download(url);
    const sum = sha256(bytes);
    const locked = lock[url];
    if (locked && locked.sha256 !== sum)
      throw new InputError(
        `${url}: its checksum is ${sum}, but the lock has ${locked.sha256}: upstream changed a released file`,
      );
    const crds = parseCrds(bytes.toString('utf8'), url);
    if (crds.length === 0) throw new InputError(`${url}: no CustomResourceDefinition in it`);
    return { crds, entry: { sha256: sum, crds: checksums(crds) } };
  };
}

/**
 * Takes the CRDs that the lock names for a URL from the files below a folder. For a URL that is not in the lock yet,
 * the folder's `index.json` may say what it holds.
 */
export function folder(dir: string, lock: Lock): CrdSource {
  const texts = readTexts(dir, /\.ya?ml$/, `--crds ${dir}`);
  const index = readIndex(dir);
  return async (url) => {
    const locked = lock[url] ?? index.get(url);
    if (!locked)
      throw new InputError(
        `${url}: neither the lock nor ${join(dir, 'index.json')} says which CRDs it holds; import it once without --crds`,
      );
    const crds = Object.entries(locked.crds).map(([name, sum]) => {
      const crd = find(texts, name);
      if (!crd) throw new InputError(`${dir}: no file with the CRD ${name} of ${url}`);
      const actual = sha256(crdText(crd));
      if (actual !== sum)
        throw new InputError(
          `${dir}: ${name} has the checksum ${actual} without descriptions, but ${sum} is pinned for ${url}`,
        );
      return crd;
    });
    return { crds, entry: locked };
  };
}

function checksums(crds: readonly Crd[]): Record<string, string> {
  return Object.fromEntries(crds.map((crd) => [crd.metadata.name, sha256(crdText(crd))]));
}

/** Parsing is what takes long: only files that mention the name are parsed. */
function find(texts: readonly TextFile[], name: string): Crd | undefined {
  for (const { path, text } of texts)
    if (text.includes(name)) {
      const crd = parseCrds(text, relative(process.cwd(), path)).find(({ metadata }) => metadata.name === name);
      if (crd) return crd;
    }
  return undefined;
}

const indexSchema = z.array(
  z.object({
    group: z.string(),
    plural: z.string(),
    upstream: z.object({ url: z.string() }),
    sha256Original: z.string(),
    sha256Stripped: z.string(),
  }),
);
type IndexEntry = z.infer<typeof indexSchema>[number];

function readIndex(dir: string): Map<string, Lock[string]> {
  const byUrl = new Map<string, Lock[string]>();
  const file = join(dir, 'index.json');
  if (!existsSync(file)) return byUrl;
  let entries: readonly IndexEntry[];
  try {
    entries = indexSchema.parse(JSON.parse(readRegularText(file)));
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${file}: not a list of CRDs and where they are from`);
  }
  for (const {
    group,
    plural,
    upstream: { url },
    sha256Original,
    sha256Stripped,
  } of entries) {
    const crds = { ...byUrl.get(url)?.crds, [`${plural}.${group}`]: sha256Stripped };
    byUrl.set(url, { sha256: sha256Original, crds });
  }
  return byUrl;
}

async function download(url: string): Promise<Buffer> {
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
      if (response.ok) return await bodyOf(response, url);
      if (response.status < 500 || attempt === ATTEMPTS)
        throw new InputError(`${url}: the server answered ${response.status} ${response.statusText}`);
    } catch (error) {
      if (error instanceof InputError) throw error;
      if (attempt === ATTEMPTS)
        throw new InputError(`${url}: ${reason(error)} (tried ${ATTEMPTS} times); without a network use --crds DIR`);
    }
  }
}

/** As much as a file may hold: what sends more, or never ends, is no CRD. */
async function bodyOf(response: Response, url: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > LARGEST_FILE) throw new InputError(`${url}: more than ${LARGEST_FILE} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function reason(error: unknown): string {
  const { message, cause } = error as Error & { cause?: Error };
  return cause?.message || message;
}
