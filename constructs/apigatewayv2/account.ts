import { Construct } from 'constructs';
import { CloudControlResource } from '../cloudcontrol/resource';
import { Role } from '../iam/role';

/**
 * Lets API Gateway write logs of WebSocket APIs in the account and home region: without it AWS refuses a stage that has
 * them. There is one for all, which stays when its manifest goes:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-logging.html
 */
export class ApiAccountLogging extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const role = new Role(this, id, {
      description: 'API Gateway writes logs of WebSocket APIs',
      assumedBy: { service: 'apigateway.amazonaws.com' },
      managedPolicies: ['service-role/AmazonAPIGatewayPushToCloudWatchLogs'],
    });
    new CloudControlResource(this, 'apigateway-account', {
      typeName: 'AWS::ApiGateway::Account',
      properties: { CloudWatchRoleArn: role.arn },
    });
  }
}
