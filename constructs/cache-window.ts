const HOUR = 60;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html */
const SHORTEST = HOUR;
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const TIME = '([01]\\d|2[0-3]):([0-5]\\d)';
const DAILY = new RegExp(`^${TIME}-${TIME}$`);
const WEEKLY = new RegExp(`^(${DAYS.join('|')}):${TIME}-(${DAYS.join('|')}):${TIME}$`);

/** A time in UTC that comes again and again; both in minutes. */
export interface Window {
  /** After midnight, of Sunday where it is weekly. */
  readonly start: number;
  readonly length: number;
}

/** `03:00-04:00`, over midnight too; undefined for what is no such text. */
export function dailyWindow(text: string): Window | undefined {
  const found = DAILY.exec(text);
  if (!found) return undefined;
  const [, hour, minute, lastHour, lastMinute] = found;
  return windowOf(minutes(hour, minute), minutes(lastHour, lastMinute), DAY);
}

/** `sun:23:00-mon:01:30`, over the week's end too; undefined for what is no such text. */
export function weeklyWindow(text: string): Window | undefined {
  const found = WEEKLY.exec(text);
  if (!found) return undefined;
  const [, day = '', hour, minute, lastDay = '', lastHour, lastMinute] = found;
  const start = DAYS.indexOf(day) * DAY + minutes(hour, minute);
  return windowOf(start, DAYS.indexOf(lastDay) * DAY + minutes(lastHour, lastMinute), WEEK);
}

/** Reads a window of a cache, and hands what AWS would refuse of it to `fail`. */
export function requireWindow(
  period: 'daily' | 'weekly',
  field: string,
  text: string,
  fail: (message: string) => never,
): Window {
  const [parse, example] =
    period === 'daily' ? ([dailyWindow, '03:00-04:00'] as const) : ([weeklyWindow, 'sun:05:00-sun:06:00'] as const);
  const window = parse(text) ?? fail(`${field} '${text}' is not allowed, only a range in UTC such as ${example}`);
  if (window.length < SHORTEST)
    fail(`${field} ${text} is ${window.length} minutes long, at least ${SHORTEST} are required`);
  return window;
}

/** Whether a daily window meets a weekly one on any day. */
export function meet(daily: Window, weekly: Window): boolean {
  return DAYS.some((_, day) => {
    const start = daily.start + day * DAY;
    return after(start, weekly.start) < weekly.length || after(weekly.start, start) < daily.length;
  });
}

function minutes(hour = '', minute = ''): number {
  return Number(hour) * HOUR + Number(minute);
}

function windowOf(start: number, end: number, period: number): Window {
  return { start, length: (end - start + period) % period };
}

/** How long `moment` is after `since`, round the week. */
function after(moment: number, since: number): number {
  return (moment - since + WEEK) % WEEK;
}
