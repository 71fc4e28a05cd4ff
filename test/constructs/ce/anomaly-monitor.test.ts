import { AnomalyMonitor } from '../../../constructs/ce/anomaly-monitor';
import { chart, manifests } from '../scope';

describe('AnomalyMonitor', () => {
  test('GIVEN the monitor that AWS made WHEN its ARN is known THEN it is taken over', () => {
    const scope = chart();
    const existingArn = 'arn:aws:ce::123456789012:anomalymonitor/1';
    new AnomalyMonitor(scope, 'services', { existingArn });
    expect(manifests(scope)['services']!.metadata.annotations).toEqual({ 'crossplane.io/external-name': existingArn });
  });
});
