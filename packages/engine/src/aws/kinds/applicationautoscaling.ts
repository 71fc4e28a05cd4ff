import { AWS_ID, NO_ARN, NO_TAGS, none } from './answers';
import { configuration, type Service } from './kind';

const SERVICE: Service = {
  title: 'Application Auto Scaling',
  ack: 'applicationautoscaling',
  crossplane: 'appautoscaling',
  cloudFormation: 'ApplicationAutoScaling',
  iam: 'application-autoscaling',
  dataProtection:
    'https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-data-protection.html',
};

export const scalableTarget = configuration(SERVICE, 'ScalableTarget', {
  forms: {
    ack: {
      kind: 'ScalableTarget',
      found: ['scalableDimension', 'serviceNamespace'],
      late: ['roleARN'],
      without: { tags: none('its kind has no field for tags') },
    },
    crossplane: 'Target',
    cloudFormation: 'AWS::ApplicationAutoScaling::ScalableTarget',
  },
  arn: AWS_ID,
  identity: AWS_ID,
  tags: 'tags',
  alarms: none('what it scales has alarms of its own (throttles of the table)'),
});

export const scalingPolicy = configuration(SERVICE, 'ScalingPolicy', {
  forms: {
    ack: { kind: 'ScalingPolicy', found: ['resourceID', 'scalableDimension', 'serviceNamespace'] },
    crossplane: 'Policy',
    cloudFormation: 'AWS::ApplicationAutoScaling::ScalingPolicy',
  },
  arn: NO_ARN,
  identity: AWS_ID,
  tags: NO_TAGS,
  alarms: none('AWS makes the alarms by which it scales itself; throttles of what it scales have one'),
});
