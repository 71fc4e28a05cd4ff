import { late } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import * as apprunner from '../../imports/apprunner.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import type { Statement } from '../core/policy-document';
import type { SecurityGroup } from '../ec2/security-group';
import { Role } from '../iam/role';
import { traceStatement } from '../xray/statements';

/**
 * Thousandths of a vCPU, and the MB that go with them:
 * https://docs.aws.amazon.com/apprunner/latest/dg/architecture.html
 */
const SIZES: Readonly<Record<number, readonly number[]>> = {
  256: [512, 1_024],
  512: [1_024],
  1024: [2_048, 3_072, 4_096],
  2048: [4_096, 6_144],
  4096: [8_192, 10_240, 12_288],
};

/** An image in the account's own registry. */
export interface ContainerImage {
  readonly repository: { readonly arn: string; readonly uri: string };
  /** `sha256:` and 64 digits: a tag could name another image tomorrow. */
  readonly digest: string;
}

/** Bounds: https://docs.aws.amazon.com/apprunner/latest/api/API_CreateService.html */
export interface AppRunnerServiceProps {
  readonly image: ContainerImage;
  /** Where the container listens, 1 to 65535. */
  readonly port: number;
  /** 256, 512, 1024, 2048 or 4096 units; 1024 are one vCPU. */
  readonly cpu: number;
  /** What goes with `cpu`. */
  readonly memoryMb: number;
  readonly scaling: AppRunnerScaling;
  readonly healthCheck: AppRunnerHealthCheck;
  /** Of what it calls inside the VPC; it leaves by the private subnets. */
  readonly securityGroup: SecurityGroup;
  /** What the code reads at run time; nothing secret. @default none */
  readonly variables?: Readonly<Record<string, string>>;
  /** What the code may do, by name of the policy. @default nothing but trace */
  readonly policies?: Readonly<Record<string, readonly Statement[]>>;
}

/** https://docs.aws.amazon.com/apprunner/latest/api/API_CreateAutoScalingConfiguration.html */
export interface AppRunnerScaling {
  /** Instances that wait for requests, 1 to 25; each is paid for. */
  readonly min: number;
  /** 1 to 25, at least `min`. */
  readonly max: number;
  /** Requests at once in an instance before there is another, 1 to 200. */
  readonly concurrency: number;
}

/** https://docs.aws.amazon.com/apprunner/latest/api/API_HealthCheckConfiguration.html */
export interface AppRunnerHealthCheck {
  /** Asked over HTTP. */
  readonly path: string;
  /** 1 to 20 s. @default 10 */
  readonly intervalSeconds?: number;
  /** 1 to 20 s. @default 5 */
  readonly timeoutSeconds?: number;
  /** Good answers before it counts as well, 1 to 20. @default 1 */
  readonly healthy?: number;
  /** Bad answers before it counts as ill, 1 to 20. @default 5 */
  readonly unhealthy?: number;
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{3,39}$/;

/**
 * A container that App Runner runs, with its roles and its way into the VPC; reached from inside a VPC only. AWS takes
 * new customers no longer since 2026-04-30, those who had services before may make more:
 * https://docs.aws.amazon.com/apprunner/latest/dg/apprunner-availability-change.html
 */
export class AppRunnerService extends AwsObject {
  /** Late. */
  readonly arn: string;

  constructor(scope: Construct, id: string, props: AppRunnerServiceProps) {
    super(scope, id);
    this.requireSound(props);
    const { image, port, cpu, memoryMb, scaling, healthCheck, securityGroup, variables } = props;
    const { region, keys } = this.landing;
    const { intervalSeconds = 10, timeoutSeconds = 5, healthy = 1, unhealthy = 5, path } = healthCheck;
    const connector = new apprunner.VpcConnector(this, 'Connector', {
      metadata: { name: id },
      spec: {
        forProvider: {
          region,
          vpcConnectorName: this.awsName,
          subnets: [...this.need('vpc').privateSubnetIds],
          securityGroups: [securityGroup.id],
          tags: this.tags,
        },
      },
    });
    const observability = new apprunner.ObservabilityConfiguration(this, 'Observability', {
      metadata: { name: id },
      spec: {
        forProvider: {
          region,
          observabilityConfigurationName: this.awsName,
          traceConfiguration: { vendor: 'AWSXRAY' },
          tags: this.tags,
        },
      },
    });

    const resource = new apprunner.Service(this, 'Resource', {
      metadata: { name: id },
      spec: {
        forProvider: {
          region,
          serviceName: this.awsName,
          sourceConfiguration: {
            // a digest never changes: a new image is a change of this manifest
            autoDeploymentsEnabled: false,
            authenticationConfiguration: { accessRoleArn: this.accessRole(image).arn },
            imageRepository: {
              imageRepositoryType: 'ECR',
              imageIdentifier: `${image.repository.uri}@${image.digest}`,
              imageConfiguration: { port: String(port), runtimeEnvironmentVariables: variables },
            },
          },
          instanceConfiguration: {
            cpu: String(cpu),
            memory: String(memoryMb),
            instanceRoleArn: this.instanceRole(props).arn,
          },
          autoScalingConfigurationArn: this.scalingArn(scaling),
          healthCheckConfiguration: {
            protocol: 'HTTP',
            path,
            interval: intervalSeconds,
            timeout: timeoutSeconds,
            healthyThreshold: healthy,
            unhealthyThreshold: unhealthy,
          },
          networkConfiguration: {
            egressConfiguration: { egressType: 'VPC', vpcConnectorArn: late(connector, 'status.atProvider.arn') },
            ingressConfiguration: { isPubliclyAccessible: false },
            ipAddressType: 'IPV4',
          },
          observabilityConfiguration: {
            observabilityEnabled: true,
            observabilityConfigurationArn: late(observability, 'status.atProvider.arn'),
          },
          // cannot be changed later
          encryptionConfiguration: { kmsKey: keys.logs },
          tags: this.tags,
        },
      },
    });
    this.arn = late(resource, 'status.atProvider.arn');
  }

