import type { Finding } from '../api-server';
import { append } from '../collections';
import type { SourceDocument } from '../manifests';
import { guessHome, type Home, pathInDocument, Tree } from '../relations';
import type { SchemaStore } from '../schema';
import { applyRules, type TreeFinding } from './apply-rules';
import type { Rule } from './rule';
import type { ReadObject, Trees } from './trees';

/** Something about a document that is no finding: an exception that it declares. */
export interface DeclaredException extends Finding {
  readonly document: SourceDocument;
  readonly because: string;
}

export interface CheckResults {
  readonly findings: ReadonlyMap<SourceDocument, readonly Finding[]>;
  readonly exceptions: readonly DeclaredException[];
}

export interface CheckOptions {
  readonly rules: readonly Rule[];
  /** What a tree's environment knows, by the tree's folder; a tree without is judged by what it says itself. */
  readonly homes?: ReadonlyMap<string, Home>;
  /** Of the kinds that kro's graphs read and make. @default graphs are not judged */
  readonly schemas?: SchemaStore;
}

/** What the rules find in trees. */
export function checkTrees(trees: Trees, { rules, homes: known, schemas }: CheckOptions): CheckResults {
  const findings = new Map<SourceDocument, Finding[]>();
  const exceptions: DeclaredException[] = [];
  for (const [folder, objects] of trees) {
    const home = known?.get(folder) ?? guessHome(objects.map(({ manifest }) => JSON.stringify(manifest)));
    const results = applyRules(new Tree(objects, home, schemas), rules);
    for (const problem of results.findings) append(findings, documentOf(problem), findingOf(problem));
    for (const one of results.exceptions) exceptions.push(declaredException(one, one.because));
  }
  return { findings, exceptions };
}

function findingOf({ rule, path, message, object }: TreeFinding): Finding {
  return { rule, path: pathInDocument(object, path), message };
}

function declaredException(finding: TreeFinding, because: string): DeclaredException {
  return { ...findingOf(finding), document: documentOf(finding), because };
}

/** What kro makes stands in the document of its graph. */
function documentOf({ object }: TreeFinding): SourceDocument {
  return ((object.within?.graph ?? object) as ReadObject).document;
}
