import { Priority, type PriorityProps } from '../../../constructs/kubernetes/priority-class';
import { chart, manifests } from '../scope';

function priority(change: Partial<PriorityProps> = {}, name = 'batch') {
  const scope = chart();
  new Priority(scope, name, { value: -10, description: 'May wait', ...change });
  return manifests(scope)[name]!;
}

describe('Priority', () => {
  test('GIVEN a value WHEN a priority is made THEN nobody has it who does not ask for it', () => {
    expect(priority({ preempts: false })).toMatchObject({
      value: -10,
      globalDefault: false,
      preemptionPolicy: 'Never',
    });
  });

  test.each<[Partial<PriorityProps>, string, string]>([
    [{ value: 1_000_000_000 }, 'batch', 'value is 1000000000, a whole number from -10 to 999999999 is allowed'],
    [{ value: -11 }, 'batch', 'value is -11, a whole number from -10 to 999999999 is allowed'],
    [{}, 'system-batch', "names that begin with 'system-' are the system's"],
  ])("GIVEN what is the system's WHEN a priority is made THEN it is refused (%#)", (change, name, message) => {
    expect(() => priority(change, name)).toThrow(message);
  });
});