  private requireSound({ image, port, cpu, memoryMb, scaling, healthCheck }: AppRunnerServiceProps): void {
    this.requireMatch('service name', this.awsName, NAME, '4 to 40 letters, digits, hyphens and _');
    // of the observability configuration:
    // https://docs.aws.amazon.com/apprunner/latest/api/API_CreateObservabilityConfiguration.html
    this.requireLength('service name', this.awsName, 32);
    this.requireMatch('image.digest', image.digest, /^sha256:[0-9a-f]{64}$/, 'sha256: and 64 hexadecimal digits');
    this.requireRange('port', port, 1, 65_535);
    const memory = SIZES[cpu] ?? this.fail(`cpu is ${cpu}, allowed are ${Object.keys(SIZES).join(', ')}`);
    if (!memory.includes(memoryMb))
      this.fail(`memoryMb is ${memoryMb}, with ${cpu} units of CPU only ${memory.join(', ')} MB are allowed`);
    this.requireRange('scaling.min', scaling.min, 1, 25);
    this.requireRange('scaling.max', scaling.max, scaling.min, 25);
    this.requireRange('scaling.concurrency', scaling.concurrency, 1, 200);
    this.requireMatch('healthCheck.path', healthCheck.path, /^\/\S*$/, 'a path that begins with /');
    for (const field of ['intervalSeconds', 'timeoutSeconds', 'healthy', 'unhealthy'] as const) {
      const value = healthCheck[field];
      if (value !== undefined) this.requireRange(`healthCheck.${field}`, value, 1, 20);
    }
  }

  /** AWS cannot change one: other numbers are another object, which the service moves to. */
  private scalingArn({ min, max, concurrency }: AppRunnerScaling): string {
    const name = `${this.node.id}-${min}-${max}-${concurrency}`;
    const awsName = `${this.awsName}-${min}-${max}-${concurrency}`;
    this.requireLength('name of the scaling configuration', awsName, 32);
    const resource = new apprunner.AutoScalingConfigurationVersion(this, 'Scaling', {
      metadata: { name },
      spec: {
        forProvider: {
          region: this.landing.region,
          autoScalingConfigurationName: awsName,
          minSize: min,
          maxSize: max,
          maxConcurrency: concurrency,
          tags: this.tags,
        },
      },
    });
    return late(resource, 'status.atProvider.arn');
  }

  /** For pulling the image: https://docs.aws.amazon.com/apprunner/latest/dg/security_iam_service-with-iam.html */
  private accessRole({ repository }: ContainerImage): Role {
    return new Role(this, `apprunner-${this.node.id}-access`, {
      description: `Lets App Runner pull the image of ${this.awsName}`,
      assumedBy: { service: 'build.apprunner.amazonaws.com' },
      policies: {
        pull: [
          {
            sid: 'SignIn',
            actions: ['ecr:GetAuthorizationToken'],
            everyResource: { because: 'IAM knows no resource of this action' },
          },
          {
            sid: 'Pull',
            actions: [
              'ecr:BatchCheckLayerAvailability',
              'ecr:BatchGetImage',
              'ecr:DescribeImages',
              'ecr:GetDownloadUrlForLayer',
            ],
            resources: [repository.arn],
          },
        ],
      },
    });
  }

  private instanceRole({ policies }: AppRunnerServiceProps): Role {
    return new Role(this, `apprunner-${this.node.id}`, {
      description: `Of the code of ${this.awsName}`,
      assumedBy: { service: 'tasks.apprunner.amazonaws.com' },
      policies: {
        trace: [traceStatement('Trace')],
        ...policies,
      },
    });
  }
}
