import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alerts } from '../../charts/delivery/jenkins/alerts';
import { promqlProblem } from '../../lib/promql';

describe('alerts of Jenkins', () => {
  test.each(alerts.map((one) => [one.alert, one] as const))(
    'GIVEN %s WHEN it fires THEN Prometheus understands it, and somebody knows what to do',
    (name, { expr }) => {
      expect(promqlProblem(expr)).toBeUndefined();
      const runbook = join(__dirname, '..', '..', 'docs', 'runbooks', `${name}.md`);
      expect(existsSync(runbook)).toBe(true);
      const titles = readFileSync(runbook, 'utf8').match(/^##? .*$/gm);
      expect(titles).toEqual([`# ${name}`, '## Look at', '## Do', '## It is over when']);
    },
  );

  test('GIVEN all of them WHEN their names are read THEN none stands twice', () => {
    const names = alerts.map(({ alert }) => alert);
    expect(new Set(names).size).toBe(names.length);
  });
});
