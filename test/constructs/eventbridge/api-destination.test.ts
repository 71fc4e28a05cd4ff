import { ApiDestination } from '../../../constructs/eventbridge/api-destination';
import { Connection } from '../../../constructs/eventbridge/connection';
import { chart } from '../scope';

describe('ApiDestination', () => {
  test('GIVEN an endpoint without TLS THEN it is refused', () => {
    const scope = chart();
    expect(
      () =>
        new ApiDestination(scope, 'd', {
          connection: new Connection(scope, 'c', {
            description: '',
            apiKey: { header: 'h', secret: { name: 's', key: 'k' } },
          }),
          description: '',
          endpoint: 'http://a.b',
          method: 'POST',
          ratePerSecond: 1,
        }),
    ).toThrow('an https URL');
  });
});
