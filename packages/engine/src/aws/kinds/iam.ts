import { AWS_ID, NO_TAGS, none, unknown } from './answers';
import { configuration, type Service } from './kind';

const SERVICE: Service = {
  title: 'AWS IAM',
  ack: 'iam',
  crossplane: 'iam',
  cloudFormation: 'IAM',
  iam: 'iam',
  dataProtection: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/data-protection.html',
};

export const role = configuration(SERVICE, 'Role', {
  forms: {
    ack: { kind: 'Role', late: ['maxSessionDuration', 'path'] },
    crossplane: { kind: 'Role', fields: { name: '@name' } },
    cloudFormation: { kind: 'AWS::IAM::Role', fields: { name: 'RoleName' } },
  },
  arn: { resource: 'role{path}{name}', global: true },
  identity: ['name'],
  why: 'is configuration: whoever has it loses its rights at once; policies that name it as principal keep a dead id',
  encryption: {
    // not confirmed
    atRest: {
      always: 'IAM encrypts what it stores',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/data-protection.html',
    },
  },
  tags: 'tags',
  alarms: none('IAM publishes no metrics; CloudTrail records its use'),
  exposure: { policy: 'assumeRolePolicyDocument' },
  defaults: { maxSessionDuration: 3600, path: '/' },
});

export const managedPolicy = configuration(SERVICE, 'ManagedPolicy', {
  forms: {
    ack: { kind: 'Policy', fields: { ManagedPolicyName: 'name' }, late: ['Path'] },
    crossplane: 'Policy',
    cloudFormation: { kind: 'AWS::IAM::ManagedPolicy', without: { tags: none('its kind has no field for tags') } },
  },
  lead: 'cloudFormation',
  arn: { resource: 'policy{Path}{name}', global: true },
  identity: ['ManagedPolicyName'],
  encryption: {
    // not confirmed
    atRest: {
      always: 'IAM encrypts what it stores',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/data-protection.html',
    },
  },
  tags: 'tags',
  alarms: none('IAM publishes no metrics; CloudTrail records its use'),
  defaults: { path: '/' },
});

export const serviceLinkedRole = configuration(SERVICE, 'ServiceLinkedRole', {
  forms: {
    ack: {
      kind: 'ServiceLinkedRole',
      fields: { '@name': null },
      without: { tags: none('its kind has no field for tags') },
    },
    crossplane: { kind: 'ServiceLinkedRole', fields: { '@name': null } },
    cloudFormation: {
      kind: 'AWS::IAM::ServiceLinkedRole',
      without: { tags: none('its kind has no field for tags') },
    },
  },
  lead: 'cloudFormation',
  arn: { resource: 'role/aws-service-role/{AWSServiceName}/{name}', global: true },
  identity: ['@name'],
  why: 'is made and used by its service, which refuses to lose it while it needs it',
  encryption: {
    // not confirmed
    atRest: {
      always: 'IAM encrypts what it stores',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/data-protection.html',
    },
  },
  tags: 'tags',
  alarms: none('IAM publishes no metrics; CloudTrail records its use'),
});

export const group = configuration(SERVICE, 'Group', {
  forms: {
    ack: { kind: 'Group', late: ['Path'] },
    crossplane: { kind: 'Group', fields: { name: '@name' } },
    cloudFormation: { kind: 'AWS::IAM::Group', fields: { name: 'GroupName' } },
  },
  arn: { resource: 'group{path}{name}', global: true },
  identity: ['name'],
  encryption: {
    // not confirmed
    atRest: {
      always: 'IAM encrypts what it stores',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/data-protection.html',
    },
  },
  tags: NO_TAGS,
  alarms: none('IAM publishes no metrics; CloudTrail records its use'),
});

export const instanceProfile = configuration(SERVICE, 'InstanceProfile', {
  forms: {
    ack: { kind: 'InstanceProfile', late: ['Path'] },
    crossplane: { kind: 'InstanceProfile', fields: { name: '@name' } },
    cloudFormation: {
      kind: 'AWS::IAM::InstanceProfile',
      fields: { name: 'InstanceProfileName' },
      without: { tags: none('its kind has no field for tags') },
    },
  },
  arn: { resource: 'instance-profile{path}{name}', global: true },
  identity: ['name'],
  encryption: {
    // not confirmed
    atRest: {
      always: 'IAM encrypts what it stores',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/data-protection.html',
    },
  },
  tags: 'tags',
  alarms: none('IAM publishes no metrics; CloudTrail records its use'),
});

export const oidcProvider = configuration(SERVICE, 'OidcProvider', {
  forms: {
    ack: { kind: 'OpenIDConnectProvider', late: ['Thumbprints'] },
    crossplane: 'OpenIDConnectProvider',
    cloudFormation: 'AWS::IAM::OIDCProvider',
  },
  arn: unknown('its shape, oidc-provider/{url without https}, is not confirmed'),
  identity: AWS_ID,
  encryption: {
    // not confirmed
    atRest: {
      always: 'IAM encrypts what it stores',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/data-protection.html',
    },
  },
  tags: 'tags',
  alarms: none('IAM publishes no metrics; CloudTrail records its use'),
});

export const user = configuration(SERVICE, 'User', {
  forms: {
    ack: { kind: 'User', late: ['Path'] },
    crossplane: { kind: 'User', fields: { name: '@name' } },
    cloudFormation: { kind: 'AWS::IAM::User', fields: { name: 'UserName' } },
  },
  arn: { resource: 'user{path}{name}', global: true },
  identity: ['name'],
  why: 'is configuration; its access keys go with it',
  encryption: {
    // not confirmed
    atRest: {
      always: 'IAM encrypts what it stores',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/data-protection.html',
    },
  },
  tags: 'tags',
  alarms: none('IAM publishes no metrics; CloudTrail records its use'),
});
