import type { PlatformChart } from '../../../charts/platform-chart';
import { AlertManager } from '../../../constructs/amp/alert-manager-definition';
import { Topic } from '../../../constructs/sns/topic';
import { chart, manifests } from '../scope';
import { workspace } from './helpers';

const specOf = (scope: PlatformChart, name: string) => manifests(scope)[name]!.spec;

describe('AlertManager', () => {
  test('GIVEN a topic WHEN the alert manager tells it THEN its configuration names it, and its policy lets AMP publish', () => {
    const scope = chart();
    const topic = new Topic(scope, 'alerts');
    new AlertManager(scope, 'alert-manager', { workspace: workspace(scope), topic });
    expect(specOf(scope, 'alert-manager')['configuration']).toContain(`topic_arn: ${topic.arn}`);
    expect(specOf(scope, 'alerts')['policy']).toContain('"Service":"aps.amazonaws.com"');
    const fifo = new Topic(scope, 'orders.fifo', { fifo: {} });
    expect(() => new AlertManager(scope, 'other', { workspace: workspace(scope, 'other-one'), topic: fifo })).toThrow(
      /FIFO/,
    );
  });
});
