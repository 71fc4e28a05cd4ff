import { Archive } from '../../../constructs/eventbridge/archive';
import { chart } from '../scope';
import { bus } from './helpers';

describe('Archive', () => {
  test('GIVEN an archive name of 49 characters THEN it is refused', () => {
    const scope = chart();
    expect(() => new Archive(scope, 'a'.repeat(49), { bus: bus(scope), description: '' })).toThrow('at most 48');
  });
});
