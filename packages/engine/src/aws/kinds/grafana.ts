import { AWS_ID, NO_ARN, NO_METRICS, NO_TAGS, none } from './answers';
import { isSet } from './demand';
import { configuration, kind, type Service } from './kind';

const SERVICE: Service = {
  title: 'Amazon Managed Grafana',
  crossplane: 'grafana',
  cloudFormation: 'Grafana',
  iam: 'grafana',
  dataProtection: 'https://docs.aws.amazon.com/grafana/latest/userguide/AMG-encryption-at-rest.html',
};

export const workspace = kind(SERVICE, 'Workspace', {
  forms: { crossplane: 'Workspace', cloudFormation: 'AWS::Grafana::Workspace' },
  arn: AWS_ID,
  identity: AWS_ID,
  stateful: 'dashboards, users and alerts that git does not hold',
  encryption: {
    atRest: {
      demands: [isSet('kmsKeyId')],
      always: "always encrypted; kmsKeyId takes a key of one's own, at creation alone: the platform demands one",
      source: 'https://docs.aws.amazon.com/grafana/latest/userguide/AMG-encryption-at-rest.html',
    },
    // not confirmed
    inTransit: {
      always: 'its address takes TLS only',
      source: 'https://docs.aws.amazon.com/grafana/latest/userguide/AMG-encryption-at-rest.html',
    },
    // not confirmed
    key: {
      field: 'kmsKeyId',
      controller: ['kms:CreateGrant', 'kms:DescribeKey'],
      users: { 'grafana.amazonaws.com, by a grant': ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'] },
      source: 'https://docs.aws.amazon.com/grafana/latest/userguide/AMG-encryption-at-rest.html',
    },
  },
  tags: 'tags',
  protection: none('Grafana has none'),
  backup: none('AWS Backup does not know workspaces: dashboards are in git'),
  alarms: none('is what shows alarms; publishes no metrics of its own'),
  exposure: none('its address is on the internet, behind SSO; networkAccessControl narrows it and is not judged today'),
});

export const roleAssociation = configuration(SERVICE, 'RoleAssociation', {
  forms: { crossplane: 'RoleAssociation' },
  arn: NO_ARN,
  identity: AWS_ID,
  why: 'belongs to another object, and goes and comes with it',
  tags: NO_TAGS,
  alarms: NO_METRICS,
});
