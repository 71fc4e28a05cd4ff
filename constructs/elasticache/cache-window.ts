import { dailyWindow, type TimeWindow, weeklyWindow } from '@aws-platform/engine/aws';

/** In minutes: https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html */
const SHORTEST = 60;

/** Reads a window of a cache, and hands what AWS would refuse of it to `fail`. */
export function requireWindow(
  period: 'daily' | 'weekly',
  field: string,
  text: string,
  fail: (message: string) => never,
): TimeWindow {
  const [parse, example] =
    period === 'daily' ? ([dailyWindow, '03:00-04:00'] as const) : ([weeklyWindow, 'sun:05:00-sun:06:00'] as const);
  const window = parse(text) ?? fail(`${field} '${text}' is not allowed, only a range in UTC such as ${example}`);
  if (window.minutes < SHORTEST)
    fail(`${field} ${text} is ${window.minutes} minutes long, at least ${SHORTEST} are required`);
  return window;
}
