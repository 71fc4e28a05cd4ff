import { faultsOf } from '../faults';
import { type Anything, FIXTURES, inPolicy } from '../objects';

faultsOf('public-exposure', [
  [
    'a WebSocket API to which everybody may connect',
    (get) => {
      const { spec } = get('Route platform-web-socket-connect') as Anything;
      spec.authorizationType = 'NONE';
    },
    'application/apigatewayv2.yaml Route platform-web-socket-connect spec.authorizationType',
  ],
  [
    'a question before the request that does not say why everybody may ask it',
    (get) =>
      delete get('Route platform-api-api-preflight').metadata.annotations![
        'exception.platform.company.com/public-exposure'
      ],
    'application/apigatewayv2.yaml Route platform-api-api-preflight spec.authorizationType',
  ],
  [
    'a public bucket',
    (get) => (get('Bucket reports')['spec'].publicAccessBlock.blockPublicPolicy = false),
    `${FIXTURES} Bucket reports spec.publicAccessBlock.blockPublicPolicy`,
  ],
  [
    'a database that the world reaches',
    (get) => (get('SecurityGroup fixture-database')['spec'].ingressRules[0].ipRanges[0].cidrIP = '0.0.0.0/0'),
    `${FIXTURES} SecurityGroup fixture-database spec.ingressRules[0].ipRanges[0].cidrIP`,
  ],
  [
    'a role that everybody may assume',
    (get) =>
      inPolicy(
        get('Role worker')['spec'],
        'assumeRolePolicyDocument',
        ([statement]) => (statement.Principal = { AWS: '*' }),
      ),
    `${FIXTURES} Role worker spec.assumeRolePolicyDocument`,
  ],
]);
