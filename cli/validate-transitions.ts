import { documentsOf, readSources } from '../lib/manifests/documents';
import { summarize } from '../lib/report/report';
import { syntaxFinding, type ValidateOptions, validateTransition } from '../lib/validate';
import type { ExitCode } from './context';

/** `validate --transitions`: the verdict on every update of an NDJSON file. */
export function transitions(file: string, options: ValidateOptions, format: string, stdin: () => Buffer): ExitCode {
  const [source] = readSources([file], stdin);
  const documents = documentsOf({ file: file.endsWith('.ndjson') ? file : `${file}.ndjson`, text: source?.text ?? '' });
  const results = documents.map(({ index, value, problem }) => {
    const { old, new: next } = (value ?? {}) as { old: never; new: never };
    const errors = problem ? [syntaxFinding(problem)] : validateTransition(old, next, options);
    return { file, index, valid: errors.length === 0, errors };
  });
  const summary = summarize(results);
  if (format === 'json') console.log(JSON.stringify({ results, summary }));
  else {
    for (const { index, errors } of results)
      for (const { rule, path, message } of errors) console.log(`${file}:${index + 1}: ${path}: ${message} [${rule}]`);
    console.log(`${summary.total} updates: ${summary.valid} accepted, ${summary.invalid} refused`);
  }
  return summary.invalid > 0 ? 1 : 0;
}
