/**
 * What answers the fields of the schema, in AppSync's JavaScript. As texts, because AWS gets them as they are: a
 * bundler would add what its runtime does not have. Users are told apart by `identity.sub`, which roles have not.
 */

/** Refuses users what belongs to somebody else. */
const OWN = `
function requireOwn(ctx, customerId) {
  const user = ctx.identity.sub;
  if (user && user !== customerId) util.unauthorized();
}
`;

/** Fails with what the source said, else answers with it. */
const ANSWER = `
function answer(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.result;
}
`;

export const ORDER = `import { util } from '@aws-appsync/utils';
${OWN}${ANSWER}
export function request(ctx) {
  return { operation: 'GetItem', key: util.dynamodb.toMapValues({ orderId: ctx.args.orderId }) };
}

export function response(ctx) {
  const order = answer(ctx);
  if (order) requireOwn(ctx, order.customerId);
  return order;
}
`;

export const ORDERS_OF = `import { util } from '@aws-appsync/utils';
${OWN}${ANSWER}
export function request(ctx) {
  requireOwn(ctx, ctx.args.customerId);
  return {
    operation: 'Query',
    index: 'by-customer',
    query: {
      expression: 'customerId = :customerId',
      expressionValues: util.dynamodb.toMapValues({ ':customerId': ctx.args.customerId }),
    },
    scanIndexForward: false,
    limit: Math.min(ctx.args.limit ?? 20, 100),
    nextToken: ctx.args.nextToken,
  };
}

export function response(ctx) {
  return answer(ctx);
}
`;

/** Before and behind the steps: one order goes through all of them. */
export const PLACE_ORDER = `import { util } from '@aws-appsync/utils';
${OWN}
export function request(ctx) {
  requireOwn(ctx, ctx.args.order.customerId);
  ctx.stash.order = {
    orderId: util.autoId(),
    createdAt: util.time.nowISO8601(),
    status: 'PLACED',
    customerId: ctx.args.order.customerId,
    totalAmount: ctx.args.order.totalAmount,
  };
  return {};
}

export function response(ctx) {
  return ctx.stash.order;
}
`;

export const CHECK_ORDER = `import { util } from '@aws-appsync/utils';
${ANSWER}
export function request(ctx) {
  return { operation: 'Invoke', payload: ctx.stash.order };
}

export function response(ctx) {
  return answer(ctx);
}
`;

export const SAVE_ORDER = `import { util } from '@aws-appsync/utils';
${ANSWER}
export function request(ctx) {
  const { orderId, customerId, createdAt, status, totalAmount } = ctx.stash.order;
  return {
    operation: 'PutItem',
    key: util.dynamodb.toMapValues({ orderId }),
    attributeValues: util.dynamodb.toMapValues({ customerId, createdAt, status, totalAmount }),
    condition: { expression: 'attribute_not_exists(orderId)' },
  };
}

export function response(ctx) {
  return answer(ctx);
}
`;

/** An execution has the order's name: asked twice, Step Functions starts it once. */
export function startWorkflow(stateMachineArn: string): string {
  return `import { util } from '@aws-appsync/utils';

export function request(ctx) {
  return {
    method: 'POST',
    resourcePath: '/',
    params: {
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'AWSStepFunctions.StartExecution' },
      body: JSON.stringify({
        stateMachineArn: '${stateMachineArn}',
        name: ctx.stash.order.orderId,
        input: JSON.stringify(ctx.stash.order),
      }),
    },
  };
}

export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  if (ctx.result.statusCode !== 200) util.error('the order could not be started', 'WorkflowError');
  return ctx.result.body;
}
`;
}

export const CHANGE_ORDER_STATUS = `import { util } from '@aws-appsync/utils';
${ANSWER}
export function request(ctx) {
  return {
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues({ orderId: ctx.args.orderId }),
    update: {
      expression: 'SET #status = :status',
      expressionNames: { '#status': 'status' },
      expressionValues: util.dynamodb.toMapValues({ ':status': ctx.args.status }),
    },
    condition: { expression: 'attribute_exists(orderId)' },
  };
}

export function response(ctx) {
  return answer(ctx);
}
`;

/** Asked once, when somebody subscribes. */
export const ORDER_CHANGED = `import { util } from '@aws-appsync/utils';
${OWN}
export function request(ctx) {
  requireOwn(ctx, ctx.args.customerId);
  return { payload: null };
}

export function response() {
  return null;
}
`;
