/**
 * What provider-upjet-aws 2.6.0 asks AWS for, by kind: the calls of Terraform's resource of that kind
 * (https://github.com/hashicorp/terraform-provider-aws, internal/service/<service>/<resource>.go), beside the
 * permissions that AWS's own handler of the same resource asks for (https://github.com/aws-cloudformation, `handlers`
 * of the resource's schema). Read from the provider's fork as of 2023-12 and the schemas as of 2026-08: where a newer
 * release of the provider reads one thing more, the object's condition says AccessDenied with the action's name.
 */
export const crossplaneActions: Readonly<Record<string, string>> = {
  'apigatewayv2.aws.m.upbound.io/APIMapping': 'apigateway: DELETE GET PATCH POST',
  'apigatewayv2.aws.m.upbound.io/DomainName': 'apigateway: DELETE GET PATCH POST PUT',
  'apprunner.aws.m.upbound.io/AutoScalingConfigurationVersion':
    'apprunner: CreateAutoScalingConfiguration DeleteAutoScalingConfiguration DescribeAutoScalingConfiguration ListAutoScalingConfigurations ListTagsForResource TagResource UntagResource',
  'apprunner.aws.m.upbound.io/ObservabilityConfiguration':
    'apprunner: CreateObservabilityConfiguration DeleteObservabilityConfiguration DescribeObservabilityConfiguration ListTagsForResource TagResource UntagResource',
  'apprunner.aws.m.upbound.io/Service':
    'apprunner: CreateService DeleteService DescribeService ListOperations ListTagsForResource TagResource UntagResource UpdateService',
  'apprunner.aws.m.upbound.io/VPCConnector':
    'apprunner: CreateVpcConnector DeleteVpcConnector DescribeVpcConnector ListTagsForResource TagResource UntagResource',
  'appsync.aws.m.upbound.io/APICache':
    'appsync: CreateApiCache DeleteApiCache FlushApiCache GetApiCache UpdateApiCache',
  'appsync.aws.m.upbound.io/Datasource': 'appsync: CreateDataSource DeleteDataSource GetDataSource UpdateDataSource',
  'appsync.aws.m.upbound.io/Function': 'appsync: CreateFunction DeleteFunction GetFunction UpdateFunction',
  'appsync.aws.m.upbound.io/GraphQLAPI':
    'appsync: CreateGraphqlApi DeleteGraphqlApi GetGraphqlApi GetIntrospectionSchema GetSchemaCreationStatus ListTagsForResource StartSchemaCreation TagResource UntagResource UpdateGraphqlApi',
  'appsync.aws.m.upbound.io/Resolver': 'appsync: CreateResolver DeleteResolver GetResolver UpdateResolver',
  'backup.aws.m.upbound.io/Framework':
    'backup: CreateFramework DeleteFramework DescribeFramework ListTags TagResource UntagResource UpdateFramework',
  'backup.aws.m.upbound.io/RegionSettings': 'backup: DescribeRegionSettings UpdateRegionSettings',
  'backup.aws.m.upbound.io/ReportPlan':
    'backup: CreateReportPlan DeleteReportPlan DescribeReportPlan ListTags TagResource UntagResource UpdateReportPlan',
  'backup.aws.m.upbound.io/VaultLockConfiguration':
    'backup: DeleteBackupVaultLockConfiguration DescribeBackupVault PutBackupVaultLockConfiguration',
  'backup.aws.m.upbound.io/VaultNotifications':
    'backup: DeleteBackupVaultNotifications GetBackupVaultNotifications PutBackupVaultNotifications',
  'backup.aws.m.upbound.io/VaultPolicy':
    'backup: DeleteBackupVaultAccessPolicy GetBackupVaultAccessPolicy PutBackupVaultAccessPolicy',
  'budgets.aws.m.upbound.io/Budget': 'budgets: ListTagsForResource ModifyBudget TagResource UntagResource ViewBudget',
  'budgets.aws.m.upbound.io/BudgetAction':
    'budgets: CreateBudgetAction DeleteBudgetAction DescribeBudgetAction ListTagsForResource TagResource UntagResource UpdateBudgetAction',
  'ce.aws.m.upbound.io/AnomalyMonitor':
    'ce: CreateAnomalyMonitor DeleteAnomalyMonitor GetAnomalyMonitors ListTagsForResource TagResource UntagResource UpdateAnomalyMonitor',
  'cloudfront.aws.m.upbound.io/MonitoringSubscription':
    'cloudfront: CreateMonitoringSubscription DeleteMonitoringSubscription GetMonitoringSubscription',
  'cloudfront.aws.m.upbound.io/RealtimeLogConfig':
    'cloudfront: CreateRealtimeLogConfig DeleteRealtimeLogConfig GetRealtimeLogConfig UpdateRealtimeLogConfig',
  'cloudtrail.aws.m.upbound.io/Trail':
    'cloudtrail: AddTags CreateTrail DeleteTrail DescribeTrails GetEventSelectors GetInsightSelectors GetTrail GetTrailStatus ListTags PutEventSelectors PutInsightSelectors RemoveTags StartLogging StopLogging UpdateTrail',
  'cloudwatch.aws.m.upbound.io/CompositeAlarm':
    'cloudwatch: DeleteAlarms DescribeAlarms ListTagsForResource PutCompositeAlarm TagResource UntagResource',
  'cloudwatchevents.aws.m.upbound.io/APIDestination':
    'events: CreateApiDestination DeleteApiDestination DescribeApiDestination UpdateApiDestination',
  'cloudwatchevents.aws.m.upbound.io/Bus':
    'events: CreateEventBus DeleteEventBus DescribeEventBus ListTagsForResource TagResource UntagResource UpdateEventBus',
  'cloudwatchevents.aws.m.upbound.io/BusPolicy': 'events: DescribeEventBus PutPermission RemovePermission',
  'cloudwatchevents.aws.m.upbound.io/Connection':
    'events: CreateConnection DeleteConnection DescribeConnection UpdateConnection; secretsmanager: CreateSecret DeleteSecret DescribeSecret GetSecretValue PutSecretValue UpdateSecret',
  'cloudwatchlogs.aws.m.upbound.io/MetricFilter': 'logs: DeleteMetricFilter DescribeMetricFilters PutMetricFilter',
  'cloudwatchlogs.aws.m.upbound.io/ResourcePolicy':
    'logs: DeleteResourcePolicy DescribeResourcePolicies PutResourcePolicy',
  'codebuild.aws.m.upbound.io/Project':
    'codebuild: BatchGetProjects CreateProject DeleteProject UpdateProject UpdateProjectVisibility; ec2: DescribeSecurityGroups DescribeSubnets DescribeVpcs',
  'codebuild.aws.m.upbound.io/ReportGroup':
    'codebuild: BatchGetReportGroups CreateReportGroup DeleteReportGroup UpdateReportGroup',
  'codebuild.aws.m.upbound.io/Webhook': 'codebuild: BatchGetProjects CreateWebhook DeleteWebhook UpdateWebhook',
  'codecommit.aws.m.upbound.io/ApprovalRuleTemplate':
    'codecommit: CreateApprovalRuleTemplate DeleteApprovalRuleTemplate GetApprovalRuleTemplate UpdateApprovalRuleTemplateContent UpdateApprovalRuleTemplateDescription UpdateApprovalRuleTemplateName',
  'codecommit.aws.m.upbound.io/ApprovalRuleTemplateAssociation':
    'codecommit: AssociateApprovalRuleTemplateWithRepository DisassociateApprovalRuleTemplateFromRepository ListAssociatedApprovalRuleTemplatesForRepository',
  'codecommit.aws.m.upbound.io/Repository':
    'codecommit: CreateRepository DeleteRepository GetRepository ListBranches ListTagsForResource TagResource UntagResource UpdateDefaultBranch UpdateRepositoryDescription UpdateRepositoryEncryptionKey UpdateRepositoryName',
  'cognitoidentity.aws.m.upbound.io/Pool':
    'cognito-identity: CreateIdentityPool DeleteIdentityPool DescribeIdentityPool ListTagsForResource TagResource UntagResource UpdateIdentityPool',
  'cognitoidentity.aws.m.upbound.io/PoolRolesAttachment': 'cognito-identity: GetIdentityPoolRoles SetIdentityPoolRoles',
  'cognitoidp.aws.m.upbound.io/IdentityProvider':
    'cognito-idp: CreateIdentityProvider DeleteIdentityProvider DescribeIdentityProvider UpdateIdentityProvider',
  'cognitoidp.aws.m.upbound.io/ResourceServer':
    'cognito-idp: CreateResourceServer DeleteResourceServer DescribeResourceServer UpdateResourceServer',
  'cognitoidp.aws.m.upbound.io/UserGroup': 'cognito-idp: CreateGroup DeleteGroup GetGroup UpdateGroup',
  'cognitoidp.aws.m.upbound.io/UserPool':
    'cognito-idp: AddCustomAttributes CreateUserPool DeleteUserPool DescribeUserPool GetUserPoolMfaConfig ListTagsForResource SetUserPoolMfaConfig TagResource UntagResource UpdateUserPool',
  'cognitoidp.aws.m.upbound.io/UserPoolClient':
    'cognito-idp: CreateUserPoolClient DeleteUserPoolClient DescribeUserPoolClient UpdateUserPoolClient',
  'cognitoidp.aws.m.upbound.io/UserPoolDomain':
    'cognito-idp: CreateUserPoolDomain DeleteUserPoolDomain DescribeUserPoolDomain UpdateUserPoolDomain',
  'configservice.aws.m.upbound.io/AWSConfigurationRecorderStatus':
    'config: DescribeConfigurationRecorderStatus StartConfigurationRecorder StopConfigurationRecorder',
  'configservice.aws.m.upbound.io/ConfigurationRecorder':
    'config: DeleteConfigurationRecorder DescribeConfigurationRecorders PutConfigurationRecorder',
  'configservice.aws.m.upbound.io/DeliveryChannel':
    'config: DeleteDeliveryChannel DescribeDeliveryChannels PutDeliveryChannel',
  'dax.aws.m.upbound.io/Cluster':
    'dax: CreateCluster DecreaseReplicationFactor DeleteCluster DescribeClusters IncreaseReplicationFactor ListTags TagResource UntagResource UpdateCluster; ec2: CreateNetworkInterface DeleteNetworkInterface DescribeNetworkInterfaces DescribeSecurityGroups DescribeSubnets DescribeVpcs',
  'dax.aws.m.upbound.io/ParameterGroup':
    'dax: CreateParameterGroup DeleteParameterGroup DescribeParameterGroups DescribeParameters UpdateParameterGroup',
  'dax.aws.m.upbound.io/SubnetGroup':
    'dax: CreateSubnetGroup DeleteSubnetGroup DescribeSubnetGroups UpdateSubnetGroup; ec2: DescribeSubnets DescribeVpcs',
  'directconnect.aws.m.upbound.io/Gateway':
    'directconnect: CreateDirectConnectGateway DeleteDirectConnectGateway DescribeDirectConnectGateways DescribeTags TagResource UntagResource UpdateDirectConnectGateway',
  'directconnect.aws.m.upbound.io/GatewayAssociation':
    'directconnect: AcceptDirectConnectGatewayAssociationProposal CreateDirectConnectGatewayAssociation DeleteDirectConnectGatewayAssociation DescribeDirectConnectGatewayAssociations UpdateDirectConnectGatewayAssociation; ec2: DescribeTransitGateways',
  'dms.aws.m.upbound.io/Endpoint':
    'dms: AddTagsToResource CreateEndpoint DeleteEndpoint DescribeConnections DescribeEndpoints ListTagsForResource ModifyEndpoint RemoveTagsFromResource TestConnection; secretsmanager: DescribeSecret; iam: GetRole',
  'dms.aws.m.upbound.io/ReplicationInstance':
    'dms: AddTagsToResource CreateReplicationInstance DeleteReplicationInstance DescribeReplicationInstances ListTagsForResource ModifyReplicationInstance RemoveTagsFromResource; ec2: DescribeAvailabilityZones DescribeInternetGateways DescribeSecurityGroups DescribeSubnets DescribeVpcs; iam: GetRole',
  'dms.aws.m.upbound.io/ReplicationSubnetGroup':
    'dms: AddTagsToResource CreateReplicationSubnetGroup DeleteReplicationSubnetGroup DescribeReplicationSubnetGroups ListTagsForResource ModifyReplicationSubnetGroup RemoveTagsFromResource; ec2: DescribeSubnets DescribeVpcs; iam: GetRole',
  'dms.aws.m.upbound.io/ReplicationTask':
    'dms: AddTagsToResource CreateReplicationTask DeleteReplicationTask DescribeReplicationTasks ListTagsForResource ModifyReplicationTask RemoveTagsFromResource StartReplicationTask StopReplicationTask',
  'dynamodb.aws.m.upbound.io/Table':
    'dynamodb: AssociateTableReplica CreateTable CreateTableReplica DeleteTable DeleteTableReplica DescribeContinuousBackups DescribeLimits DescribeTable DescribeTimeToLive ListTagsOfResource RestoreTableToPointInTime TagResource UntagResource UpdateContinuousBackups UpdateTable UpdateTableReplicaAutoScaling UpdateTimeToLive; dynamodb: BatchWriteItem DeleteItem GetItem PutItem Query Scan UpdateItem',
  'ec2.aws.m.upbound.io/CustomerGateway':
    'ec2: CreateCustomerGateway CreateTags DeleteCustomerGateway DeleteTags DescribeCustomerGateways',
  'ec2.aws.m.upbound.io/Route': 'ec2: CreateRoute DeleteRoute DescribeRouteTables ReplaceRoute',
  'ec2.aws.m.upbound.io/TransitGateway':
    'ec2: CreateTags CreateTransitGateway DeleteTags DeleteTransitGateway DescribeTransitGateways ModifyTransitGateway',
  'ec2.aws.m.upbound.io/TransitGatewayPeeringAttachment':
    'ec2: CreateTags CreateTransitGatewayPeeringAttachment DeleteTags DeleteTransitGatewayPeeringAttachment DescribeTransitGatewayPeeringAttachments',
  'ec2.aws.m.upbound.io/TransitGatewayPeeringAttachmentAccepter':
    'ec2: AcceptTransitGatewayPeeringAttachment CreateTags DeleteTags DeleteTransitGatewayPeeringAttachment DescribeTransitGatewayPeeringAttachments DescribeTransitGateways',
  'ec2.aws.m.upbound.io/TransitGatewayRoute':
    'ec2: CreateTransitGatewayRoute DeleteTransitGatewayRoute SearchTransitGatewayRoutes',
  'ec2.aws.m.upbound.io/TransitGatewayRouteTable':
    'ec2: CreateTags CreateTransitGatewayRouteTable DeleteTags DeleteTransitGatewayRouteTable DescribeTransitGatewayRouteTables',
  'ec2.aws.m.upbound.io/TransitGatewayRouteTableAssociation':
    'ec2: AssociateTransitGatewayRouteTable DescribeTransitGatewayAttachments DisassociateTransitGatewayRouteTable GetTransitGatewayRouteTableAssociations',
  'ec2.aws.m.upbound.io/TransitGatewayRouteTablePropagation':
    'ec2: DisableTransitGatewayRouteTablePropagation EnableTransitGatewayRouteTablePropagation GetTransitGatewayRouteTablePropagations',
  'ec2.aws.m.upbound.io/TransitGatewayVPCAttachment':
    'ec2: AssociateTransitGatewayRouteTable CreateTags CreateTransitGatewayVpcAttachment DeleteTags DeleteTransitGatewayVpcAttachment DescribeTransitGatewayVpcAttachments DescribeTransitGateways DisassociateTransitGatewayRouteTable GetTransitGatewayRouteTableAssociations GetTransitGatewayRouteTablePropagations ModifyTransitGatewayVpcAttachment',
  'ec2.aws.m.upbound.io/VPNConnection':
    'ec2: CreateTags CreateVpnConnection DeleteTags DeleteVpnConnection DescribeTransitGatewayAttachments DescribeVpnConnections ModifyVpnConnection ModifyVpnConnectionOptions ModifyVpnTunnelOptions',
  'grafana.aws.m.upbound.io/RoleAssociation': 'grafana: ListPermissions UpdatePermissions',
  'grafana.aws.m.upbound.io/Workspace':
    'grafana: CreateWorkspace DeleteWorkspace DescribeWorkspace DescribeWorkspaceConfiguration ListTagsForResource TagResource UntagResource UpdateWorkspace UpdateWorkspaceAuthentication UpdateWorkspaceConfiguration; ec2: DescribeSecurityGroups DescribeSubnets DescribeVpcs; sso: CreateManagedApplicationInstance DeleteManagedApplicationInstance DescribeRegisteredRegions GetSharedSsoConfiguration ListApplicationInstances; organizations: DescribeOrganization',
  'guardduty.aws.m.upbound.io/Member':
    'guardduty: CreateMembers DeleteMembers DisassociateMembers GetMembers InviteMembers',
  'lambda.aws.m.upbound.io/Permission': 'lambda: AddPermission GetFunction GetPolicy RemovePermission',
  'rds.aws.m.upbound.io/ProxyDefaultTargetGroup': 'rds: DescribeDBProxyTargetGroups ModifyDBProxyTargetGroup',
  'rds.aws.m.upbound.io/ProxyTarget': 'rds: DeregisterDBProxyTargets DescribeDBProxyTargets RegisterDBProxyTargets',
  'schemas.aws.m.upbound.io/Discoverer':
    'schemas: CreateDiscoverer DeleteDiscoverer DescribeDiscoverer ListTagsForResource TagResource UntagResource UpdateDiscoverer; events: DeleteRule DisableRule EnableRule ListTargetsByRule PutRule PutTargets RemoveTargets',
  'schemas.aws.m.upbound.io/Registry':
    'schemas: CreateRegistry DeleteRegistry DescribeRegistry ListTagsForResource TagResource UntagResource UpdateRegistry',
  'secretsmanager.aws.m.upbound.io/SecretPolicy':
    'secretsmanager: DeleteResourcePolicy GetResourcePolicy PutResourcePolicy ValidateResourcePolicy',
  'secretsmanager.aws.m.upbound.io/SecretRotation':
    'secretsmanager: CancelRotateSecret DescribeSecret RotateSecret; lambda: InvokeFunction',
  'securityhub.aws.m.upbound.io/Account':
    'securityhub: DescribeHub DescribeStandards DisableSecurityHub EnableSecurityHub GetEnabledStandards UpdateSecurityHubConfiguration',
  'securityhub.aws.m.upbound.io/StandardsSubscription':
    'securityhub: BatchDisableStandards BatchEnableStandards GetEnabledStandards',
  'xray.aws.m.upbound.io/EncryptionConfig': 'xray: GetEncryptionConfig PutEncryptionConfig',
  'xray.aws.m.upbound.io/Group':
    'xray: CreateGroup DeleteGroup GetGroup ListTagsForResource TagResource UntagResource UpdateGroup',
  'xray.aws.m.upbound.io/SamplingRule':
    'xray: CreateSamplingRule DeleteSamplingRule GetSamplingRules ListTagsForResource TagResource UntagResource UpdateSamplingRule',
};
