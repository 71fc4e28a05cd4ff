import { acknowledged } from '@aws-platform/engine/acknowledgements';

const sound = {
  object: 'dynamodb.services.k8s.aws/Table aws/orders',
  effect: 'destroy',
  because: 'moved to the warehouse',
  until: '2026-12-31',
};

describe('what an environment acknowledges', () => {
  test.each([sound, { ...sound, object: '/Namespace jobs', effect: 'replace' }])(
    'GIVEN a sound entry WHEN it is checked THEN it is taken',
    (entry) => {
      expect(acknowledged.parse([entry])).toEqual([entry]);
    },
  );

  test.each([
    ['no object', { object: 'orders' }, /an object looks like/],
    ['an effect that needs none', { effect: 'update' }, /destroy/],
    ['no reason', { because: 'because' }, /at least 10 characters/],
    ['no day', { until: 'next week' }, /a day looks like 2026-12-31/],
    ['a day that there is not', { until: '2026-02-30' }, /a day looks like/],
    ['one field too many', { by: 'me' }, /by/],
  ])('GIVEN %s WHEN it is checked THEN it is refused, and what is allowed is said', (_, change, message) => {
    const { error } = acknowledged.safeParse([{ ...sound, ...change }]);
    expect(JSON.stringify(error?.issues)).toMatch(message);
  });
});
