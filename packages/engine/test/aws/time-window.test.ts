import { dailyWindow, weeklyWindow, windowsOverlap } from '../../src/aws/time-window';

describe('windows', () => {
  test.each([
    ['the same hour', '05:00-06:00', 'sun:05:00-sun:06:00', true],
    ['the hour before', '04:00-05:00', 'sun:05:00-sun:06:00', false],
    ['the hour after', '06:00-07:00', 'sun:05:00-sun:06:00', false],
    ['one minute', '04:00-05:01', 'sun:05:00-sun:06:00', true],
    ['all around it', '04:00-08:00', 'wed:05:00-wed:06:00', true],
    ['over midnight', '23:30-00:30', 'tue:00:00-tue:01:00', true],
    ["over the week's end", '23:00-00:30', 'sun:00:00-sun:01:00', true],
    ["maintenance over the week's end", '00:30-01:30', 'sat:23:00-sun:01:00', true],
    ['another hour of a long maintenance', '02:00-03:00', 'mon:22:00-tue:02:30', true],
  ])(
    'GIVEN %s WHEN a daily window is laid on a weekly one THEN it is known whether they meet',
    (_what, daily, weekly, expected) => {
      expect(windowsOverlap(dailyWindow(daily)!, weeklyWindow(weekly)!)).toBe(expected);
    },
  );
});
