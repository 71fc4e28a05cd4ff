import { AWS_ID, NO_METRICS, none } from './answers';
import { configuration, type Service } from './kind';

const SERVICE: Service = {
  title: 'AWS Cost Explorer',
  crossplane: 'ce',
  cloudFormation: 'CE',
  iam: 'ce',
  dataProtection: 'https://docs.aws.amazon.com/cost-management/latest/userguide/data-protection.html',
};

export const anomalyMonitor = configuration(SERVICE, 'AnomalyMonitor', {
  forms: {
    crossplane: 'AnomalyMonitor',
    cloudFormation: { kind: 'AWS::CE::AnomalyMonitor', fields: { tags: 'ResourceTags' } },
  },
  arn: AWS_ID,
  identity: AWS_ID,
  why: 'learns for about 10 days what is usual, again when it is made anew',
  tags: 'tags',
  alarms: none('is an alarm itself'),
});

export const anomalySubscription = configuration(SERVICE, 'AnomalySubscription', {
  forms: { cloudFormation: 'AWS::CE::AnomalySubscription' },
  arn: AWS_ID,
  identity: AWS_ID,
  tags: 'ResourceTags',
  alarms: none('is who is told'),
  stateEdges: { 'ce.aws.m.upbound.io/AnomalyMonitor': 'event in', 'sns.services.k8s.aws/Topic': 'event out' },
});

export const costCategory = configuration(SERVICE, 'CostCategory', {
  forms: { cloudFormation: 'AWS::CE::CostCategory' },
  arn: AWS_ID,
  identity: AWS_ID,
  tags: 'Tags',
  alarms: NO_METRICS,
});
