import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { InputError, systemMessage } from '../lib/errors';
import type { SourceDocument } from '../lib/manifests/documents';
import type { Result, ValidateOptions } from '../lib/validate';
import type { Context, ExitCode } from './context';
import { requireFormat } from './format';

interface Options {
  readonly rules?: string;
  readonly crds?: string;
  readonly transitions?: string;
  readonly ignoreUnknownKinds?: true;
  readonly format: string;
}

/** From so many megabytes on it takes over two seconds, and says what it does. */
const MUCH = 10;

/** Groups of rules that `--rules` picks. */
const GROUPS = ['schema'];

const examples = `
Examples:
  platform validate                                every manifest of dist
  platform validate charts.yaml more/ -            files, folders and standard input (YAML, JSON, NDJSON)
  platform validate --crds ../crds app.yaml        with the schemas of CRD files instead of imports/
  platform validate --transitions updates.ndjson   the verdict on updates: a line {"old":{…},"new":{…}} each
  platform validate --format json dist

Exit 1 when a manifest is not valid.`;

export function define(program: Command, context: Context, done: (code: ExitCode) => void): void {
  program
    .command('validate')
    .description("the API server's verdict on manifests, without a server")
    .argument('[path...]', 'files, folders, or - for standard input (default: dist)')
    .option('--rules <groups>', `only these groups of rules, separated by commas: ${GROUPS.join(', ')}`)
    .option('--crds <dir>', 'take the schemas from the CRD files below this folder')
    .option('--transitions <file>', 'NDJSON with {"old","new"} a line: the verdict on each update')
    .option('--ignore-unknown-kinds', 'let kinds pass that no schema describes')
    .option('--format <format>', 'text for people or json for programs', 'text')
    .addHelpText('after', examples)
    .action(async (paths: string[], options: Options) => done(await validate(paths, options, context)));
}

async function validate(paths: readonly string[], options: Options, { root }: Context): Promise<ExitCode> {
  requireFormat(options.format);
  for (const group of options.rules?.split(',') ?? [])
    if (!GROUPS.includes(group))
      throw new InputError(`--rules ${options.rules}: there is no group '${group}', allowed are ${GROUPS.join(', ')}`);
  const { schemasOf } = await import('../lib/schema/default');
  const schemas = schemasOf(join(root, 'imports'), options.crds);
  const validateOptions: ValidateOptions = { schemas, ignoreUnknownKinds: options.ignoreUnknownKinds ?? false };
  if (options.transitions !== undefined) {
    if (paths.length > 0) throw new InputError('--transitions takes its objects from its file: name no paths with it');
    return transitions(options.transitions, validateOptions, options.format);
  }

  const [{ documentsOf, readSources }, { validateDocuments }] = await Promise.all([
    import('../lib/manifests/documents'),
    import('../lib/validate'),
  ]);
  const sources = readSources(paths.length > 0 ? paths : [join(root, 'dist')], readStdin);
  const megabytes = sources.reduce((sum, { text }) => sum + text.length, 0) / 1e6;
  if (megabytes > MUCH) console.error(`reading ${Math.round(megabytes)} MB …`);
  const documents = sources.flatMap(documentsOf);
  if (megabytes > MUCH) console.error(`judging ${documents.length} objects …`);
  const results = validateDocuments(documents, validateOptions);
  const summary = summarize(results);
  if (options.format === 'json') console.log(JSON.stringify({ results, summary }));
  else {
    const { lineFinder } = await import('../lib/manifests/lines');
    const texts = new Map(sources.map(({ file, text }) => [file, text]));
    for (const line of describe(results, documents, (file) => lineFinder(texts.get(file) ?? ''))) console.log(line);
    console.log(
      `${summary.total} manifests in ${sources.length} files: ${summary.valid} valid, ${summary.invalid} invalid`,
    );
  }
  return summary.invalid > 0 ? 1 : 0;
}

type FindLine = (position: SourceDocument['position'], path: string) => number | undefined;

/** The findings, grouped by file, each with its line. */
function describe(
  results: readonly Result[],
  documents: readonly SourceDocument[],
  finderOf: (file: string) => FindLine,
): string[] {
  const lines: string[] = [];
  let file: string | undefined;
  let findLine: FindLine = () => undefined;
  for (const [position, result] of results.entries()) {
    if (result.valid) continue;
    if (result.file !== file) {
      file = result.file;
      findLine = finderOf(file);
      lines.push(file);
    }
    const object = [result.kind, [result.namespace, result.name].filter(Boolean).join('/')].filter(Boolean).join(' ');
    for (const { rule, path, message } of result.errors) {
      const line = documents[position]!.problem?.line ?? findLine(documents[position]!.position, path);
      const subject = [object, path].filter(Boolean).join(', ');
      lines.push(`  ${[line, subject, message].filter(Boolean).join(': ')} [${rule}]`);
    }
  }
  return lines;
}

async function transitions(file: string, options: ValidateOptions, format: string): Promise<ExitCode> {
  const [{ documentsOf, readSources }, { syntaxFinding, validateTransition }] = await Promise.all([
    import('../lib/manifests/documents'),
    import('../lib/validate'),
  ]);
  const [source] = readSources([file], readStdin);
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

function summarize(results: readonly { readonly valid: boolean }[]) {
  const invalid = results.filter(({ valid }) => !valid).length;
  return { total: results.length, valid: results.length - invalid, invalid };
}

function readStdin(): Buffer {
  try {
    return readFileSync(0);
  } catch (error) {
    throw new InputError(`-: ${systemMessage(error)}`);
  }
}
