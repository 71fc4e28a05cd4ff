import { FargateLogging } from '../../../constructs/eks/fargate-logging';
import { chart, manifests } from '../scope';
import { logGroup } from './helpers';

describe('FargateLogging', () => {
  test('GIVEN a log group WHEN Fargate is to log there THEN the router finds its configuration by the names that AWS fixes', () => {
    const scope = chart();
    new FargateLogging(scope, 'logging', logGroup(scope));
    const { 'aws-logging': config, 'aws-observability': namespace } = manifests(scope);
    expect(namespace!.metadata.labels).toMatchObject({ 'aws-observability': 'enabled' });
    expect(config!.metadata.namespace).toBe('aws-observability');
    const { data } = config as unknown as { data: Record<string, string> };
    expect(Object.keys(data)).toEqual(['filters.conf', 'output.conf', 'parsers.conf']);
    expect(data['output.conf']).toContain('    log_group_name /aws/eks/production-eks-cluster/pods\n');
  });
});
