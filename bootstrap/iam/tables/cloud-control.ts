/**
 * What AWS's handlers ask for when Cloud Control runs them with the caller's permissions, by type: `handlers` of the
 * resource's schema as of 2026-08 (https://docs.aws.amazon.com/cloudcontrolapi/latest/userguide/security.html). Left
 * out is what belongs to fields that the platform never sets, such as Shield's automatic response.
 */
export const cloudControlActions: Readonly<Record<string, string>> = {
  'AWS::ApiGateway::Account': 'apigateway: GET PATCH',
  'AWS::AppRunner::VpcIngressConnection':
    'apprunner: CreateVpcIngressConnection DeleteVpcIngressConnection DescribeVpcIngressConnection ListTagsForResource TagResource UntagResource UpdateVpcIngressConnection; ec2: DescribeVpcEndpoints',
  'AWS::Backup::RestoreTestingPlan':
    'backup: CreateRestoreTestingPlan DeleteRestoreTestingPlan GetRestoreTestingPlan ListTags TagResource UntagResource UpdateRestoreTestingPlan',
  'AWS::Backup::RestoreTestingSelection':
    'backup: CreateRestoreTestingSelection DeleteRestoreTestingSelection GetRestoreTestingSelection UpdateRestoreTestingSelection',
  'AWS::CE::AnomalySubscription':
    'ce: CreateAnomalySubscription DeleteAnomalySubscription GetAnomalySubscriptions ListTagsForResource TagResource UntagResource UpdateAnomalySubscription',
  'AWS::CE::CostCategory':
    'ce: CreateCostCategoryDefinition DeleteCostCategoryDefinition DescribeCostCategoryDefinition ListTagsForResource TagResource UntagResource UpdateCostCategoryDefinition',
  'AWS::EC2::VPCEndpoint':
    'ec2: CreateTags CreateVpcEndpoint DeleteTags DeleteVpcEndpoints DescribeVpcEndpoints ModifyVpcEndpoint',
  'AWS::GuardDuty::Detector':
    'guardduty: CreateDetector DeleteDetector GetDetector ListDetectors ListTagsForResource TagResource UntagResource UpdateDetector; iam: GetRole',
  'AWS::IAM::ServiceLinkedRole':
    'iam: CreateServiceLinkedRole DeleteServiceLinkedRole GetRole GetServiceLinkedRoleDeletionStatus UpdateRole',
  'AWS::Kinesis::Stream':
    'kinesis: AddTagsToStream CreateStream DecreaseStreamRetentionPeriod DeleteStream DescribeStreamSummary DisableEnhancedMonitoring EnableEnhancedMonitoring IncreaseStreamRetentionPeriod ListTagsForResource ListTagsForStream RemoveTagsFromStream StartStreamEncryption StopStreamEncryption TagResource UntagResource UpdateShardCount UpdateStreamMode',
  'AWS::KinesisFirehose::DeliveryStream':
    'firehose: CreateDeliveryStream DeleteDeliveryStream DescribeDeliveryStream ListTagsForDeliveryStream StartDeliveryStreamEncryption StopDeliveryStreamEncryption TagDeliveryStream UntagDeliveryStream UpdateDestination; iam: GetRole',
  'AWS::Shield::DRTAccess':
    'shield: AssociateDRTLogBucket AssociateDRTRole DescribeDRTAccess DisassociateDRTLogBucket DisassociateDRTRole; iam: GetRole ListAttachedRolePolicies; s3: GetBucketPolicy PutBucketPolicy',
  'AWS::Shield::ProactiveEngagement':
    'shield: AssociateProactiveEngagementDetails DescribeEmergencyContactSettings DescribeSubscription DisableProactiveEngagement EnableProactiveEngagement UpdateEmergencyContactSettings',
  'AWS::Shield::Protection':
    'shield: CreateProtection DeleteProtection DescribeProtection ListProtections ListTagsForResource TagResource UntagResource; elasticloadbalancing: DescribeLoadBalancers; iam: GetRole',
  'AWS::Shield::ProtectionGroup':
    'shield: CreateProtectionGroup DeleteProtectionGroup DescribeProtectionGroup ListTagsForResource TagResource UntagResource UpdateProtectionGroup',
  'AWS::WAFv2::WebACLAssociation':
    'wafv2: AssociateWebACL DisassociateWebACL GetWebACL GetWebACLForResource; appsync: GetGraphqlApi SetWebACL',
};

/** Cloud Control's own calls: it has no permissions of its own beside the handlers'. */
export const CLOUD_CONTROL =
  'cloudformation: CancelResourceRequest CreateResource DeleteResource GetResource GetResourceRequestStatus ListResources UpdateResource';
