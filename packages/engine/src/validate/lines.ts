import type { Source, SourceDocument } from '../manifests';
import { lineFinder } from '../manifests';

/** Finds the line of a field of a document. Parses a text again only when a line in it is asked for. */
export class Lines {
  private readonly texts: ReadonlyMap<string, string>;
  private readonly finders = new Map<string, ReturnType<typeof lineFinder>>();

  constructor(sources: readonly Source[]) {
    this.texts = new Map(sources.map(({ file, text }) => [file, text]));
  }

  of({ file, position, problem }: SourceDocument, path: string): number | undefined {
    if (problem) return problem.line;
    if (/\.(?:ndjson|jsonl)$/.test(file)) return this.lineOfJson(file, position.document);
    let find = this.finders.get(file);
    if (!find) {
      find = lineFinder(this.texts.get(file) ?? '');
      this.finders.set(file, find);
    }
    return find(position, path);
  }

  /** Of the nth object where every line is one. */
  private lineOfJson(file: string, document: number): number | undefined {
    const lines = (this.texts.get(file) ?? '').split('\n');
    const filled = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]));
    return filled[document];
  }
}
