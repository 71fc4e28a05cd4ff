import { basename } from 'node:path';
import { describeDocument, validateDocuments } from '../api-server';
import { instanceSchemasOf, resourceGraphsAmong } from '../kro';
import { documentsOf, readSources, type Source, type SourceDocument } from '../manifests';
import type { Home } from '../relations';
import {
  type CheckResults,
  checkTrees,
  environmentInSources,
  rules,
  surroundingsOf,
  type Trees,
  treesOf,
} from '../rules';
import { firstOf, type SchemaStore } from '../schema';
import { type Report, reportOf } from './report';

/** Groups of rules, in the order in which they are listed. */
export const RULE_GROUPS = ['schema', 'references', 'ownership', 'order', 'documents', 'policy', 'privilege'] as const;
export type RuleGroup = (typeof RULE_GROUPS)[number];

/** Manifests that were read, and the trees that they are part of. */
export interface Input {
  readonly sources: readonly Source[];
  /** The objects of the sources, in their order. */
  readonly documents: readonly SourceDocument[];
  /** They and what stands around them, by folder: an environment of dist, or what was named. */
  readonly trees: Trees;
}

export interface ValidateOptions {
  readonly schemas: SchemaStore;
  /** @default all of them */
  readonly groups?: readonly RuleGroup[];
  /** Let objects pass whose kind no schema describes. @default false */
  readonly ignoreUnknownKinds?: boolean;
  /** What is known of the environment of a tree, by the tree's folder. @default what the tree says itself */
  readonly homes?: ReadonlyMap<string, Home>;
}

/** The objects of files and folders, and of standard input for `-`. Throws `InputError` for what cannot be read. */
export function readInput(paths: readonly string[], stdin: () => Buffer = () => Buffer.alloc(0)): Input {
  return inputOf(readSources(paths, stdin), paths);
}

/** The objects of texts that were read from `paths`. */
export function inputOf(sources: readonly Source[], paths: readonly string[]): Input {
  const documents = sources.flatMap(documentsOf);
  let trees: Trees | undefined;
  return {
    sources,
    documents,
    // what stands around is read only where trees are judged
    get trees() {
      trees ??= treesOf([...documents, ...surroundingsOf(sources)], paths);
      return trees;
    },
  };
}

/** The environments that a tree may be, by its folder's name and by what its Applications sync. */
export function environmentsIn({ trees }: Input): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...trees].map(([folder, objects]) => [
      folder,
      [basename(folder), environmentInSources(objects)].filter((name) => name !== undefined),
    ]),
  );
}

/** What the API server, AWS and the rules have against manifests: a result for every object, in their order. */
export function validate(input: Input, options: ValidateOptions): Report {
  const { groups = RULE_GROUPS, ignoreUnknownKinds = false } = options;
  const { documents } = input;
  const schemas = withInstanceSchemas(input, options.schemas);
  const alone = groups.includes('schema')
    ? validateDocuments(documents, { schemas, ignoreUnknownKinds })
    : documents.map(describeDocument);
  return reportOf(documents, alone, judgeTrees(input, { ...options, groups, schemas }));
}

/** With the kinds that kro makes of graphs among the documents. */
function withInstanceSchemas({ sources, documents }: Input, schemas: SchemaStore): SchemaStore {
  if (!sources.some(({ text }) => text.includes('ResourceGraphDefinition'))) return schemas;
  return firstOf(instanceSchemasOf(resourceGraphsAmong(documents.map(({ value }) => value))), schemas);
}

function judgeTrees(input: Input, { groups = RULE_GROUPS, homes, schemas }: ValidateOptions): CheckResults | undefined {
  if (groups.every((group) => group === 'schema')) return undefined;
  return checkTrees(input.trees, {
    rules: rules.filter(({ group }) => groups.includes(group)),
    ...(homes && { homes }),
    schemas,
  });
}
