import type { FieldRules } from './field-rule';

/** What has to be set so that nothing crosses a network in plain text. Fields by the CRDs; defaults by AWS's API references. */
export const transportFields: FieldRules = {
  'apigatewayv2.aws.m.upbound.io/DomainName': [
    { path: 'spec.forProvider.domainNameConfiguration.securityPolicy', must: { beOneOf: ['TLS_1_2'] } },
  ],
  'apigatewayv2.services.k8s.aws/DomainName': [
    { path: 'spec.domainNameConfigurations[].securityPolicy', must: { beOneOf: ['TLS_1_2'] } },
  ],
  'apigatewayv2.services.k8s.aws/Integration': [{ path: 'spec.integrationURI', must: { notMatch: /^http:\/\// } }],
  'appsync.aws.m.upbound.io/APICache': [{ path: 'spec.forProvider.transitEncryptionEnabled', must: { equal: true } }],
  'appsync.aws.m.upbound.io/Datasource': [
    { path: 'spec.forProvider.httpConfig.endpoint', must: { notMatch: /^http:\/\// } },
    { path: 'spec.forProvider.elasticsearchConfig.endpoint', must: { notMatch: /^http:\/\// } },
    { path: 'spec.forProvider.opensearchserviceConfig.endpoint', must: { notMatch: /^http:\/\// } },
  ],
  'cloudfront.services.k8s.aws/Distribution': [
    {
      path: 'spec.distributionConfig.defaultCacheBehavior.viewerProtocolPolicy',
      must: { beOneOf: ['redirect-to-https', 'https-only'] },
    },
    {
      path: 'spec.distributionConfig.cacheBehaviors.items[].viewerProtocolPolicy',
      must: { beOneOf: ['redirect-to-https', 'https-only'] },
    },
    {
      path: 'spec.distributionConfig.viewerCertificate.minimumProtocolVersion',
      must: { beOneOf: ['TLSv1.2_2021', 'TLSv1.2_2025', 'TLSv1.3_2025'] },
    },
    { path: 'spec.distributionConfig.viewerCertificate.cloudFrontDefaultCertificate', must: { absentOr: false } },
    {
      path: 'spec.distributionConfig.origins.items[].customOriginConfig?.originProtocolPolicy',
      must: { equal: 'https-only' },
    },
    {
      path: 'spec.distributionConfig.origins.items[].customOriginConfig?.originSSLProtocols.items[]',
      must: { beOneOf: ['TLSv1.2'] },
    },
  ],
  'cloudfront.services.k8s.aws/VPCOrigin': [
    { path: 'spec.vpcOriginEndpointConfig.originProtocolPolicy', must: { equal: 'https-only' } },
    { path: 'spec.vpcOriginEndpointConfig.originSSLProtocols.items[]', must: { beOneOf: ['TLSv1.2'] } },
  ],
  'cloudwatchevents.aws.m.upbound.io/APIDestination': [
    { path: 'spec.forProvider.invocationEndpoint', must: { notMatch: /^http:\/\// } },
  ],
  'cloudwatchevents.aws.m.upbound.io/Connection': [
    { path: 'spec.forProvider.authParameters.oauth.authorizationEndpoint', must: { notMatch: /^http:\/\// } },
  ],
  'dax.aws.m.upbound.io/Cluster': [{ path: 'spec.forProvider.clusterEndpointEncryptionType', must: { equal: 'TLS' } }],
  'dms.aws.m.upbound.io/Endpoint': [
    {
      path: 'spec.forProvider.sslMode',
      must: { beOneOf: ['require', 'verify-ca', 'verify-full'] },
      when: [
        {
          path: 'spec.forProvider.engineName',
          must: {
            beOneOf: [
              'postgres',
              'aurora-postgresql',
              'mysql',
              'mariadb',
              'aurora',
              'oracle',
              'sqlserver',
              'mongodb',
              'docdb',
              'db2',
              'azuredb',
              'sybase',
            ],
          },
        },
      ],
    },
    {
      path: 'spec.forProvider.kafkaSettings.securityProtocol',
      must: { beOneOf: ['ssl-encryption', 'ssl-authentication', 'sasl-ssl'] },
      when: [{ path: 'spec.forProvider.engineName', must: { equal: 'kafka' } }],
    },
    {
      path: 'spec.forProvider.redisSettings.sslSecurityProtocol',
      must: { absentOr: 'ssl-encryption' },
      when: [{ path: 'spec.forProvider.engineName', must: { equal: 'redis' } }],
    },
  ],
  'elasticache.aws.m.upbound.io/ReplicationGroup': [
    { path: 'spec.forProvider.transitEncryptionEnabled', must: { equal: true } },
    { path: 'spec.forProvider.transitEncryptionMode', must: { absentOr: 'required' } },
  ],
  'elasticache.services.k8s.aws/CacheCluster': [
    {
      path: 'spec.transitEncryptionEnabled',
      must: { equal: true },
      unless: [{ path: 'spec.replicationGroupID', must: 'be set' }],
    },
  ],
  'elasticache.services.k8s.aws/ReplicationGroup': [{ path: 'spec.transitEncryptionEnabled', must: { equal: true } }],
  'elbv2.k8s.aws/IngressClassParams': [{ path: 'spec.sslPolicy', must: { match: /^ELBSecurityPolicy-TLS13-1-[23]-/ } }],
  'elbv2.services.k8s.aws/Listener': [
    {
      path: 'spec.protocol',
      must: { beOneOf: ['HTTPS', 'TLS'] },
      unless: [{ path: 'spec.defaultActions[].redirectConfig.protocol', must: { equal: 'HTTPS' } }],
    },
    {
      path: 'spec.sslPolicy',
      must: { match: /^ELBSecurityPolicy-TLS13-1-[23]-/ },
      when: [{ path: 'spec.protocol', must: { beOneOf: ['HTTPS', 'TLS'] } }],
    },
    {
      path: 'spec.defaultActions[].redirectConfig?.protocol',
      must: { beOneOf: ['HTTPS', '#{protocol}'] },
      when: [{ path: 'spec.defaultActions[].type', must: { equal: 'redirect' } }],
    },
  ],
  'elbv2.services.k8s.aws/Rule': [
    { path: 'spec.actions[].redirectConfig?.protocol', must: { beOneOf: ['HTTPS', '#{protocol}'] } },
  ],
  'firehose.services.k8s.aws/DeliveryStream': [
    { path: 'spec.httpEndpointDestinationConfiguration.endpointConfiguration.url', must: { notMatch: /^http:\/\// } },
  ],
  'gateway.k8s.aws/LoadBalancerConfiguration': [
    { path: 'spec.listenerConfigurations[].sslPolicy', must: { match: /^ELBSecurityPolicy-TLS13-1-[23]-/ } },
  ],
  'memorydb.services.k8s.aws/Cluster': [{ path: 'spec.tlsEnabled', must: { absentOr: true } }],
  'rds.aws.m.upbound.io/Proxy': [{ path: 'spec.forProvider.requireTls', must: { equal: true } }],
  'rds.services.k8s.aws/DBProxy': [{ path: 'spec.requireTLS', must: { equal: true } }],
  'sns.services.k8s.aws/Subscription': [
    { path: 'spec.protocol', must: { notEqual: 'http' } },
    { path: 'spec.endpoint', must: { notMatch: /^http:\/\// } },
  ],
};
