import { environments } from '../../environments';
import { weeklyWindow } from '../../packages/engine/src/aws/time-window';

describe('the cache of an environment', () => {
  test.each(environments)(
    'GIVEN $name WHEN its windows are read THEN DAX and Redis are not maintained at once',
    ({ cache }) => {
      const [one, other] = [cache.redis.maintenanceWindow, cache.dax.maintenanceWindow].map(
        (text) => weeklyWindow(text)!,
      );
      expect(one!.start + one!.minutes <= other!.start || other!.start + other!.minutes <= one!.start).toBe(true);
    },
  );
});
