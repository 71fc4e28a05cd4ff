import type { Finding } from '../api-server';
import { append } from '../collections';
import type { SourceDocument } from '../manifests';
import type { SchemaStore } from '../schema';
import { type Facts, guessFacts } from './facts';
import { judge, type TreeFinding } from './judge';
import type { Rule } from './rule';
import { pathInDocument, Tree } from './tree';
import type { ReadObject, Trees } from './trees';

/** Something about a document that is no finding: an exception that it declares. */
export interface Remark extends Finding {
  readonly document: SourceDocument;
  readonly because: string;
}

export interface TreeVerdicts {
  readonly findings: ReadonlyMap<SourceDocument, readonly Finding[]>;
  readonly exceptions: readonly Remark[];
}

export interface CheckOptions {
  readonly rules: readonly Rule[];
  /** What a tree's environment knows, by the tree's folder; a tree without is judged by what it says itself. */
  readonly facts?: ReadonlyMap<string, Facts>;
  /** Of the kinds that kro's graphs read and make. @default graphs are not judged */
  readonly schemas?: SchemaStore;
}

/** What the rules find in trees. */
export function checkTrees(trees: Trees, { rules, facts: known, schemas }: CheckOptions): TreeVerdicts {
  const findings = new Map<SourceDocument, Finding[]>();
  const exceptions: Remark[] = [];
  for (const [folder, objects] of trees) {
    const facts = known?.get(folder) ?? guessFacts(objects.map(({ manifest }) => JSON.stringify(manifest)));
    const judgement = judge(new Tree(objects, facts, schemas), rules);
    for (const problem of judgement.findings) append(findings, documentOf(problem), findingOf(problem));
    for (const one of judgement.exceptions) exceptions.push(remark(one, one.because));
  }
  return { findings, exceptions };
}

function findingOf({ rule, path, message, object }: TreeFinding): Finding {
  return { rule, path: pathInDocument(object, path), message };
}

function remark(finding: TreeFinding, because: string): Remark {
  return { ...findingOf(finding), document: documentOf(finding), because };
}

/** What kro makes stands in the document of its graph. */
function documentOf({ object }: TreeFinding): SourceDocument {
  return ((object.within?.graph ?? object) as ReadObject).document;
}
