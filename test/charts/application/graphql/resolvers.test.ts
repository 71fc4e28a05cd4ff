import { transformSync } from 'esbuild';
import * as resolvers from '../../../../charts/application/graphql/resolvers';

describe("the platform's GraphQL", () => {
  const util = {
    dynamodb: { toMapValues: (value: unknown) => value },
    autoId: () => 'id',
    time: { nowISO8601: () => 'now' },
    error: (message: string) => {
      throw new Error(message);
    },
    unauthorized: () => {
      throw new Error('unauthorized');
    },
  };
  /** The functions of a resolver, as AppSync would have them. */
  function load(code: string): Record<'request' | 'response', (ctx: unknown) => unknown> {
    const { code: text } = transformSync(code, { format: 'cjs' });
    const module = { exports: {} as ReturnType<typeof load> };
    new Function('module', 'require', text)(module, () => ({ util }));
    return module.exports;
  }

  test('GIVEN an order of somebody else WHEN a user asks for it THEN it is refused, and a role gets it', () => {
    const { response } = load(resolvers.ORDER);
    const result = { orderId: '1', customerId: 'anna' };
    expect(() => response({ identity: { sub: 'bert' }, result })).toThrow('unauthorized');
    expect(response({ identity: { sub: 'anna' }, result })).toBe(result);
    expect(response({ identity: {}, result })).toBe(result);
  });

  test.each([
    ['ORDERS_OF', resolvers.ORDERS_OF, { customerId: 'anna' }],
    ['PLACE_ORDER', resolvers.PLACE_ORDER, { order: { customerId: 'anna', totalAmount: 1 } }],
    ['ORDER_CHANGED', resolvers.ORDER_CHANGED, { customerId: 'anna' }],
  ] as const)(
    'GIVEN %s WHEN a user names another customer THEN it is refused before anything is asked',
    (_, code, args) => {
      const { request } = load(code);
      expect(() => request({ identity: { sub: 'bert' }, args, stash: {} })).toThrow('unauthorized');
      expect(() => request({ identity: { sub: 'anna' }, args, stash: {} })).not.toThrow();
    },
  );

  test('GIVEN a new order WHEN it is placed THEN it is saved once and started by its own name', () => {
    const ctx = { identity: {}, args: { order: { customerId: 'anna', totalAmount: 9 } }, stash: {} };
    load(resolvers.PLACE_ORDER).request(ctx);
    expect(load(resolvers.SAVE_ORDER).request(ctx)).toMatchObject({
      operation: 'PutItem',
      key: { orderId: 'id' },
      condition: { expression: 'attribute_not_exists(orderId)' },
    });
    const { params } = load(resolvers.startWorkflow('arn:machine')).request(ctx) as { params: { body: string } };
    expect(JSON.parse(params.body)).toMatchObject({ stateMachineArn: 'arn:machine', name: 'id' });
    expect(() => load(resolvers.startWorkflow('a')).response({ ...ctx, result: { statusCode: 400 } })).toThrow(
      'the order could not be started',
    );
  });
});
