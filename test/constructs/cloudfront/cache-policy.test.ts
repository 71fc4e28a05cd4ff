import { Duration } from 'cdk8s';
import { chart } from '../scope';
import { cache } from './helpers';

describe('CachePolicy', () => {
  test('GIVEN times that do not rise THEN it is refused', () => {
    expect(() => cache(chart(), { defaultTtl: Duration.days(2) })).toThrow('only a rising order is allowed');
  });
});
