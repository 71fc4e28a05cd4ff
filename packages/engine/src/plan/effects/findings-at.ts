import type { Finding } from '../../api-server';
import { append } from '../../collections';

/** Deeper fields are looked for at their first levels alone. */
const MOST_LEVELS = 1_000;

/**
 * Finds what the API has against a field: thousands of findings beside thousands of fields are not compared pairwise.
 */
export class FindingsAt {
  private readonly exact = new Map<string, Finding[]>();
  private readonly below = new Map<string, Finding[]>();
  private readonly order: ReadonlyMap<Finding, number>;

  constructor(findings: readonly Finding[]) {
    this.order = new Map(findings.map((finding, position) => [finding, position]));
    for (const finding of findings) {
      // a finding on the whole object is about no field
      if (finding.path === '' || finding.path === 'spec') continue;
      const [path, ...above] = levelsOf(finding.path);
      append(this.exact, path!, finding);
      for (const level of above) append(this.below, level, finding);
    }
  }

  /** Those about a field, what holds it, or what is in it; in their order. */
  touching(path: string): Finding[] {
    const levels = levelsOf(path);
    const found = [...levels.flatMap((level) => this.exact.get(level) ?? []), ...(this.below.get(levels[0]!) ?? [])];
    return found.sort((one, other) => this.order.get(one)! - this.order.get(other)!);
  }
}

/** A path and those of what it is in: `spec.rules.0.name`, `spec.rules.0`, `spec.rules`, `spec`. */
function levelsOf(path: string): string[] {
  const plain = path.replace(/\[(\w+)\]/g, '.$1');
  const levels: string[] = [];
  for (const { index } of plain.matchAll(/\./g)) {
    levels.push(plain.slice(0, index));
    if (levels.length === MOST_LEVELS) break;
  }
  return [plain, ...levels.reverse()];
}
