import { append } from '../../collections';
import { InputError } from '../../errors';
import { documentsOf, isManifest, type Manifest, objectKey } from '../../manifests';
import type { ManifestFile, ManifestFiles } from './files';
import { type Identity, type RawDocument, splitYaml } from './split';

/** A document of a tree, parsed when somebody asks for its manifest. */
export class Doc {
  private parsed?: Manifest;

  constructor(
    readonly file: ManifestFile,
    /** From 0, in its file. */
    readonly position: number,
    private readonly raw: RawDocument,
    value?: unknown,
  ) {
    if (value !== undefined) this.parsed = asManifest(value, this);
  }

  get text(): string {
    return this.raw.text;
  }

  /** The line of the file with which it begins, from 1. */
  get line(): number {
    return this.raw.line;
  }

  get environment(): string {
    const parts = this.file.path.split('/');
    return parts.length > 1 ? parts[0]! : '';
  }

  get application(): string {
    const parts = this.file.path.split('/');
    return parts.length > 2 ? parts[1]! : '';
  }

  /** Throws `InputError` for what is no manifest. */
  get manifest(): Manifest {
    this.parsed ??= asManifest(readOne(this), this);
    return this.parsed;
  }

  get identity(): Identity {
    if (this.raw.identity) return this.raw.identity;
    const { apiVersion, kind, metadata } = this.manifest;
    return { apiVersion, kind, name: metadata.name, namespace: metadata.namespace ?? '' };
  }

  /** What identifies its object in its cluster: group and kind, namespace and name. */
  get key(): string {
    const { apiVersion, kind, namespace, name } = this.identity;
    return objectKey({ apiVersion, kind, metadata: { name, namespace } });
  }
}

/** The documents of one side, by environment. */
export type Side = ReadonlyMap<string, readonly Doc[]>;

/**
 * Both sides of a comparison. Documents of files that are the same on both are the same objects. Throws `InputError`.
 */
export function readSides(base: ManifestFiles, head: ManifestFiles): { base: Side; head: Side } {
  const headTexts = head.read(head.files);
  const known = new Map(head.files.map((file) => [file.id, headTexts.get(file)!]));
  const headDocs = new Map(head.files.map((file) => [`${file.path} ${file.id}`, docsOf(file, headTexts.get(file)!)]));
  const fresh = base.files.filter(({ id }) => !known.has(id));
  const baseTexts = base.read(fresh);
  const baseDocs = base.files.map(
    (file) => headDocs.get(`${file.path} ${file.id}`) ?? docsOf(file, baseTexts.get(file) ?? known.get(file.id)!),
  );
  return { base: byEnvironment(baseDocs.flat()), head: byEnvironment([...headDocs.values()].flat()) };
}

function byEnvironment(docs: readonly Doc[]): Side {
  const side = new Map<string, Doc[]>();
  for (const doc of docs) append(side, doc.environment, doc);
  return side;
}

function docsOf(file: ManifestFile, text: string): Doc[] {
  const cut = /\.ya?ml$/.test(file.path) ? splitYaml(text) : undefined;
  if (cut) {
    const docs = cut.map((raw, position) => new Doc(file, position, raw));
    // what does not look like a manifest is read at once: it may be none, or several
    if (docs.every((_, position) => cut[position]!.identity)) return docs;
  }
  const documents = documentsOf({ file: file.path, text });
  return documents.map(({ index, value, problem }) => {
    if (problem) throw new InputError(`${file.shown}:${problem.line}:${problem.column}: ${problem.message}`);
    return new Doc(file, index, { text: JSON.stringify(value), line: 1 }, value);
  });
}

function readOne(doc: Doc): unknown {
  const [document, more] = documentsOf({ file: 'document.yaml', text: doc.text });
  if (document?.problem || more) throw problemIn(doc, document?.problem ?? more?.problem);
  return document?.value;
}

function problemIn(
  { file, line: first }: Doc,
  { line, column, message } = { line: 1, column: 1, message: 'several documents' },
): InputError {
  return new InputError(`${file.shown}:${first + line - 1}:${column}: ${message}`);
}

function asManifest(value: unknown, { file, position }: Doc): Manifest {
  if (isManifest(value)) return value;
  throw new InputError(
    `${file.shown}: document ${position + 1}: no manifest; apiVersion, kind and metadata.name are required`,
  );
}
