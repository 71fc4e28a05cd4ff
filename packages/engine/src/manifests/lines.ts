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
    let best: { value: number; shown: number; length: number } | undefined;
    const children = this.children(index);
    for (let pair = 0; pair + 1 < children.length; pair += 2) {
      const [key, value] = [children[pair]!, children[pair + 1]!];
      const length = this.lengthOfKey(key, path);
      // keys may hold dots themselves: the longest that fits is meant
      if (length !== undefined && length > (best?.length ?? 0)) best = { value, shown: key, length };
    }
    return best;
  }

  private lengthOfKey(key: number, path: string): number | undefined {
    const event = this.events[key];
    if (event?.type !== EVENT_ID.SCALAR) return undefined;
    const name = getScalarValue(this.text, event as ScalarEvent);
    if (!path.startsWith(name)) return undefined;
    const next = path[name.length];
    if (next === undefined || next === '[') return name.length;
    return next === '.' ? name.length + 1 : undefined;
  }

  private children(index: number): number[] {
    const children: number[] = [];
    for (let child = index + 1; this.events[child]!.type !== EVENT_ID.POP; child = this.ends.get(child) ?? child + 1)
      children.push(child);
    return children;
  }

  private startOf(index: number): number | undefined {
    const event = this.events[index];
    if (!event) return undefined;
    const start = 'valueStart' in event ? event.valueStart : 'start' in event ? event.start : -1;
    return start < 0 ? undefined : start;
  }
}

/** A text that is no YAML has no places; the line of its mistake is known already. */
function read(text: string): Event[] {
  try {
    return parseEvents(text, { maxDepth: 500 });
  } catch {
    return [];
  }
}
