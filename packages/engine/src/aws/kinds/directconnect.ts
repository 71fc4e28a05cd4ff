import { AWS_ID, NO_ARN, NO_METRICS, NO_TAGS, none } from './answers';
import { configuration, type Service } from './kind';

const SERVICE: Service = {
  title: 'AWS Direct Connect',
  crossplane: 'directconnect',
  cloudFormation: 'DirectConnect',
  iam: 'directconnect',
  dataProtection: 'https://docs.aws.amazon.com/directconnect/latest/UserGuide/encryption-in-transit.html',
};

export const gateway = configuration(SERVICE, 'Gateway', {
  forms: { crossplane: 'Gateway', cloudFormation: 'AWS::DirectConnect::DirectConnectGateway' },
  arn: AWS_ID,
  identity: AWS_ID,
  encryption: {
    inTransit: none('carries what its connections carry: MACsec or a VPN over it encrypts'),
  },
  tags: 'tags',
  alarms: none('publishes none: its connections and virtual interfaces do'),
});

export const gatewayAssociation = configuration(SERVICE, 'GatewayAssociation', {
  forms: { crossplane: 'GatewayAssociation', cloudFormation: 'AWS::DirectConnect::DirectConnectGatewayAssociation' },
  arn: NO_ARN,
  identity: AWS_ID,
  why: 'belongs to another object, and goes and comes with it',
  tags: NO_TAGS,
  alarms: NO_METRICS,
});
