import { PullThroughCache } from '../../../constructs/ecr/pull-through-cache';
import { chart, manifests, wired } from '../scope';
import { lifecycle } from './helpers';

describe('PullThroughCache', () => {
  test('GIVEN Docker Hub WHEN it is cached THEN ECR gets in with a secret of the name that it wants, which is kept', () => {
    const scope = chart({ namePrefix: 'staging-' });
    const { uri } = new PullThroughCache(scope, 'docker-hub', { upstream: 'docker-hub', lifecycle });
    const all = wired(scope);
    expect(uri).toBe('123456789012.dkr.ecr.us-east-1.amazonaws.com/staging-docker-hub');
    expect(all['PullThroughCacheRule docker-hub']!.spec).toEqual({
      ecrRepositoryPrefix: 'staging-docker-hub',
      upstreamRegistry: 'docker-hub',
      upstreamRegistryURL: 'registry-1.docker.io',
      upstreamRepositoryPrefix: 'ROOT',
      registryID: '123456789012',
      credentialRef: { from: { name: 'docker-hub-registry' } },
    });
    const secret = all['Secret docker-hub-registry']!;
    expect(secret.spec['name']).toBe('ecr-pullthroughcache/staging-docker-hub-registry');
    expect(secret.metadata.annotations).toHaveProperty(['services.k8s.aws/deletion-policy'], 'retain');
    expect(all['RepositoryCreationTemplate docker-hub']!.spec).toMatchObject({
      prefix: 'staging-docker-hub',
      imageTagMutability: 'MUTABLE',
      encryptionConfiguration: { encryptionType: 'KMS' },
    });
  });

  test('GIVEN a registry that everybody may read WHEN it is cached THEN there is no secret', () => {
    const scope = chart();
    new PullThroughCache(scope, 'quay', { upstream: 'quay', lifecycle });
    expect(Object.keys(manifests(scope)).sort()).toEqual(['quay', 'quay-repositories']);
  });

  test('GIVEN a cache whose name is too long WHEN constructed THEN the message says so', () => {
    expect(() => new PullThroughCache(chart(), 'q'.repeat(31), { upstream: 'quay', lifecycle })).toThrow(
      '(31 characters) is not allowed, only 2 to 30 lower-case letters',
    );
  });
});
