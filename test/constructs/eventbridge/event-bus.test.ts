import { EventBus } from '../../../constructs/eventbridge/event-bus';
import { chart } from '../scope';

describe('EventBus', () => {
  test('GIVEN a bus named default THEN it is refused', () => {
    expect(() => new EventBus(chart(), 'default', { description: '' })).toThrow("except 'default'");
  });
});
