import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { EnvironmentData } from '../environments';
import { type StackName, stackNameOf } from './stack-names';

interface PlatformStackProps {
  readonly description: string;
  readonly region: string;
  readonly availabilityZones: readonly string[];
}

/** A stack of one environment, in a region of its account. */
export class PlatformStack extends Stack {
  private readonly zones: readonly string[];

  constructor(scope: Construct, name: StackName, environment: EnvironmentData, props: PlatformStackProps) {
    const { account, cluster, tags } = environment;
    super(scope, name, {
      stackName: stackNameOf(environment, name),
      description: props.description,
      env: { account, region: props.region },
      terminationProtection: cluster.deletionProtection,
      tags,
    });
    this.zones = props.availabilityZones;
  }

  /** The written ones: the CDK would ask AWS. */
  override get availabilityZones(): string[] {
    return [...this.zones];
  }

  /** For whoever reads the file that `cdk deploy --outputs-file` writes. */
  protected tell(name: string, value: string | readonly string[]): void {
    new CfnOutput(this, name, { value: typeof value === 'string' ? value : value.join(',') });
  }
}
