/** A document of a file, not yet parsed: most are the same on both sides and never have to be. */
export interface RawDocument {
  readonly text: string;
  /** The line of the file with which the text begins, from 1. */
  readonly line: number;
  /** Group and kind, namespace and name, where the text says them in the plain way that `synth` writes. */
  readonly identity?: Identity;
}

export interface Identity {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

const API_VERSION = /^apiVersion: ['"]?([\w./-]+)['"]?$/m;
const KIND = /^kind: ['"]?(\w+)['"]?$/m;
const METADATA = /^metadata:\n((?: .*\n|\n)+)/m;
const NAME = /^ {2}name: ['"]?([^\s'"]+)['"]?$/m;
const NAMESPACE = /^ {2}namespace: ['"]?([^\s'"]+)['"]?$/m;

/**
 * The documents of a YAML text, cut at their marks, or undefined where they cannot be cut without reading: directives,
 * ends of documents, JSON. A line `---` without indentation is a mark wherever it stands.
 */
export function splitYaml(text: string): RawDocument[] | undefined {
  if (/^(?:%|\.\.\.|\{|\[|--- *[^\s#]|\t)/m.test(text) || text.includes('\r')) return undefined;
  const documents: RawDocument[] = [];
  let line = 1;
  for (const part of text.split(/^---[ \t]*(?:#.*)?$/m)) {
    const [body, above] = withoutEdges(part);
    if (body !== '') documents.push({ text: body, line: line + above, identity: identityOf(body) });
    line += linesIn(part);
  }
  return documents;
}

/** Without comments before the document, and empty lines around it; and how many lines were above it. */
function withoutEdges(text: string): readonly [string, number] {
  const edge = /^(?:[ \t]*(?:#.*)?\n)*/.exec(text)?.[0] ?? '';
  const body = text.slice(edge.length).trimEnd();
  return [body.startsWith('#') && !body.includes('\n') ? '' : body, linesIn(edge)];
}

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}

function identityOf(text: string): Identity | undefined {
  const apiVersion = API_VERSION.exec(text)?.[1];
  const kind = KIND.exec(text)?.[1];
  const metadata = METADATA.exec(`${text}\n`)?.[1];
  const name = metadata && NAME.exec(metadata)?.[1];
  if (!apiVersion || !kind || !metadata || !name || kind.endsWith('List')) return undefined;
  return { apiVersion, kind, name, namespace: NAMESPACE.exec(metadata)?.[1] ?? '' };
}
