import type { PlatformChart } from '../../../charts/platform-chart';
import { AppRunnerService, type AppRunnerServiceProps } from '../../../constructs/apprunner/service';
import { SecurityGroup } from '../../../constructs/ec2/security-group';
import { chart, wired } from '../scope';

const REPOSITORY = {
  arn: 'arn:aws:ecr:us-east-1:123456789012:repository/app',
  uri: '123456789012.dkr.ecr.us-east-1.amazonaws.com/app',
};
const DIGEST = `sha256:${'a'.repeat(64)}`;

function service(scope: PlatformChart, props: Partial<AppRunnerServiceProps> = {}, id = 'shop'): AppRunnerService {
  return new AppRunnerService(scope, id, {
    image: { repository: REPOSITORY, digest: DIGEST },
    port: 8080,
    cpu: 1_024,
    memoryMb: 2_048,
    scaling: { min: 1, max: 4, concurrency: 100 },
    healthCheck: { path: '/healthz' },
    securityGroup: new SecurityGroup(scope, 'shop-group', { description: 'Shop' }),
    ...props,
  });
}

describe('AppRunnerService', () => {
  test('GIVEN an image WHEN it is made THEN it runs by its digest, is reached from the VPC only, encrypted and traced', () => {
    const scope = chart();
    service(scope);
    const all = wired(scope);
    expect(all['Service shop']!.spec['forProvider']).toMatchObject({
      serviceName: 'shop',
      sourceConfiguration: {
        autoDeploymentsEnabled: false,
        authenticationConfiguration: {
          accessRoleArn: 'arn:aws:iam::123456789012:role/platform/apprunner-shop-access',
        },
        imageRepository: { imageIdentifier: `${REPOSITORY.uri}@${DIGEST}`, imageConfiguration: { port: '8080' } },
      },
      instanceConfiguration: { cpu: '1024', memory: '2048' },
      networkConfiguration: {
        egressConfiguration: { egressType: 'VPC' },
        ingressConfiguration: { isPubliclyAccessible: false },
      },
      observabilityConfiguration: { observabilityEnabled: true },
      encryptionConfiguration: { kmsKey: scope.environment.outputs.keys.logs },
    });
    const { pull } = all['Role apprunner-shop-access']!.spec['inlinePolicies'] as Record<string, string>;
    expect(JSON.parse(pull!).Statement[1].Resource).toBe(REPOSITORY.arn);
  });

  test('GIVEN other numbers WHEN it scales THEN that is another configuration, because AWS cannot change one', () => {
    const scope = chart({ namePrefix: 'staging-' });
    service(scope, { scaling: { min: 2, max: 5, concurrency: 50 } });
    expect(wired(scope)['AutoScalingConfigurationVersion shop-2-5-50']!.spec['forProvider']).toMatchObject({
      autoScalingConfigurationName: 'staging-shop-2-5-50',
      minSize: 2,
      maxSize: 5,
      maxConcurrency: 50,
    });
  });

  const bad: [string, Partial<AppRunnerServiceProps>, string][] = [
    [
      'a tag',
      { image: { repository: REPOSITORY, digest: 'latest' } },
      "shop: image.digest 'latest' (6 characters) is not allowed, only sha256: and 64 hexadecimal digits",
    ],
    ['a port that is none', { port: 0 }, 'shop: port is 0, a whole number from 1 to 65535 is allowed'],
    ['a CPU that AWS does not have', { cpu: 100 }, 'shop: cpu is 100, allowed are 256, 512, 1024, 2048, 4096'],
    [
      'memory that does not go with the CPU',
      { cpu: 256 },
      'shop: memoryMb is 2048, with 256 units of CPU only 512, 1024 MB are allowed',
    ],
    [
      'no instance',
      { scaling: { min: 0, max: 1, concurrency: 1 } },
      'shop: scaling.min is 0, a whole number from 1 to 25 is allowed',
    ],
    [
      'less at the most than at the least',
      { scaling: { min: 3, max: 2, concurrency: 1 } },
      'shop: scaling.max is 2, a whole number from 3 to 25 is allowed',
    ],
    [
      'too many requests at once',
      { scaling: { min: 1, max: 1, concurrency: 201 } },
      'shop: scaling.concurrency is 201, a whole number from 1 to 200 is allowed',
    ],
    [
      'a health check of no path',
      { healthCheck: { path: 'healthz' } },
      "shop: healthCheck.path 'healthz' (7 characters) is not allowed, only a path that begins with /",
    ],
    [
      'a health check that is too rare',
      { healthCheck: { path: '/', intervalSeconds: 21 } },
      'shop: healthCheck.intervalSeconds is 21, a whole number from 1 to 20 is allowed',
    ],
  ];

  test.each(bad)('GIVEN %s WHEN it is made THEN it is refused: where, what, what is allowed', (_, props, message) => {
    expect(() => service(chart(), props)).toThrow(message);
  });

  test.each([
    ['a name that is too short', 'a', "service name 'a' (1 characters) is not allowed, only 4 to 40 letters"],
    ['a name that is too long', 'a'.repeat(33), 'service name has 33 characters, at most 32 are allowed'],
    [
      'a name that leaves no place for numbers',
      'a'.repeat(25),
      'name of the scaling configuration has 33 characters, at most 32 are allowed',
    ],
  ])('GIVEN %s WHEN it is made THEN it is refused', (_, id, message) => {
    expect(() => service(chart(), {}, id)).toThrow(message);
  });
});
