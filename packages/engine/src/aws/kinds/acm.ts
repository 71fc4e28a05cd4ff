import { certificate as certificateAlarms } from '../alarms/network';
import { AWS_ID, none } from './answers';
import { configuration, type Service } from './kind';

const SERVICE: Service = {
  title: 'AWS Certificate Manager',
  ack: 'acm',
  crossplane: 'acm',
  cloudFormation: 'CertificateManager',
  iam: 'acm',
  dataProtection: 'https://docs.aws.amazon.com/acm/latest/userguide/data-protection.html',
};

export const certificate = configuration(SERVICE, 'Certificate', {
  forms: {
    ack: { kind: 'Certificate', late: ['keyAlgorithm', 'options'] },
    crossplane: 'Certificate',
    cloudFormation: 'AWS::CertificateManager::Certificate',
  },
  arn: AWS_ID,
  identity: AWS_ID,
  why: 'a new certificate takes its place once the domain is validated again; an imported one is lost with its private key',
  encryption: {
    // not confirmed
    atRest: {
      always: 'ACM encrypts private keys with the AWS managed key aws/acm',
      source: 'https://docs.aws.amazon.com/acm/latest/userguide/data-protection.html',
    },
    inTransit: none('is what TLS is made with: the kinds that carry it ask for TLS'),
  },
  tags: 'tags',
  backup: none('AWS Backup does not know certificates'),
  alarms: certificateAlarms,
  exposure: none('public by nature, the private key stays in ACM'),
  defaults: { keyAlgorithm: 'RSA_2048', 'options.certificateTransparencyLoggingPreference': 'ENABLED' },
});
