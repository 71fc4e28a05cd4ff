import { none } from './answers';
import { is, isSet, matches } from './demand';
import { kind, type Service } from './kind';

const SERVICE: Service = {
  title: 'Amazon OpenSearch Service',
  ack: 'opensearchservice',
  crossplane: 'opensearch',
  cloudFormation: 'OpenSearchService',
  iam: 'es',
  dataProtection: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html',
};

export const domain = kind(SERVICE, 'Domain', {
  forms: {
    ack: 'Domain',
    crossplane: {
      kind: 'Domain',
      fields: {
        name: 'domainName',
        encryptionAtRestOptions: 'encryptAtRest',
        nodeToNodeEncryptionOptions: 'nodeToNodeEncryption',
      },
    },
    cloudFormation: { kind: 'AWS::OpenSearchService::Domain', fields: { name: 'DomainName' } },
  },
  arn: 'domain/{name}',
  identity: ['name'],
  stateful: 'its indices',
  encryption: {
    atRest: {
      demands: [is('encryptionAtRestOptions.enabled', true), isSet('encryptionAtRestOptions.kmsKeyID')],
      source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html',
    },
    inTransit: {
      demands: [
        is('nodeToNodeEncryptionOptions.enabled', true),
        is('domainEndpointOptions.enforceHTTPS', true),
        matches('domainEndpointOptions.tlsSecurityPolicy', /^Policy-Min-TLS-1-[23]/),
      ],
      source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html',
    },
    key: {
      field: 'encryptionAtRestOptions.kmsKeyID',
      controller: ['kms:CreateGrant', 'kms:DescribeKey'],
      users: {},
      note: 'the domain uses the key by a grant; who searches needs no right on it',
      source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html',
    },
  },
  tags: 'tags',
  protection: none('OpenSearch Service has none'),
  backup: none('AWS Backup does not know domains; the service keeps hourly snapshots of 14 days by itself'),
  alarms: {
    service: 'opensearch',
    namespace: 'AWS/ES',
    subjects: ({ name, place }) => [
      {
        dimensions: { ClientId: place.account, DomainName: name },
        alarms: [
          {
            name: 'red',
            metric: 'ClusterStatus.red',
            statistic: 'Maximum',
            threshold: 0,
            says: 'has an index without a primary shard: what is in it cannot be read',
          },
          {
            name: 'writes-blocked',
            metric: 'ClusterIndexWritesBlocked',
            statistic: 'Maximum',
            threshold: 0,
            says: 'takes no writes: it has no space or no memory left',
          },
        ],
      },
    ],
  },
  exposure: { demands: [isSet('vpcOptions')] },
});
