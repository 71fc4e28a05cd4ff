const DAY = 24 * 60;
const WEEK = 7 * DAY;
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const TIME = '([01]\\d|2[0-3]):([0-5]\\d)';
const DAILY = new RegExp(`^${TIME}-${TIME}$`);
const WEEKLY = new RegExp(`^(${DAYS.join('|')}):${TIME}-(${DAYS.join('|')}):${TIME}$`);

/** When AWS may work on a database or a cache, in UTC. A window may pass midnight, or the end of the week. */
export interface TimeWindow {
  /** Minutes after the beginning of Sunday. */
  readonly start: number;
  readonly minutes: number;
  /** After how many minutes it comes again: a day or a week. */
  readonly every: number;
}

/** `07:00-09:00`, every day; undefined for anything else. */
export function dailyWindow(text: string): TimeWindow | undefined {
  const [, ...parts] = DAILY.exec(text) ?? [];
  if (parts.length === 0) return undefined;
  const [fromHour, fromMinute, toHour, toMinute] = parts.map(Number);
  return between(fromHour! * 60 + fromMinute!, toHour! * 60 + toMinute!, DAY);
}

/** `sun:05:00-sun:05:30`, every week; undefined for anything else. AWS gives the days back in small letters. */
export function weeklyWindow(text: string): TimeWindow | undefined {
  const [, fromDay, fromHour, fromMinute, toDay, toHour, toMinute] = WEEKLY.exec(text) ?? [];
  if (fromDay === undefined || toDay === undefined) return undefined;
  const minuteOf = (day: string, hour: string, minute: string) =>
    DAYS.indexOf(day) * DAY + Number(hour) * 60 + Number(minute);
  return between(minuteOf(fromDay, fromHour!, fromMinute!), minuteOf(toDay, toHour!, toMinute!), WEEK);
}

/** Whether two windows ever have a minute in common. */
export function windowsOverlap(one: TimeWindow, other: TimeWindow): boolean {
  return occurrences(one).some((a) => occurrences(other).some((b) => a < b + other.minutes && b < a + one.minutes));
}

function between(from: number, to: number, every: number): TimeWindow {
  return { start: from, minutes: (to - from + every) % every, every };
}

/** Its beginnings in one week, and in the one before, from which it may still last. */
function occurrences({ start, every }: TimeWindow): number[] {
  const first = (start % every) - WEEK;
  return Array.from({ length: (2 * WEEK) / every }, (_, index) => first + index * every);
}
