import type { Construct } from 'constructs';
import { CloudControlResource } from '../cloudcontrol/resource';
import { Landing } from '../core/landing';
import { cloudFormationTags } from '../core/tags';

/** https://docs.aws.amazon.com/guardduty/latest/APIReference/API_DetectorFeatureConfiguration.html */
export type DetectorFeature =
  | 'S3_DATA_EVENTS'
  | 'EKS_AUDIT_LOGS'
  | 'EBS_MALWARE_PROTECTION'
  | 'RDS_LOGIN_EVENTS'
  | 'LAMBDA_NETWORK_LOGS'
  | 'RUNTIME_MONITORING';

/** https://docs.aws.amazon.com/guardduty/latest/APIReference/API_DetectorAdditionalConfiguration.html */
export type RuntimeAgent = 'EKS_ADDON_MANAGEMENT' | 'ECS_FARGATE_AGENT_MANAGEMENT' | 'EC2_AGENT_MANAGEMENT';

export interface DetectorProps {
  /** Besides the flow logs, DNS queries and API calls that GuardDuty always looks at. */
  readonly features: readonly DetectorFeature[];
  /** Where GuardDuty installs its agent itself; only with the feature `RUNTIME_MONITORING`. @default nowhere */
  readonly runtimeAgents?: readonly RuntimeAgent[];
}

interface Feature {
  readonly Name: DetectorFeature;
  readonly Status: 'ENABLED';
  readonly AdditionalConfiguration?: readonly { readonly Name: RuntimeAgent; readonly Status: 'ENABLED' }[];
}

interface DetectorProperties {
  readonly Enable: true;
  readonly FindingPublishingFrequency: 'FIFTEEN_MINUTES';
  readonly Features: readonly Feature[];
  readonly Tags: readonly { readonly Key: string; readonly Value: string }[];
}

/**
 * GuardDuty in the account and home region. By Cloud Control, because the native kind has no runtime monitoring. AWS
 * allows one in an account and region.
 */
export class Detector extends CloudControlResource<DetectorProperties> {
  constructor(scope: Construct, id: string, { features, runtimeAgents = [] }: DetectorProps) {
    super(scope, id, {
      typeName: 'AWS::GuardDuty::Detector',
      properties: {
        Enable: true,
        FindingPublishingFrequency: 'FIFTEEN_MINUTES',
        Features: features.map((name) => ({
          Name: name,
          Status: 'ENABLED',
          ...(name === 'RUNTIME_MONITORING' &&
            runtimeAgents.length > 0 && {
              AdditionalConfiguration: runtimeAgents.map((agent) => ({ Name: agent, Status: 'ENABLED' })),
            }),
        })),
        Tags: cloudFormationTags(Landing.of(scope).tags),
      },
    });
    if (runtimeAgents.length > 0 && !features.includes('RUNTIME_MONITORING'))
      this.fail("runtimeAgents are for the feature 'RUNTIME_MONITORING', which is not among the features");
  }
}
