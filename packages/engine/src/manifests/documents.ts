import { statSync } from 'node:fs';
import { relative } from 'node:path';
import { InputError, systemMessage } from '../errors';
import { filesBelow, readRegularFile, requireRegular } from '../files';
import { readJson } from './json-reader';
import { readYaml, SyntaxProblem } from './yaml-reader';

/** A text with manifests. */
export interface Source {
  /** As the user knows it: relative to where the command runs; `-` for standard input. */
  readonly file: string;
  readonly text: string;
}

/** One object of a source, or what keeps it from being read. */
export interface SourceDocument {
  readonly file: string;
  /** From 0, counting the source's objects; an item of a `List` counts as one. */
  readonly index: number;
  /** Where in the source it stands, for finding lines: the document and, in a list, the item. */
  readonly position: { readonly document: number; readonly item?: number };
  readonly value?: unknown;
  readonly problem?: SyntaxProblem;
}

const MANIFEST = /\.(?:ya?ml|json|ndjson|jsonl)$/;

/** The sources below paths: files as they are named, and in folders every YAML and JSON file. Throws `InputError`. */
export function readSources(paths: readonly string[], stdin: () => Buffer): Source[] {
  return paths.flatMap((path) => {
    if (path === '-') return [{ file: '-', text: decode(stdin(), '-') }];
    return filesAt(path).map((file) => ({
      file: relative(process.cwd(), file) || file,
      text: decode(readRegularFile(file), file),
    }));
  });
}

/**
 * The objects of a source, in order. Empty documents are none; what cannot be read is one document with its problem.
 */
export function documentsOf({ file, text }: Source): SourceDocument[] {
  const documents: SourceDocument[] = [];
  const add = (document: number, value: unknown, problem?: SyntaxProblem) => {
    if (problem) documents.push({ file, index: documents.length, position: { document }, problem });
    else if (isList(value))
      for (const [item, one] of value.items.entries())
        documents.push({ file, index: documents.length, position: { document, item }, value: one });
    else if (value !== null && value !== undefined)
      documents.push({ file, index: documents.length, position: { document }, value });
  };
  try {
    for (const [position, value] of readValues(file, text).entries()) add(position, value);
  } catch (error) {
    if (error instanceof SyntaxProblem) add(documents.length, undefined, error);
    else if (error instanceof RangeError)
      add(documents.length, undefined, new SyntaxProblem('nested too deeply', 1, 1));
    else throw error;
  }
  return documents;
}

function readValues(file: string, text: string): unknown[] {
  if (/\.(?:ndjson|jsonl)$/.test(file)) return readLines(text);
  const isJson = file.endsWith('.json') || (file === '-' && /^\s*[{[]/.test(text));
  if (!isJson) return readYaml(text);
  // JSON documents one a line are JSON that goes on behind the first
  return /^\s*\{.*\}[^\S\n]*\n\s*\{/.test(text) ? readLines(text) : [readJson(text)];
}

function readLines(text: string): unknown[] {
  return text.split('\n').flatMap((line, position) => (line.trim() === '' ? [] : [readJson(line, position + 1)]));
}

function isList(value: unknown): value is { items: unknown[] } {
  const { kind, items } = (value ?? {}) as { kind?: unknown; items?: unknown };
  return typeof kind === 'string' && kind.endsWith('List') && Array.isArray(items);
}

function filesAt(path: string): string[] {
  const stats = attempt(path, () => statSync(path));
  // a link to a folder is not followed: it could lead in circles
  if (stats.isDirectory()) return filesBelow(path, { name: MANIFEST });
  requireRegular(stats, path);
  return [path];
}

/** UTF-8 with or without a byte order mark. */
function decode(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(`${file}: not UTF-8 text`);
  }
}

function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new InputError(`${path}: ${systemMessage(error)}`);
  }
}
