import { distribution as distributionAlarms } from '../alarms/network';
import { AWS_ID, NO_ARN, NO_METRICS, NO_TAGS, none, unknown } from './answers';
import { is, isAbsentOr, isOneOf, isSet } from './demand';
import { configuration, type Service } from './kind';

const SERVICE: Service = {
  title: 'Amazon CloudFront',
  ack: 'cloudfront',
  crossplane: 'cloudfront',
  cloudFormation: 'CloudFront',
  iam: 'cloudfront',
  dataProtection: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/data-protection-summary.html',
};

export const distribution = configuration(SERVICE, 'Distribution', {
  forms: {
    ack: 'Distribution',
    crossplane: {
      kind: 'Distribution',
      fields: {
        'distributionConfig.cacheBehaviors.items[].viewerProtocolPolicy': 'orderedCacheBehavior[].viewerProtocolPolicy',
        'distributionConfig.defaultCacheBehavior.viewerProtocolPolicy': 'defaultCacheBehavior.viewerProtocolPolicy',
        'distributionConfig.origins.items[].customOriginConfig?.originProtocolPolicy':
          'origin[].customOriginConfig?.originProtocolPolicy',
        'distributionConfig.origins.items[].customOriginConfig?.originSSLProtocols.items[]':
          'origin[].customOriginConfig?.originSslProtocols[]',
        'distributionConfig.viewerCertificate.cloudFrontDefaultCertificate':
          'viewerCertificate.cloudfrontDefaultCertificate',
        'distributionConfig.viewerCertificate.minimumProtocolVersion': 'viewerCertificate.minimumProtocolVersion',
        'distributionConfig.webACLID': 'webAclId',
      },
    },
    cloudFormation: 'AWS::CloudFront::Distribution',
  },
  arn: AWS_ID,
  identity: AWS_ID,
  why: 'is a cache and configuration; its domain name changes with it, and DNS records follow',
  encryption: {
    // not confirmed
    atRest: {
      always: 'caches of the edge are encrypted disks',
      source: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/data-protection-summary.html',
    },
    inTransit: {
      demands: [
        isOneOf('distributionConfig.defaultCacheBehavior.viewerProtocolPolicy', ['redirect-to-https', 'https-only']),
        isOneOf('distributionConfig.cacheBehaviors.items[].viewerProtocolPolicy', ['redirect-to-https', 'https-only']),
        isOneOf('distributionConfig.viewerCertificate.minimumProtocolVersion', [
          'TLSv1.2_2021',
          'TLSv1.2_2025',
          'TLSv1.3_2025',
        ]),
        isAbsentOr('distributionConfig.viewerCertificate.cloudFrontDefaultCertificate', false),
        is('distributionConfig.origins.items[].customOriginConfig?.originProtocolPolicy', 'https-only'),
        isOneOf('distributionConfig.origins.items[].customOriginConfig?.originSSLProtocols.items[]', ['TLSv1.2']),
      ],
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-distribution.html',
    },
  },
  tags: 'tags',
  protection: none('AWS refuses to delete a distribution that is enabled'),
  backup: none('AWS Backup does not know CloudFront'),
  alarms: distributionAlarms,
  exposure: { demands: [isSet('distributionConfig.webACLID')] },
  internet: 'always',
  edges: {
    'distributionConfig.cacheBehaviors.items[].realtimeLogConfigARN': 'event out',
    'distributionConfig.defaultCacheBehavior.realtimeLogConfigARN': 'event out',
    'distributionConfig.origins.items[].domainName': 'network out',
    'distributionConfig.webACLID': 'network in',
  },
});

export const cachePolicy = configuration(SERVICE, 'CachePolicy', {
  forms: { ack: 'CachePolicy', crossplane: 'CachePolicy', cloudFormation: 'AWS::CloudFront::CachePolicy' },
  arn: AWS_ID,
  identity: AWS_ID,
  tags: NO_TAGS,
  alarms: NO_METRICS,
});

export const responseHeadersPolicy = configuration(SERVICE, 'ResponseHeadersPolicy', {
  forms: {
    ack: 'ResponseHeadersPolicy',
    crossplane: 'ResponseHeadersPolicy',
    cloudFormation: 'AWS::CloudFront::ResponseHeadersPolicy',
  },
  arn: AWS_ID,
  identity: AWS_ID,
  tags: NO_TAGS,
  alarms: NO_METRICS,
});

export const originAccessControl = configuration(SERVICE, 'OriginAccessControl', {
  forms: {
    ack: 'OriginAccessControl',
    crossplane: 'OriginAccessControl',
    cloudFormation: 'AWS::CloudFront::OriginAccessControl',
  },
  arn: AWS_ID,
  identity: AWS_ID,
  tags: NO_TAGS,
  alarms: NO_METRICS,
});

export const monitoringSubscription = configuration(SERVICE, 'MonitoringSubscription', {
  forms: { crossplane: 'MonitoringSubscription', cloudFormation: 'AWS::CloudFront::MonitoringSubscription' },
  arn: NO_ARN,
  identity: AWS_ID,
  tags: NO_TAGS,
  alarms: none('makes metrics of its distribution'),
});

export const realtimeLogConfig = configuration(SERVICE, 'RealtimeLogConfig', {
  forms: { crossplane: 'RealtimeLogConfig', cloudFormation: 'AWS::CloudFront::RealtimeLogConfig' },
  arn: { resource: 'realtime-log-config/{name}', global: true },
  identity: ['name'],
  encryption: {
    atRest: none('its records go to a stream, encrypted as the stream says'),
  },
  tags: NO_TAGS,
  alarms: none('its stream has alarms'),
  edges: { 'endpoint.kinesisStreamConfig.streamArn': 'event out' },
});

export const functionKind = configuration(SERVICE, 'Function', {
  forms: {
    ack: { kind: 'Function', without: { tags: none('its kind has no field for tags') } },
    crossplane: { kind: 'Function', fields: { name: '@name' } },
    cloudFormation: 'AWS::CloudFront::Function',
  },
  arn: { resource: 'function/{name}', global: true },
  identity: ['name'],
  tags: 'tags',
  alarms: none('not watched: not in use'),
});

export const vpcOrigin = configuration(SERVICE, 'VpcOrigin', {
  forms: { ack: 'VPCOrigin', crossplane: 'VPCOrigin', cloudFormation: 'AWS::CloudFront::VpcOrigin' },
  arn: unknown('its shape, vpcorigin/<id>, is not confirmed'),
  identity: AWS_ID,
  encryption: {
    inTransit: {
      demands: [
        is('vpcOriginEndpointConfig.originProtocolPolicy', 'https-only'),
        isOneOf('vpcOriginEndpointConfig.originSSLProtocols.items[]', ['TLSv1.2']),
      ],
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-vpcorigin.html',
    },
  },
  tags: 'tags',
  alarms: NO_METRICS,
});
