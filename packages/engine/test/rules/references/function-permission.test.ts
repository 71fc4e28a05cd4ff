import { faultsOf } from '../faults';
import { arn, EVENTS, FIXTURES, SNS } from '../objects';

faultsOf('function-permission', [
  [
    'a rule whose function nobody lets it invoke',
    (get) => (get('Permission notify-teams-deployment-events')['spec'].forProvider.principal = 's3.amazonaws.com'),
    `${EVENTS} Rule deployment-events spec.targets[0].arn`,
  ],
  [
    'a rule whose function another rule may invoke',
    (get) =>
      (get('Permission notify-teams-deployment-events')['spec'].forProvider.sourceArn = arn(
        'events',
        'rule/platform-events/build-events',
      )),
    `${EVENTS} Rule deployment-events spec.targets[0].arn`,
  ],
  [
    'a subscription whose function another topic may invoke',
    (get) => (get('Permission user-event-processor-user-events')['spec'].forProvider.sourceArn = arn('sns', 'order-*')),
    `${SNS} Subscription user-events-to-user-event-processor spec.endpoint`,
  ],
  [
    'a rotation whose function Secrets Manager may not invoke',
    (get) =>
      (get('Permission rotate-database-secret-secrets-manager')['spec'].forProvider.functionName = 'notify-teams'),
    'security/secret-rotation.yaml ResourceGraphDefinition security-database-credentials-rotation spec.resources[1].template.spec.forProvider.rotationLambdaArn',
  ],
  [
    'a bucket that tells a function without asking',
    (get) =>
      (get('Bucket reports')['spec'].notification = {
        lambdaFunctionConfigurations: [
          { events: ['s3:ObjectCreated:*'], lambdaFunctionARN: arn('lambda', 'function:worker') },
        ],
      }),
    `${FIXTURES} Bucket reports spec.notification.lambdaFunctionConfigurations[0].lambdaFunctionARN`,
  ],
]);
