interface Field {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** Instead of numbers, from `min` on. */
  readonly words?: readonly string[];
  /** What it may say besides values, ranges and steps. */
  readonly special?: RegExp;
}

/** Their order and bounds: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html */
const FIELDS: readonly Field[] = [
  { name: 'minutes', min: 0, max: 59 },
  { name: 'hours', min: 0, max: 23 },
  { name: 'day of month', min: 1, max: 31, special: /^(?:L|LW|([12]?\d|3[01])W)$/ },
  {
    name: 'month',
    min: 1,
    max: 12,
    words: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
  },
  {
    name: 'day of week',
    min: 1,
    max: 7,
    words: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'],
    special: /^(?:L|[1-7]L|(?:[1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)#[1-5])$/,
  },
  { name: 'year', min: 1970, max: 2199 },
];
const DAY_OF_MONTH = 2;
const DAY_OF_WEEK = 4;

/** What AWS would not take of `cron(0 5 ? * SUN *)`; undefined where it takes it. */
export function cronProblem(expression: string): string | undefined {
  const [, inner] = /^cron\((.*)\)$/.exec(expression) ?? [];
  if (inner === undefined) return 'is no cron expression, one looks like cron(0 5 ? * * *)';
  const texts = inner.split(' ');
  if (texts.length !== FIELDS.length) return `has ${texts.length} fields, ${FIELDS.length} are needed`;
  const anyDays = [DAY_OF_MONTH, DAY_OF_WEEK].filter((index) => texts[index] === '?');
  if (anyDays.length !== 1) return 'has to say ? for the day of month or for the day of week, and not for both';
  const wrong = FIELDS.findIndex((field, index) => !anyDays.includes(index) && !isAllowed(field, texts[index]!));
  return wrong < 0 ? undefined : `says '${texts[wrong]}' for the ${FIELDS[wrong]!.name}, which AWS does not take`;
}

function isAllowed(field: Field, text: string): boolean {
  return text.split(',').every((part) => field.special?.test(part) || isRange(field, part));
}

function isRange(field: Field, part: string): boolean {
  const [range = '', step, ...rest] = part.split('/');
  if (rest.length > 0 || (step !== undefined && !/^[1-9]\d*$/.test(step))) return false;
  if (range === '*') return true;
  const ends = range.split('-').map((end) => numberOf(field, end));
  const [from = NaN, to = from] = ends;
  return ends.length <= 2 && from >= field.min && to <= field.max && from <= to;
}

/** NaN for what is neither a number nor one of the field's words. */
function numberOf({ min, words = [] }: Field, text: string): number {
  if (words.includes(text)) return words.indexOf(text) + min;
  return /^\d+$/.test(text) ? Number(text) : NaN;
}
