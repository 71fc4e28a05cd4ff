import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { InputError, systemMessage } from '../lib/errors';
import type { Source, SourceDocument } from '../lib/manifests/documents';
import type { Report } from '../lib/report/report';
import type { TreeVerdicts } from '../lib/rules/check';
import type { Facts } from '../lib/rules/facts';
import type { Trees } from '../lib/rules/trees';
import type { SchemaStore } from '../lib/schema/store';
import type { Result, ValidateOptions } from '../lib/validate';
import type { Context, ExitCode } from './context';

interface Options {
  readonly rules?: string;
  readonly crds?: string;
  readonly transitions?: string;
  readonly ignoreUnknownKinds?: true;
  readonly listRules?: true;
  readonly format: string;
}

/** From so many megabytes on it takes over two seconds, and says what it does. */
const MUCH = 4;

/** Groups of rules that `--rules` picks. */
const GROUPS = ['schema', 'references', 'ownership', 'documents', 'policy'];
const FORMATS = ['text', 'json', 'sarif'];
const LIST_FORMATS = ['text', 'json', 'markdown'];

const examples = `
Examples:
  platform validate                                every manifest of dist, by every rule
  platform validate dist/production/messaging      a part, judged in its environment
  platform validate charts.yaml more/ -            files, folders and standard input (YAML, JSON, NDJSON)
  platform validate --rules schema app.yaml        the API server's verdict alone
  platform validate --crds ../crds app.yaml        with the schemas of CRD files instead of imports/
  platform validate --transitions updates.ndjson   the verdict on updates: a line {"old":{…},"new":{…}} each
  platform validate --format sarif > found.sarif   for a code-scanning page
  platform validate --list-rules                   every rule, why it is there, and a link

Exit 1 when a manifest is not valid.`;

export function define(program: Command, context: Context, done: (code: ExitCode) => void): void {
  program
    .command('validate')
    .description('what the API server, AWS and the platform have against manifests, offline')
    .argument('[path...]', 'files, folders, or - for standard input (default: dist)')
    .option('--rules <groups>', `only these groups of rules, separated by commas: ${GROUPS.join(', ')}`)
    .option('--crds <dir>', 'take the schemas from the CRD files below this folder')
    .option('--transitions <file>', 'NDJSON with {"old","new"} a line: the verdict on each update')
    .option('--ignore-unknown-kinds', 'let kinds pass that no schema describes')
    .option('--list-rules', 'print the rules instead of applying them')
    .option('--format <format>', 'text for people, json for programs, sarif for code scanning', 'text')
    .addHelpText('after', examples)
    .action(async (paths: string[], options: Options) => done(await validate(paths, options, context)));
}

async function validate(paths: readonly string[], options: Options, { root }: Context): Promise<ExitCode> {
  const groups = options.rules?.split(',') ?? GROUPS;
  requireKnown(options, groups);
  if (options.listRules) return listRules(options.format, groups);
  const { schemasOf } = await import('../lib/schema/default');
  const schemas = schemasOf(join(root, 'imports'), options.crds);
  const validateOptions: ValidateOptions = { schemas, ignoreUnknownKinds: options.ignoreUnknownKinds ?? false };
  if (options.transitions !== undefined) {
    if (paths.length > 0) throw new InputError('--transitions takes its objects from its file: name no paths with it');
    const { transitions } = await import('./validate-transitions');
    return transitions(options.transitions, validateOptions, options.format, readStdin);
  }

  const named = paths.length > 0 ? paths : [distOf(root)];
  const { documentsOf, readSources } = await import('../lib/manifests/documents');
  const sources = readSources(named, readStdin);
  const megabytes = sources.reduce((sum, { text }) => sum + text.length, 0) / 1e6;
  if (megabytes > MUCH) console.error(`reading ${Math.round(megabytes)} MB …`);
  const documents = sources.flatMap(documentsOf);
  if (megabytes > MUCH) console.error(`judging ${documents.length} objects …`);
  const withGraphs = { ...validateOptions, schemas: await graphKinds(sources, documents, schemas) };
  const results = groups.includes('schema') ? await judgeAlone(documents, withGraphs) : [];
  const verdicts = await judgeTogether(sources, documents, { groups, named, root, schemas: withGraphs.schemas });
  const report = await combine(documents, results, verdicts);
  await print(report, { documents, sources, format: options.format });
  return report.summary.invalid > 0 ? 1 : 0;
}

function distOf(root: string): string {
  const dist = join(root, 'dist');
  if (!existsSync(dist)) throw new InputError(`${dist}: no such folder; npm run synth writes it`);
  return dist;
}

function requireKnown({ format, rules, listRules }: Options, groups: readonly string[]): void {
  const formats = listRules ? LIST_FORMATS : FORMATS;
  if (!formats.includes(format)) throw new InputError(`--format ${format}: allowed are ${formats.join(', ')}`);
  for (const group of groups)
    if (!GROUPS.includes(group))
      throw new InputError(`--rules ${rules}: there is no group '${group}', allowed are ${GROUPS.join(', ')}`);
}

