import type { AlarmedKind, AlarmOfKind } from './alarm';

export const lambdaFunction: AlarmedKind = {
  service: 'lambda',
  namespace: 'AWS/Lambda',
  subjects: ({ name, field }) => [
    {
      dimensions: { FunctionName: name },
      alarms: [
        {
          name: 'errors',
          metric: 'Errors',
          statistic: 'Sum',
          threshold: ({ functionErrors }) => functionErrors,
          says: 'fails: its log group and its traces say why',
        },
        {
          name: 'throttles',
          metric: 'Throttles',
          statistic: 'Sum',
          threshold: ({ functionThrottles }) => functionThrottles,
          says: 'may not run more often at once: its reserved concurrency, or that of the account, is used up',
        },
        {
          name: 'duration',
          metric: 'Duration',
          statistic: 'Maximum',
          // AWS's default is 3 s
          threshold: ({ functionTimeoutPercent }) => Number(field('timeout') ?? 3) * 10 * functionTimeoutPercent,
          periods: 3,
          says: 'takes nearly as long as it may',
        },
        {
          name: 'lost',
          metric: 'DestinationDeliveryFailures',
          statistic: 'Sum',
          threshold: 0,
          says: 'lost an event that it could not handle: the destination of its failures took it neither',
        },
      ],
    },
  ],
};

/** Those that read a stream: only there has a position to start from been given. */
export const eventSourceMapping: AlarmedKind = {
  service: 'lambda-source',
  namespace: 'AWS/Lambda',
  subjects: ({ field, nameOf }) => {
    if (field('startingPosition') === undefined) return [];
    const reference = field('functionRef.from.name');
    const name =
      reference === undefined ? field('functionName') : nameOf('lambda.services.k8s.aws/Function', String(reference));
    return [
      {
        dimensions: { FunctionName: String(name) },
        alarms: [
          {
            name: 'iterator-age',
            metric: 'IteratorAge',
            statistic: 'Maximum',
            threshold: ({ streamAgeSeconds }) => streamAgeSeconds * 1_000,
            periods: 3,
            says: 'reads its stream too slowly, or hangs at a record that it cannot handle',
          },
        ],
      },
    ];
  },
};

export const api: AlarmedKind = {
  service: 'api',
  namespace: 'AWS/ApiGateway',
  subjects: ({ field, late }) => [
    { dimensions: { ApiId: late('status.apiID') }, alarms: field('protocolType') === 'WEBSOCKET' ? webSocket : http },
  ],
};

const http: readonly AlarmOfKind[] = [
  {
    name: 'errors',
    metric: '5xx',
    statistic: 'Sum',
    threshold: ({ serverErrors }) => serverErrors,
    says: 'answers with errors: look at its integrations',
  },
  {
    name: 'latency',
    metric: 'Latency',
    statistic: 'p95',
    threshold: ({ latencyMs }) => latencyMs,
    periods: 3,
    says: 'answers slowly',
  },
];

const webSocket: readonly AlarmOfKind[] = [
  {
    name: 'errors',
    metric: 'ExecutionError',
    statistic: 'Sum',
    threshold: ({ serverErrors }) => serverErrors,
    says: 'could not call an integration',
  },
  {
    name: 'integration-errors',
    metric: 'IntegrationError',
    statistic: 'Sum',
    threshold: ({ serverErrors }) => serverErrors,
    says: 'has an integration that answers with errors',
  },
];

export const graphqlApi: AlarmedKind = {
  service: 'appsync',
  namespace: 'AWS/AppSync',
  subjects: ({ late }) => [
    {
      dimensions: { GraphQLAPIId: late('status.atProvider.id') },
      alarms: [
        {
          name: 'errors',
          metric: '5XXError',
          statistic: 'Sum',
          threshold: ({ serverErrors }) => serverErrors,
          says: 'answers with errors',
        },
      ],
    },
  ],
};

export const stateMachine: AlarmedKind = {
  service: 'states',
  namespace: 'AWS/States',
  subjects: ({ arn }) => [
    {
      dimensions: { StateMachineArn: arn },
      alarms: [
        {
          name: 'failed',
          metric: 'ExecutionsFailed',
          statistic: 'Sum',
          threshold: 0,
          says: 'did not come to its end: the execution says in which state',
        },
        {
          name: 'timed-out',
          metric: 'ExecutionsTimedOut',
          statistic: 'Sum',
          threshold: 0,
          says: 'took longer than it may',
        },
      ],
    },
  ],
};

export const buildProject: AlarmedKind = {
  service: 'codebuild',
  namespace: 'AWS/CodeBuild',
  subjects: ({ name }) => [
    {
      dimensions: { ProjectName: name },
      alarms: [
        {
          name: 'failed',
          metric: 'FailedBuilds',
          statistic: 'Sum',
          threshold: ({ failedBuilds }) => failedBuilds,
          period: 3_600,
          says: 'fails again and again',
        },
      ],
    },
  ],
};
