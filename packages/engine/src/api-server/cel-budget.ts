/** What ended a rule before it had a result. */
export interface CostExceeded {
  readonly exceeded: string;
}

/**
 * The server counts the cost of a rule and of all rules of an object
 * (https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apiserver/pkg/apis/cel/config.go:
 * PerCallLimit, RuntimeCELCostBudget). Here a step of a loop costs 1, which is less than it costs there.
 */
const STEPS_OF_A_RULE = 1_000_000;
const STEPS_OF_AN_OBJECT = 10_000_000;
/** Large values make single steps long. */
const MS_OF_A_RULE = 1_000;
const MS_OF_AN_OBJECT = 10_000;
/** Looking at the clock takes longer than most steps. */
const STEPS_BETWEEN_LOOKS = 16;
/** A rule that was too costly for so many objects is not tried on the next: thousands of them would take hours. */
const MOST_FAILURES = 3;

/** The budget of one object, and of the rule that runs on it. */
export class CelBudget {
  private readonly began = performance.now();
  private readonly rulesMs = new Map<string, number>();
  private all = 0;
  private own = 0;
  private ruleBegan = 0;
  private exceeded?: string;
  private rule = '';
  private isSpent = false;
  private readonly givenUp = new Set<string>();

  /**
   * Runs a rule; what `evaluate` gives counts only where it stayed within its budget. Undefined where that was said of
   * this object already.
   */
  run<T>(rule: string, evaluate: () => T): T | CostExceeded | undefined {
    if (this.isSpent || this.givenUp.has(rule)) return undefined;
    if ((failures.get(rule) ?? 0) >= MOST_FAILURES) {
      this.givenUp.add(rule);
      return { exceeded: `it was too costly for ${MOST_FAILURES} other objects` };
    }
    Object.assign(this, { own: 0, exceeded: undefined, rule, ruleBegan: performance.now() });
    const outer = running;
    running = this;
    try {
      const result = evaluate();
      this.look();
      if (this.exceeded === undefined) return result;
    } finally {
      running = outer;
      this.rulesMs.set(rule, (this.rulesMs.get(rule) ?? 0) + performance.now() - this.ruleBegan);
    }
    failures.set(rule, (failures.get(rule) ?? 0) + 1);
    this.givenUp.add(rule);
    return { exceeded: this.exceeded };
  }

  /** Throws where the budget is spent; the rule is not believed any more, whatever it makes of that. */
  step(): void {
    this.own += 1;
    this.all += 1;
    if (this.own > STEPS_OF_A_RULE) this.exceeded = `more than ${STEPS_OF_A_RULE} steps`;
    else if (this.all > STEPS_OF_AN_OBJECT) this.spend(`more than ${STEPS_OF_AN_OBJECT} steps of all rules`);
    else if (this.own % STEPS_BETWEEN_LOOKS === 0) this.look();
    if (this.exceeded !== undefined) throw new RangeError(this.exceeded);
  }

  /** A rule of an item runs once for every item. */
  private look(): void {
    const now = performance.now();
    if ((this.rulesMs.get(this.rule) ?? 0) + now - this.ruleBegan > MS_OF_A_RULE)
      this.exceeded = `more than ${MS_OF_A_RULE / 1000} s`;
    else if (now - this.began > MS_OF_AN_OBJECT) this.spend(`more than ${MS_OF_AN_OBJECT / 1000} s of all rules`);
  }

  /** The server evaluates no further rule of the object either. */
  private spend(what: string): void {
    this.exceeded = what;
    this.isSpent = true;
  }
}

const failures = new Map<string, number>();
let running: CelBudget | undefined;

/** What each step of a loop calls. */
export function countStep(): void {
  running?.step();
}
