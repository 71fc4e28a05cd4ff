import type { Construct } from 'constructs';
import { AppRunnerService } from '../../constructs/apprunner/service';
import { CloudControlResource } from '../../constructs/cloudcontrol/resource';
import { SecurityGroup } from '../../constructs/ec2/security-group';
import type { Environment } from '../../environments';
import type { Ecr } from '../delivery/ecr';
import { PlatformChart } from '../platform-chart';

const HTTPS = 443;

/** The web application, for those inside the VPC. */
export class AppRunner extends PlatformChart {
  /** What the service may call inside the VPC and behind its NAT gateways. */
  readonly egress = new SecurityGroup(this, 'app-runner', {
    description: 'Services on App Runner',
    egress: {
      https: {
        peer: { cidrs: ['0.0.0.0/0'] },
        port: HTTPS,
        description: 'AWS APIs and webhooks',
        public: { because: 'addresses of AWS APIs and of webhooks change' },
      },
    },
  });

  /** Of the endpoint by which the VPC reaches its services on App Runner. */
  readonly ingress = new SecurityGroup(this, 'app-runner-endpoint', {
    description: 'Endpoint of App Runner',
    ingress: {
      pods: { peer: { cidrs: this.environment.network.privateSubnets }, port: HTTPS, description: 'Pods' },
    },
  });

  readonly service: AppRunnerService;

  constructor(scope: Construct, id: string, environment: Environment, { ecr }: { readonly ecr: Ecr }) {
    super(scope, id, environment);
    const { appRunner, outputs, region } = environment;
    this.service = new AppRunnerService(this, 'web-app', {
      image: {
        repository: ecr.application,
        digest: appRunner.imageDigest,
      },
      port: 8080,
      cpu: appRunner.cpu,
      memoryMb: appRunner.memoryMb,
      scaling: appRunner.scaling,
      healthCheck: { path: '/healthz' },
      securityGroup: this.egress,
    });

    // kinds for these two there are none
    const endpoint = new CloudControlResource(this, 'app-runner-requests', {
      typeName: 'AWS::EC2::VPCEndpoint',
      properties: {
        ServiceName: `com.amazonaws.${region}.apprunner.requests`,
        VpcEndpointType: 'Interface',
        VpcId: outputs.vpcId,
        SubnetIds: outputs.privateSubnetIds,
        SecurityGroupIds: [this.ingress.id],
      },
    });
    new CloudControlResource(this, 'web-app-ingress', {
      typeName: 'AWS::AppRunner::VpcIngressConnection',
      properties: {
        VpcIngressConnectionName: `${environment.namePrefix}web-app`,
        ServiceArn: this.service.arn,
        IngressVpcConfiguration: { VpcId: outputs.vpcId, VpcEndpointId: endpoint.identifier },
      },
    });
  }
}
