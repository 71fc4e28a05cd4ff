import { flow } from '../../../constructs/sfn/state';
import { chart } from '../scope';
import { machine, pay } from './helpers';

describe('flow', () => {
  test('GIVEN a next state that does not exist WHEN it is compiled THEN it is refused there already', () => {
    const wrong = () =>
      flow({
        startAt: 'A',
        states: {
          // @ts-expect-error B is not defined
          A: { type: 'Task', calls: pay, next: 'B' },
        },
      });
    expect(() => machine(chart(), wrong())).toThrow("States.A: Next names the state 'B', which is not defined");
  });
});
