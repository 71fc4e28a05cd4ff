import { Size } from 'cdk8s';
import type { NodeClassProps } from '../../../constructs/karpenter/ec2-node-class';
import { chart, environment, manifests } from '../scope';
import { nodeClass } from './helpers';

describe('NodeClass', () => {
  test("GIVEN a role WHEN a class is made THEN its nodes are in private subnets and the cluster's group, encrypted, and keep their credentials from Pods", () => {
    const scope = chart({ namePrefix: 'staging-' });
    nodeClass({}, scope);
    const { keys, privateSubnetIds } = environment().outputs;
    const { metadata, spec } = manifests(scope)['al2023']!;
    expect(metadata).not.toHaveProperty('namespace');
    expect(spec).toMatchObject({
      role: 'staging-role',
      amiSelectorTerms: [{ alias: 'al2023@v20260903' }],
      subnetSelectorTerms: privateSubnetIds.map((id) => ({ id })),
      securityGroupSelectorTerms: [{ tags: { 'aws:eks:cluster-name': 'production-eks-cluster' } }],
      associatePublicIPAddress: false,
      metadataOptions: { httpTokens: 'required', httpPutResponseHopLimit: 1 },
    });
    expect(spec['blockDeviceMappings']).toEqual([
      {
        deviceName: '/dev/xvda',
        rootVolume: true,
        ebs: {
          volumeType: 'gp3',
          volumeSize: '50Gi',
          encrypted: true,
          kmsKeyID: keys.storage,
          deleteOnTermination: true,
        },
      },
    ]);
  });

  test.each<[Partial<NodeClassProps>, string]>([
    [{ imageRelease: 'latest' }, "imageRelease 'latest' (6 characters) is not allowed, only a release by its date"],
    [{ volumeSize: Size.gibibytes(10) }, 'volumeSize is 10 GiB, a whole number from 20 to 16384 GiB is allowed'],
  ])(
    'GIVEN what would change by itself or not start WHEN a class is made THEN it is refused (%#)',
    (change, message) => {
      expect(() => nodeClass(change)).toThrow(message);
    },
  );
});
