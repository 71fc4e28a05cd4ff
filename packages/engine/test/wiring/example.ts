import type { Chart } from 'cdk8s';
import { canonicalJson } from '../../src/manifests/json';
import { late } from '../../src/wiring';
import { object } from './wire';

const RETAINED = { 'services.k8s.aws/deletion-policy': 'retain' };
const KEEP = ['Observe', 'Create', 'Update', 'LateInitialize'];
const ARN = 'status.ackResourceMetadata.arn';
const REGION = 'us-east-1';

/** An example for each line of the wiring list: whole objects, as the platform's charts will make them. */
export function example(chart: (name: string) => Chart): void {
  const identity = chart('cognito');
  const users = object(identity, 'cognitoidp.aws.m.upbound.io/v1beta1 UserPool', 'users', {
    spec: { managementPolicies: KEEP, forProvider: { region: REGION, name: 'users' } },
  });
  const client = object(identity, 'cognitoidp.aws.m.upbound.io/v1beta1 UserPoolClient', 'web-client', {
    spec: { forProvider: { region: REGION, name: 'web', userPoolId: late(users, 'status.atProvider.id') } },
  });
  const identities = object(identity, 'cognitoidentity.aws.m.upbound.io/v1beta1 Pool', 'identities', {
    spec: {
      managementPolicies: KEEP,
      forProvider: {
        region: REGION,
        identityPoolName: 'identities',
        cognitoIdentityProviders: [
          { clientId: late(client, 'status.atProvider.id'), providerName: late(users, 'status.atProvider.endpoint') },
        ],
      },
    },
  });
  object(identity, 'iam.services.k8s.aws/v1alpha1 Role', 'signed-in', {
    spec: {
      name: 'signed-in',
      assumeRolePolicyDocument: canonicalJson({
        Version: '2012-10-17',
        Statement: [
          {
            Action: 'sts:AssumeRoleWithWebIdentity',
            Condition: {
              StringEquals: { 'cognito-identity.amazonaws.com:aud': late(identities, 'status.atProvider.id') },
            },
            Effect: 'Allow',
            Principal: { Federated: 'cognito-identity.amazonaws.com' },
          },
        ],
      }),
      inlinePolicies: {
        own: canonicalJson({
          Version: '2012-10-17',
          Statement: [
            {
              Action: 's3:GetObject',
              Effect: 'Allow',
              Resource: 'arn:aws:s3:::data/${cognito-identity.amazonaws.com:sub}/*',
            },
          ],
        }),
      },
    },
  });

  const gateway = chart('apigateway');
  const api = object(gateway, 'apigatewayv2.services.k8s.aws/v1alpha1 API', 'api', {
    spec: { name: 'api', protocolType: 'HTTP' },
  });
  object(gateway, 'apigatewayv2.services.k8s.aws/v1alpha1 Authorizer', 'jwt', {
    spec: {
      name: 'jwt',
      apiID: late(api, 'status.apiID'),
      authorizerType: 'JWT',
      identitySource: ['$request.header.Authorization'],
      jwtConfiguration: {
        issuer: `https://${late(users, 'status.atProvider.endpoint')}`,
        audience: [late(client, 'status.atProvider.id')],
      },
    },
  });
  const network = chart('network');
  const group = object(network, 'ec2.services.k8s.aws/v1alpha1 SecurityGroup', 'internal', {
    spec: { name: 'internal', description: 'Internal load balancer', vpcID: 'vpc-0123456789abcdef0' },
  });
  const balancer = object(network, 'elbv2.services.k8s.aws/v1alpha1 LoadBalancer', 'internal-alb', {
    spec: { name: 'internal-alb', scheme: 'internal', type: 'application', securityGroups: [late(group, 'status.id')] },
  });
  const listener = object(network, 'elbv2.services.k8s.aws/v1alpha1 Listener', 'internal-https', {
    spec: {
      loadBalancerARN: late(balancer, ARN),
      protocol: 'HTTPS',
      port: 443,
      defaultActions: [{ type: 'fixed-response' }],
    },
  });
  const link = object(gateway, 'apigatewayv2.services.k8s.aws/v1alpha1 VPCLink', 'internal-link', {
    spec: { name: 'internal', subnetIDs: ['subnet-0123456789abcdef0'], securityGroupIDs: [late(group, 'status.id')] },
  });
  object(gateway, 'apigatewayv2.services.k8s.aws/v1alpha1 Integration', 'internal-service', {
    spec: {
      apiID: late(api, 'status.apiID'),
      integrationType: 'HTTP_PROXY',
      connectionType: 'VPC_LINK',
      connectionID: late(link, 'status.vpcLinkID'),
      integrationURI: late(listener, ARN),
      payloadFormatVersion: '1.0',
    },
  });
  object(gateway, 'lambda.aws.m.upbound.io/v1beta1 Permission', 'api-invokes-worker', {
    spec: {
      forProvider: {
        region: REGION,
        action: 'lambda:InvokeFunction',
        functionName: 'worker',
        principal: 'apigateway.amazonaws.com',
        sourceArn: `arn:aws:execute-api:us-east-1:123456789012:${late(api, 'status.apiID')}/*/*`,
      },
    },
  });

  const certificates = chart('acm');
  const certificate = object(certificates, 'acm.services.k8s.aws/v1alpha1 Certificate', 'api-certificate', {
    spec: { domainName: 'api.company.com' },
  });
  const validation = 'status.domainValidations[0].resourceRecord';
  object(certificates, 'route53.services.k8s.aws/v1alpha1 RecordSet', 'api-certificate-validation', {
    spec: {
      hostedZoneID: 'Z0123456789',
      name: late(certificate, `${validation}.name`),
      recordType: 'CNAME',
      ttl: 300,
      resourceRecords: [{ value: late(certificate, `${validation}.value`) }],
    },
  });
  object(gateway, 'apigatewayv2.aws.m.upbound.io/v1beta1 DomainName', 'api-domain', {
    spec: {
      forProvider: {
        region: REGION,
        domainNameConfiguration: {
          certificateArn: late(certificate, ARN, { once: { path: 'status.status', equals: 'ISSUED' } }),
          endpointType: 'REGIONAL',
          securityPolicy: 'TLS_1_2',
        },
      },
    },
  });

  const data = chart('rds');
  const cluster = object(
    data,
    'rds.services.k8s.aws/v1alpha1 DBCluster',
    'platform-db',
    { spec: { dbClusterIdentifier: 'platform-db', engine: 'aurora-postgresql' } },
    RETAINED,
  );
  const table = object(
    data,
    'dynamodb.services.k8s.aws/v1alpha1 Table',
    'orders',
    {
      spec: {
        tableName: 'orders',
        billingMode: 'PAY_PER_REQUEST',
        attributeDefinitions: [{ attributeName: 'id', attributeType: 'S' }],
        keySchema: [{ attributeName: 'id', keyType: 'HASH' }],
        streamSpecification: { streamEnabled: true, streamViewType: 'NEW_AND_OLD_IMAGES' },
      },
    },
    RETAINED,
  );
  const functions = chart('lambda');
  const worker = object(functions, 'lambda.services.k8s.aws/v1alpha1 Function', 'worker', {
    spec: {
      name: 'worker',
      role: 'arn:aws:iam::123456789012:role/worker',
      runtime: 'python3.14',
      handler: 'app.handler',
      code: { s3Bucket: 'artifacts', s3Key: 'worker.zip' },
      environment: { variables: { DATABASE_URL: `postgresql://${late(cluster, 'status.endpoint')}:5432/platform_db` } },
    },
  });
  object(functions, 'lambda.services.k8s.aws/v1alpha1 EventSourceMapping', 'orders-stream', {
    spec: {
      functionName: late(worker, 'spec.name'),
      eventSourceARN: late(table, 'status.latestStreamARN'),
      startingPosition: 'LATEST',
    },
  });

  const storage = chart('efs');
  const files = object(
    storage,
    'efs.services.k8s.aws/v1alpha1 FileSystem',
    'jenkins-home',
    { spec: { encrypted: true } },
    RETAINED,
  );
  object(storage, 'storage.k8s.io/v1 StorageClass', 'efs', {
    provisioner: 'efs.csi.aws.com',
    parameters: { provisioningMode: 'efs-ap', directoryPerms: '700', fileSystemId: late(files, 'status.fileSystemID') },
  });

  const metrics = chart('amp');
  const workspace = object(
    metrics,
    'prometheusservice.services.k8s.aws/v1alpha1 Workspace',
    'platform-metrics',
    { spec: { alias: 'platform' } },
    RETAINED,
  );
  object(metrics, 'monitoring.coreos.com/v1alpha1 PrometheusAgent', 'agent', {
    spec: {
      remoteWrite: [
        {
          url: `https://aps-workspaces.us-east-1.amazonaws.com/workspaces/${late(workspace, 'status.workspaceID')}/api/v1/remote_write`,
          sigv4: { region: REGION },
        },
      ],
    },
  });

  const cost = chart('ce');
  const monitor = object(cost, 'ce.aws.m.upbound.io/v1beta1 AnomalyMonitor', 'services', {
    spec: {
      forProvider: { name: 'services', monitorType: 'DIMENSIONAL', monitorDimension: 'SERVICE' },
    },
  });
  object(cost, 'cloudcontrol.aws.m.upbound.io/v1beta1 Resource', 'anomalies', {
    spec: {
      forProvider: {
        region: REGION,
        typeName: 'AWS::CE::AnomalySubscription',
        desiredState: canonicalJson({
          Frequency: 'DAILY',
          MonitorArnList: [late(monitor, 'status.atProvider.arn')],
          Subscribers: [{ Address: 'alerts@company.com', Type: 'EMAIL' }],
          SubscriptionName: 'platform',
        }),
      },
    },
  });
}