async function judgeAlone(documents: readonly SourceDocument[], options: ValidateOptions): Promise<Result[]> {
  const { validateDocuments } = await import('../lib/validate');
  return validateDocuments(documents, options);
}

/** With the kinds that kro makes of graphs among the documents. */
async function graphKinds(
  sources: readonly Source[],
  documents: readonly SourceDocument[],
  schemas: SchemaStore,
): Promise<SchemaStore> {
  if (!sources.some(({ text }) => text.includes('ResourceGraphDefinition'))) return schemas;
  const [{ schemasOfGraphs }, { graphsAmong }, { firstOf }] = await Promise.all([
    import('../lib/kro/crd'),
    import('../lib/kro/graph'),
    import('../lib/schema/store'),
  ]);
  return firstOf(schemasOfGraphs(graphsAmong(documents.map(({ value }) => value))), schemas);
}

interface Together {
  readonly schemas: SchemaStore;
  readonly groups: readonly string[];
  readonly named: readonly string[];
  readonly root: string;
}

async function judgeTogether(
  sources: readonly Source[],
  documents: readonly SourceDocument[],
  { groups, named, root, schemas }: Together,
): Promise<TreeVerdicts | undefined> {
  if (groups.every((group) => group === 'schema')) return undefined;
  const [{ checkTrees }, { rules }, { surroundingsOf, treesOf }] = await Promise.all([
    import('../lib/rules/check'),
    import('../lib/rules'),
    import('../lib/rules/trees'),
  ]);
  const trees = treesOf([...documents, ...surroundingsOf(sources)], named);
  return checkTrees(trees, {
    rules: rules.filter(({ group }) => groups.includes(group)),
    facts: await factsOfTrees(trees, root),
    schemas,
  });
}

/** What is known of the trees that are an environment's: told by their folder, or by the folders that their Applications sync. */
async function factsOfTrees(trees: Trees, root: string): Promise<ReadonlyMap<string, Facts>> {
  const { environmentInSources } = await import('../lib/rules/trees');
  const facts = new Map<string, Facts>();
  for (const [folder, objects] of trees) {
    const candidates = [basename(folder), environmentInSources(objects)];
    // reading the environments takes longer than judging a few files
    const name = candidates.find((one) => one !== undefined && existsSync(join(root, 'environments', `${one}.ts`)));
    if (name === undefined) continue;
    const [{ environmentNames, loadEnvironments }, { factsOf }, { pendingIn }] = await Promise.all([
      import('../lib/environment/load'),
      import('../lib/environment/facts'),
      import('../charts/pending'),
    ]);
    if (!environmentNames.includes(name)) continue;
    const [environment] = loadEnvironments(root, [name]);
    facts.set(folder, factsOf(environment!, pendingIn(environment!)));
  }
  return facts;
}

async function combine(
  documents: readonly SourceDocument[],
  alone: readonly Result[],
  together: TreeVerdicts | undefined,
): Promise<Report> {
  const [{ reportOf }, { describeDocument }] = await Promise.all([
    import('../lib/report/report'),
    import('../lib/validate'),
  ]);
  return reportOf(documents, alone.length > 0 ? alone : documents.map(describeDocument), together);
}

interface Output {
  readonly documents: readonly SourceDocument[];
  readonly sources: readonly Source[];
  readonly format: string;
}

async function print(report: Report, { documents, sources, format }: Output): Promise<void> {
  if (format === 'json') {
    const { jsonReport } = await import('../lib/report/json');
    console.log(jsonReport(report));
    return;
  }
  const { Lines } = await import('../lib/report/lines');
  const lines = new Lines(sources);
  if (format === 'sarif') {
    const [{ sarifReport }, { allRules }] = await Promise.all([
      import('../lib/report/sarif'),
      import('../lib/rules/all'),
    ]);
    console.log(sarifReport(report, documents, lines, allRules));
    return;
  }
  const { textReport } = await import('../lib/report/text');
  for (const line of textReport(report, documents, lines)) console.log(line);
  const { total, valid, invalid } = report.summary;
  console.log(`${total} manifests in ${sources.length} files: ${valid} valid, ${invalid} invalid`);
}

async function listRules(format: string, groups: readonly string[]): Promise<ExitCode> {
  const [{ allRules }, { rulesList }] = await Promise.all([import('../lib/rules/all'), import('../lib/report/rules')]);
  console.log(
    rulesList(
      allRules.filter(({ group }) => groups.includes(group)),
      format,
    ),
  );
  return 0;
}

function readStdin(): Buffer {
  try {
    return readFileSync(0);
  } catch (error) {
    throw new InputError(`-: ${systemMessage(error)}`);
  }
}
