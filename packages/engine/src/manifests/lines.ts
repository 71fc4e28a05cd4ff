import { EVENT_ID, type Event, getScalarValue, parseEvents, type ScalarEvent } from 'js-yaml';
import type { SourceDocument } from './documents';

/** Finds source lines of fields in a YAML or JSON text. Reads the text once more, for its positions. */
export function lineFinder(text: string): (position: SourceDocument['position'], path: string) => number | undefined {
  const places = new Places(text);
  return ({ document, item }, path) => {
    const offset = places.offsetOf(
      document,
      item === undefined ? path : `items[${item}]${path === '' ? '' : '.'}${path}`,
    );
    return offset === undefined ? undefined : places.lineAt(offset);
  };
}

class Places {
  private readonly events: readonly Event[];
  /** By the index of a collection's event that of the event behind its end. */
  private readonly ends = new Map<number, number>();
  private readonly documents: number[] = [];
  private readonly known = new Map<number, readonly number[]>();
  private readonly fields = new Map<number, ReadonlyMap<string, { readonly value: number; readonly shown: number }>>();
  private readonly lineStarts: readonly number[];

  constructor(private readonly text: string) {
    this.events = read(text);
    const open: number[] = [];
    for (const [index, { type }] of this.events.entries())
      if (type === EVENT_ID.POP) this.ends.set(open.pop()!, index + 1);
      else if (type === EVENT_ID.DOCUMENT || type === EVENT_ID.SEQUENCE || type === EVENT_ID.MAPPING) {
        if (type === EVENT_ID.DOCUMENT) this.documents.push(index);
        open.push(index);
      }
    this.lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  }

  lineAt(offset: number): number {
    let [low, high] = [0, this.lineStarts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.lineStarts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }

  /** The offset of the deepest part of the path that is there: a missing field is shown where it is missing. */
  offsetOf(document: number, path: string): number | undefined {
    const start = this.documents[document];
    if (start === undefined) return undefined;
    let index = start + 1;
    let offset = this.startOf(index);
    let rest = path;
    while (rest !== '') {
      const step = this.stepInto(index, rest);
      if (!step) break;
      index = step.value;
      offset = this.startOf(step.shown) ?? offset;
      rest = rest.slice(step.length);
    }
    return offset;
  }

  /** The value that the path's next step leads to, the event that shows it, and how much of the path that was. */
  private stepInto(index: number, path: string): { value: number; shown: number; length: number } | undefined {
    const { type } = this.events[index] ?? {};
    if (type === EVENT_ID.SEQUENCE) {
      const [step, position] = /^\[(\d+)\]\.?/.exec(path) ?? [];
      const value = step === undefined ? undefined : this.children(index)[Number(position)];
      return value === undefined ? undefined : { value, shown: value, length: step!.length };
    }
    if (type !== EVENT_ID.MAPPING) return undefined;
    const fields = this.fieldsOf(index);
    // keys may hold dots themselves: the longest that fits is meant
    for (const end of endsOfKeys(path)) {
      const field = fields.get(path.slice(0, end));
      if (field) return { ...field, length: path[end] === '.' ? end + 1 : end };
    }
    return undefined;
  }

  /** By name: a map of many fields with a mistake in each would be read once for each of them. */
  private fieldsOf(index: number): ReadonlyMap<string, { readonly value: number; readonly shown: number }> {
    const known = this.fields.get(index);
    if (known) return known;
    const fields = new Map<string, { value: number; shown: number }>();
    const children = this.children(index);
    for (let pair = 0; pair + 1 < children.length; pair += 2) {
      const [key, value] = [children[pair]!, children[pair + 1]!];
      const event = this.events[key];
      if (event?.type !== EVENT_ID.SCALAR) continue;
      const name = getScalarValue(this.text, event as ScalarEvent);
      if (!fields.has(name)) fields.set(name, { value, shown: key });
    }
    this.fields.set(index, fields);
    return fields;
  }

  private children(index: number): readonly number[] {
    const known = this.known.get(index);
    if (known) return known;
    const children: number[] = [];
    for (let child = index + 1; this.events[child]!.type !== EVENT_ID.POP; child = this.ends.get(child) ?? child + 1)
      children.push(child);
    this.known.set(index, children);
    return children;
  }

  private startOf(index: number): number | undefined {
    const event = this.events[index];
    if (!event) return undefined;
    const start = 'valueStart' in event ? event.valueStart : 'start' in event ? event.start : -1;
    return start < 0 ? undefined : start;
  }
}

const MOST_ENDS = 1_000;

/** Where the first key of a path may end, the longest first. */
function endsOfKeys(path: string): number[] {
  const ends: number[] = [];
  for (const { index } of path.matchAll(/[.[]/g)) {
    ends.push(index);
    if (ends.length === MOST_ENDS) break;
  }
  return [path.length, ...ends.reverse()];
}

/** A text that is no YAML has no places; the line of its mistake is known already. */
function read(text: string): Event[] {
  try {
    return parseEvents(text, { maxDepth: 500 });
  } catch {
    return [];
  }
}
