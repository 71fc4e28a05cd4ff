import { cronProblem } from '../../src/aws/cron';

describe('cron expressions of AWS', () => {
  test.each([
    'cron(0 5 ? * * *)',
    'cron(0 5 * * ? *)',
    'cron(0/15 8-17 ? * MON-FRI *)',
    'cron(0 10 L * ? *)',
    'cron(0 10 3W * ? *)',
    'cron(0 10 LW JAN,JUL ? 2026-2030)',
    'cron(0 10 ? * 6#3 *)',
    'cron(0 10 ? * FRI#2 *)',
    'cron(0 10 ? * 2L *)',
    'cron(59 23 31 12 ? 2199)',
    'cron(0,30 */2 1,15 * ? *)',
  ])('GIVEN %s WHEN it is read THEN AWS takes it', (expression) => {
    expect(cronProblem(expression)).toBeUndefined();
  });

  test.each([
    ['rate(1 day)', 'is no cron expression, one looks like cron(0 5 ? * * *)'],
    ['0 5 ? * * *', 'is no cron expression'],
    ['cron(0 5 * * *)', 'has 5 fields, 6 are needed'],
    ['cron(0  5 ? * * *)', 'has 7 fields, 6 are needed'],
    ['cron(0 5 * * * *)', 'has to say ? for the day of month or for the day of week, and not for both'],
    ['cron(0 5 ? * ? *)', 'has to say ? for the day of month or for the day of week, and not for both'],
    ['cron(60 5 ? * * *)', "says '60' for the minutes, which AWS does not take"],
    ['cron(0 24 ? * * *)', "says '24' for the hours"],
    ['cron(0 5 32 * ? *)', "says '32' for the day of month"],
    ['cron(0 5 32W * ? *)', "says '32W' for the day of month"],
    ['cron(0 5 0 * ? *)', "says '0' for the day of month"],
    ['cron(0 5 1 13 ? *)', "says '13' for the month"],
    ['cron(0 5 1 jan ? *)', "says 'jan' for the month"],
    ['cron(0 5 ? * 0 *)', "says '0' for the day of week"],
    ['cron(0 5 ? * 3#6 *)', "says '3#6' for the day of week"],
    ['cron(0 5 ? * FRI-MON *)', "says 'FRI-MON' for the day of week"],
    ['cron(0 5 ? * 1-2-3 *)', "says '1-2-3' for the day of week"],
    ['cron(0/0 5 ? * * *)', "says '0/0' for the minutes"],
    ['cron(0/5/5 5 ? * * *)', "says '0/5/5' for the minutes"],
    ['cron(, 5 ? * * *)', "says ',' for the minutes"],
    ['cron(0 ? ? * * *)', "says '?' for the hours"],
    ['cron(0 5 ? * * 1969)', "says '1969' for the year"],
  ])('GIVEN %s WHEN it is read THEN the message says what is wrong', (expression, message) => {
    expect(cronProblem(expression)).toContain(message);
  });
});
