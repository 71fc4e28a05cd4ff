import { Size } from 'cdk8s';
import type { PlatformChart } from '../../../charts/platform-chart';
import { LaunchTemplate } from '../../../constructs/ec2/launch-template';
import { chart, environment, manifests } from '../scope';

describe('LaunchTemplate', () => {
  test('GIVEN only a name WHEN it is made THEN volumes are encrypted with our key, metadata is IMDSv2, and it has nothing that EKS refuses', () => {
    const scope = chart();
    new LaunchTemplate(scope, 'template');
    const data = manifests(scope)['template']!.spec['data'] as Record<string, unknown>;
    expect(data['blockDeviceMappings']).toEqual([
      {
        deviceName: '/dev/xvda',
        ebs: {
          volumeType: 'gp3',
          volumeSize: 50,
          encrypted: true,
          kmsKeyID: environment().outputs.keys.storage,
          deleteOnTermination: true,
        },
      },
    ]);
    expect(data['metadataOptions']).toEqual({ httpTokens: 'required', httpPutResponseHopLimit: 1 });
    expect(Object.keys(data).sort()).toEqual(['blockDeviceMappings', 'metadataOptions', 'tagSpecifications']);
  });

  const cases: [string, (scope: PlatformChart) => unknown, string][] = [
    ['a template name of two letters', (scope) => new LaunchTemplate(scope, 'ab'), '3 to 128 letters'],
    ['a template name with a space', (scope) => new LaunchTemplate(scope, 'a b c'), '3 to 128 letters'],
    ['version 0', (scope) => new LaunchTemplate(scope, 'template', { version: 0 }), 'from 1 to 10000'],
    [
      'a volume of 65 TiB',
      (scope) => new LaunchTemplate(scope, 'template', { volumeSize: Size.tebibytes(65) }),
      'volumeSize is 66560 GiB, a whole number from 1 to 65536 GiB is allowed',
    ],
  ];

  test.each(cases)('GIVEN %s THEN it is refused', (_what, make, message) => {
    const scope = chart();
    expect(() => make(scope)).toThrow(message);
  });
});
