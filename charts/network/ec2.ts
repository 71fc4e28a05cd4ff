import { SecurityGroup } from '../../constructs/ec2/security-group';
import { PlatformChart } from '../platform-chart';

const POSTGRES = 5432;
const REDIS = 6379;
/** With encryption in transit; without it, DAX would listen on 8111. */
const DAX = 9111;
const NFS = 2049;
const HTTPS = 443;

/**
 * Who may talk to whom. Pods share the addresses of the private subnets and the group that EKS makes, so they are let
 * in by their subnets. Rules name groups on the receiving side only: what sends names the subnets, and no circle can
 * arise.
 */
export class Ec2 extends PlatformChart {
  private readonly pods = { cidrs: this.environment.network.privateSubnets };

  private readonly databaseSubnets = { cidrs: this.environment.network.databaseSubnets };

  private readonly premises = { cidrs: this.environment.edge.onPremisesCidrs };

  readonly lambda = new SecurityGroup(this, 'lambda', {
    description: 'Functions inside the VPC',
    egress: {
      https: {
        peer: { cidrs: ['0.0.0.0/0'] },
        port: HTTPS,
        description: 'AWS APIs and webhooks',
        public: { because: 'addresses of AWS APIs and of webhooks change' },
      },
      postgres: { peer: this.databaseSubnets, port: POSTGRES, description: 'Aurora and its proxy' },
      'postgres-dr': {
        peer: { cidrs: this.environment.drNetwork.databaseSubnets },
        port: POSTGRES,
        description: 'Aurora in the DR region, when it is the writer',
      },
      redis: { peer: this.databaseSubnets, port: REDIS, description: 'ElastiCache' },
      dax: { peer: this.databaseSubnets, port: DAX, description: 'DAX over TLS' },
      nfs: { peer: this.pods, port: NFS, description: 'EFS mount targets' },
    },
  });

  /** Of the API's link into the VPC. */
  readonly vpcLink = new SecurityGroup(this, 'vpc-link', {
    description: 'VPC link of the HTTP API',
    egress: { https: { peer: this.pods, port: HTTPS, description: 'Internal load balancer' } },
  });

  readonly internalAlb = new SecurityGroup(this, 'internal-alb', {
    description: 'Internal load balancer',
    ingress: {
      'vpc-link': { peer: this.vpcLink, port: HTTPS, description: 'HTTP API' },
      pods: { peer: this.pods, port: HTTPS, description: 'Pods' },
    },
    egress: {
      targets: {
        peer: this.pods,
        port: this.environment.edge.internalLoadBalancer.targetPort,
        description: 'Pods behind the load balancer and their health checks',
      },
    },
  });

  /** Of the replication instance, which reads the premises' databases and writes Aurora. */
  readonly dms = new SecurityGroup(this, 'dms', {
    description: 'DMS replication instance',
    egress: {
      target: { peer: this.databaseSubnets, port: POSTGRES, description: 'Aurora' },
      ...(this.premises.cidrs.length > 0 && {
        source: {
          peer: this.premises,
          port: this.environment.dms.source.port,
          description: 'Databases of the premises',
        },
      }),
      endpoints: {
        peer: { cidrs: [this.environment.network.cidr] },
        port: HTTPS,
        description: 'VPC endpoints of Secrets Manager, KMS and CloudWatch Logs',
      },
    },
  });

  /** Of Aurora and its proxy. */
  readonly database = new SecurityGroup(this, 'database', {
    description: 'Aurora PostgreSQL, its proxy and its replication',
    ingress: {
      dms: { peer: this.dms, port: POSTGRES, description: 'DMS' },
      lambda: { peer: this.lambda, port: POSTGRES, description: 'Functions' },
      pods: { peer: this.pods, port: POSTGRES, description: 'Pods' },
      'database-subnets': { peer: this.databaseSubnets, port: POSTGRES, description: 'Proxy' },
      dr: {
        peer: { cidrs: this.environment.drNetwork.privateSubnets },
        port: POSTGRES,
        description: 'DR workloads, through the transit gateway',
      },
    },
    egress: {
      'database-subnets': { peer: this.databaseSubnets, port: POSTGRES, description: 'From the proxy to Aurora' },
    },
  });

  readonly databaseDr = new SecurityGroup(this, 'database-dr', {
    description: 'Aurora PostgreSQL in the DR region',
    region: 'dr',
    ingress: {
      dr: { peer: { cidrs: this.environment.drNetwork.privateSubnets }, port: POSTGRES, description: 'DR workloads' },
      pods: { peer: this.pods, port: POSTGRES, description: 'Pods, through the transit gateway' },
    },
  });

  readonly cache = new SecurityGroup(this, 'cache', {
    description: 'ElastiCache',
    ingress: {
      lambda: { peer: this.lambda, port: REDIS, description: 'Functions' },
      pods: { peer: this.pods, port: REDIS, description: 'Pods' },
    },
  });

  readonly dax = new SecurityGroup(this, 'dax', {
    description: 'DynamoDB Accelerator',
    ingress: {
      lambda: { peer: this.lambda, port: DAX, description: 'Functions' },
      pods: { peer: this.pods, port: DAX, description: 'Pods' },
    },
  });

  readonly efs = new SecurityGroup(this, 'efs', {
    description: 'EFS mount targets',
    ingress: {
      lambda: { peer: this.lambda, port: NFS, description: 'Functions' },
      pods: { peer: this.pods, port: NFS, description: 'Nodes and pods' },
    },
  });

  readonly builds = new SecurityGroup(this, 'builds', {
    description: 'Builds of CodeBuild inside the VPC',
    egress: {
      https: {
        peer: { cidrs: ['0.0.0.0/0'] },
        port: HTTPS,
        description: 'AWS APIs, code and packages',
        public: { because: 'addresses of AWS APIs and of registries change' },
      },
    },
  });
}
