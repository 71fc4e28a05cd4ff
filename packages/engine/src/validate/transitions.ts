import { statSync } from 'node:fs';
import { type Finding, syntaxFinding, validateTransition } from '../api-server';
import { InputError } from '../errors';
import { documentsOf, readSources } from '../manifests';
import { textOf } from '../printing';
import type { SchemaStore } from '../schema';
import { type Summary, summarize } from './report';

/** The verdict on one update. */
export interface TransitionResult {
  readonly file: string;
  /** Of its line, from 0. */
  readonly index: number;
  readonly valid: boolean;
  readonly errors: readonly Finding[];
}

export interface Transitions {
  readonly results: readonly TransitionResult[];
  readonly summary: Summary;
}

/**
 * What the API server would say to each update of an NDJSON file: `{"old": {…}, "new": {…}}` a line. Throws
 * `InputError`.
 */
export function validateTransitions(
  file: string,
  options: { readonly schemas: SchemaStore; readonly ignoreUnknownKinds?: boolean },
  stdin: () => Buffer = () => Buffer.alloc(0),
): Transitions {
  if (file !== '-' && isFolder(file))
    throw new InputError(`${file}: a folder; a file with a transition a line is wanted`);
  const [source] = readSources([file], stdin);
  const documents = documentsOf({ file: file.endsWith('.ndjson') ? file : `${file}.ndjson`, text: source?.text ?? '' });
  const results = documents.map(({ index, value, problem }): TransitionResult => {
    const { old, new: next } = (value ?? {}) as { old: never; new: never };
    const errors = problem ? [syntaxFinding(problem)] : validateTransition(old, next, options);
    return { file, index, valid: errors.length === 0, errors };
  });
  return { results, summary: summarize(results) };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** A line for every refusal, and the counts. */
export function transitionsText({ results, summary }: Transitions): string {
  const lines = results.flatMap(({ file, index, errors }) =>
    errors.map(({ rule, path, message }) => `${file}:${index + 1}: ${path}: ${message} [${rule}]`),
  );
  return textOf([...lines, `${summary.total} updates: ${summary.valid} accepted, ${summary.invalid} refused`]);
}
