import { join } from 'node:path';
import { ApiObject } from 'cdk8s';
import { schemasOf } from '../../packages/engine/src/schema/default';
import { collect } from '../../packages/engine/src/synth/collect';
import { requireValid } from '../../packages/engine/src/synth/valid';
import { chart } from '../constructs/scope';
import { ROOT } from '../repository';

const schemas = schemasOf({ imports: join(ROOT, 'imports') });

describe('requireValid', () => {
  test('GIVEN a chart with objects that the API server would refuse WHEN synthesized THEN each is named by its construct, with what is wrong', () => {
    const scope = chart();
    new ApiObject(scope, 'queue', {
      apiVersion: 'sqs.services.k8s.aws/v1alpha1',
      kind: 'Queue',
      metadata: { name: 'a' },
      spec: { queueName: 'a', visibilityTimeout: 30 },
    });
    new ApiObject(scope, 'widget', { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'a' } });
    expect(() => requireValid(collect(scope), schemas)).toThrow(
      'production/test/chart/queue: spec.visibilityTimeout: must be string, got 30 [type]\nproduction/test/chart/widget: kind: no schema describes Widget of example.com/v1',
    );
  });
});
