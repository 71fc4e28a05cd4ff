import {
  bySwitch,
  byVersion,
  disrupts,
  type FieldEffect,
  nothing,
  type Reviewed,
  replaces,
  updates,
} from './field-effect';

const LOGS = 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html';
const S3 = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/';
const KMS = 'https://docs.aws.amazon.com/kms/latest/developerguide/';
const COGNITO = 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPool.html';
const BACKUP = 'https://docs.aws.amazon.com/aws-backup/latest/devguide/';
const VPN = 'https://docs.aws.amazon.com/vpn/latest/s2svpn/modify-vpn-tunnel-options.html';
const TGW = 'https://docs.aws.amazon.com/vpc/latest/tgw/';
const DMS = 'https://docs.aws.amazon.com/dms/latest/userguide/';
const TAGS = 'https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html';
const ASKED = 'https://docs.crossplane.io/latest/managed-resources/managed-resources/';

const logRetention: FieldEffect = (from, to) =>
  to !== undefined && (from === undefined || Number(to) < Number(from))
    ? updates('log events older than the new period are deleted, without a way back', LOGS)
    : updates('log events are kept longer from now on', LOGS);
const keySwitch = bySwitch(
  disrupts(
    'the key is disabled: everything that is encrypted with it cannot be read or written until it is enabled again',
    `${KMS}enabling-keys.html`,
  ),
  updates('the key works again', `${KMS}enabling-keys.html`),
);
const poolSchema: FieldEffect = (from, to) =>
  from === undefined
    ? updates('an attribute is added; it can never be removed', COGNITO)
    : to === undefined || from !== to
      ? replaces(
          'attributes of a user pool are never changed or removed: Cognito refuses, Synced=False; only a new pool, to which users have to be moved, has others',
          COGNITO,
        )
      : undefined;
const poolFixed = replaces(
  'how users sign in is chosen at creation: Cognito refuses, and only a new pool, to which users have to be moved, has it otherwise',
  COGNITO,
);
const asked = (what: string) => nothing(`${what}; nothing in AWS changes by it`, ASKED);
const tags = updates('tags change in place', TAGS);
const options = updates('an option of the attachment changes in place', `${TGW}tgw-vpc-attachments.html`);
const tunnel = disrupts('the tunnel is down while AWS changes it, for minutes', VPN);
const lock = updates('what the lock allows changes, as long as it is not fixed for good', `${BACKUP}vault-lock.html`);
const forced = (what: string, source: string) =>
  replaces(`${what}: Crossplane refuses the change (ForceNew), Synced=False`, source);
const trailSwitch = bySwitch(
  disrupts(
    'nothing is recorded any more: what happens meanwhile is in no log',
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_StopLogging.html',
  ),
  updates(
    'recording begins again',
    'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_StartLogging.html',
  ),
);
const versioning: FieldEffect = (_, to) =>
  JSON.stringify(to ?? '').includes('Enabled')
    ? updates('older versions of objects are kept from now on', `${S3}Versioning.html`)
    : updates('overwritten and deleted objects leave no version any more; what is there stays', `${S3}Versioning.html`);
const stateMachine = updates(
  'executions that begin from now on run the new definition, within seconds',
  'https://docs.aws.amazon.com/step-functions/latest/apireference/API_UpdateStateMachine.html',
);

const guardDutySwitch = bySwitch(
  disrupts(
    'GuardDuty watches nothing any more',
    'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_suspend-disable.html',
  ),
  updates('GuardDuty watches again', 'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_suspend-disable.html'),
);

/** Storage, keys, identities, networks, observation, delivery. */
export const platform: Reviewed = {
  's3.services.k8s.aws/Bucket': {
    createBucketConfiguration: replaces('a bucket stays in its region', `${S3}create-bucket-overview.html`),
    lifecycle: updates(
      'objects that the rules let expire are deleted, for versions without a way back',
      `${S3}object-lifecycle-mgmt.html`,
    ),
    policy: updates('who may use the bucket changes at once', `${S3}bucket-policies.html`),
    replication: updates(
      'new objects are copied by the new rules; those that are there are not',
      `${S3}replication.html`,
    ),
    versioning,
    ...Object.fromEntries(
      [
        'abac',
        'grantFullControl',
        'grantRead',
        'grantReadACP',
        'grantWrite',
        'grantWriteACP',
        'objectOwnership',
        'requestPayment',
      ].map((field) => [field, updates('the bucket is changed in place', `${S3}UsingBucket.html`)]),
    ),
  },
  's3control.services.k8s.aws/AccessPoint': {
    accountID: replaces('an access point stays in its account', `${S3}access-points.html`),
  },
  'kms.services.k8s.aws/Key': {
    bypassPolicyLockoutSafetyCheck: asked('asked when the policy is set'),
    enabled: keySwitch,
    enableKeyRotation: bySwitch(
      updates('the key is no longer rotated', `${KMS}rotate-keys.html`),
      updates('the key is rotated every year; what is encrypted stays readable', `${KMS}rotate-keys.html`),
    ),
    policy: updates(
      'who may use the key changes at once: whoever it leaves out can no longer read what is encrypted with it',
      `${KMS}key-policies.html`,
    ),
  },
  'kms.services.k8s.aws/Alias': {
    targetKeyID: updates('what names the alias encrypts with another key from now on', `${KMS}kms-alias.html`),
  },
  'kms.services.k8s.aws/Grant': Object.fromEntries(
    [
      'constraints',
      'grantTokens',
      'granteePrincipal',
      'keyID',
      'keyRef',
      'name',
      'operations',
      'retiringPrincipal',
    ].map((field) => [
      field,
      replaces('KMS changes no grant: ACK stops with ACK.Terminal, and the old grant stays', `${KMS}grants.html`),
    ]),
  ),
  'kms.aws.m.upbound.io/ReplicaKey': {
    enabled: keySwitch,
    bypassPolicyLockoutSafetyCheck: asked('asked when the policy is set'),
  },
  'secretsmanager.services.k8s.aws/Secret': { forceOverwriteReplicaSecret: asked('asked when a replica is made') },
  'ecr.services.k8s.aws/Repository': {
    registryID: replaces(
      'a repository stays in its registry',
      'https://docs.aws.amazon.com/AmazonECR/latest/userguide/Repositories.html',
    ),
  },
  'ecr.services.k8s.aws/PullThroughCacheRule': {
    registryID: replaces(
      'a rule stays in its registry',
      'https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html',
    ),
  },
  'ecr.services.k8s.aws/RepositoryCreationTemplate': {
    encryptionConfiguration: updates(
      'repositories that are made from now on are encrypted so',
      'https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-creation-templates.html',
    ),
  },
  'acm.services.k8s.aws/Certificate': {
    certificate: updates(
      'the certificate is imported again under its ARN',
      'https://docs.aws.amazon.com/acm/latest/userguide/import-reimport.html',
    ),
  },
  'ec2.services.k8s.aws/SecurityGroup': {
    egressRules: updates(
      'traffic that a removed rule allowed is refused at once, in open connections too',
      'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-connection-tracking.html',
    ),
    ingressRules: updates(
      'traffic that a removed rule allowed is refused at once, in open connections too',
      'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-connection-tracking.html',
    ),
  },
  'ec2.services.k8s.aws/RouteTable': {
    routes: updates(
      'traffic takes the new routes at once',
      'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html',
    ),
  },
  'ec2.services.k8s.aws/DHCPOptions': {
    dhcpConfigurations: replaces(
      'a set of DHCP options is never changed: another one is needed',
      'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_DHCP_Options.html',
    ),
  },
  'ec2.services.k8s.aws/ManagedPrefixList': {
    name: updates(
      'a prefix list can be renamed',
      'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyManagedPrefixList.html',
    ),
  },
  'ec2.services.k8s.aws/TransitGateway': {
    options: updates('options of the gateway change in place', `${TGW}tgw-transit-gateways.html`),
  },
  'ec2.aws.m.upbound.io/TransitGateway': {
    amazonSideAsn: disrupts(
      'BGP sessions end and begin again with the other number; only without VPN or Connect attachments',
      `${TGW}tgw-transit-gateways.html`,
    ),
  },
  'ec2.aws.m.upbound.io/TransitGatewayVPCAttachment': {
    applianceModeSupport: options,
    dnsSupport: options,
    ipv6Support: options,
    securityGroupReferencingSupport: options,
    subnetIds: updates('the attachment gets or loses zones in place', `${TGW}tgw-vpc-attachments.html`),
    transitGatewayDefaultRouteTableAssociation: updates(
      'the attachment is associated with the default route table, or no longer',
      `${TGW}tgw-route-tables.html`,
    ),
    transitGatewayDefaultRouteTablePropagation: updates(
      'the attachment propagates to the default route table, or no longer',
      `${TGW}tgw-route-tables.html`,
    ),
  },
  'ec2.aws.m.upbound.io/TransitGatewayRouteTable': { tags },
  'ec2.aws.m.upbound.io/TransitGatewayRouteTableAssociation': {
    replaceExistingAssociation: asked('asked when the association is made'),
  },
  'ec2.aws.m.upbound.io/TransitGatewayPeeringAttachmentAccepter': {
    tags,
    transitGatewayAttachmentId: forced('the accepter is of one attachment', `${TGW}tgw-peering.html`),
    transitGatewayAttachmentIdRef: forced('the accepter is of one attachment', `${TGW}tgw-peering.html`),
  },
  'ec2.aws.m.upbound.io/VPNConnection': {
    customerGatewayId: disrupts('both tunnels are down while AWS moves the connection', VPN),
    transitGatewayId: disrupts('both tunnels are down while AWS moves the connection', VPN),
    vpnGatewayId: disrupts('both tunnels are down while AWS moves the connection', VPN),
    localIpv4NetworkCidr: tunnel,
    remoteIpv4NetworkCidr: tunnel,
  },
  'route53.services.k8s.aws/RecordSet': {
    aliasTarget: updates(
      'clients learn the new target as their caches expire',
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html',
    ),
    resourceRecords: updates(
      'clients learn the new values as their caches expire',
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values.html',
    ),
  },
  'route53.services.k8s.aws/HostedZone': {
    delegationSetID: replaces(
      'a zone keeps its name servers',
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/white-label-name-servers.html',
    ),
  },
  'cloudfront.services.k8s.aws/Distribution': {
    'distributionConfig.enabled': bySwitch(
      disrupts(
        'the distribution answers nobody any more',
        'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HowToDeleteDistribution.html',
      ),
      updates(
        'the distribution answers again, in minutes',
        'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HowToUpdateDistribution.html',
      ),
    ),
  },
  'cognitoidentityprovider.services.k8s.aws/UserPool': {
    aliasAttributes: poolFixed,
    schema: poolSchema,
    usernameAttributes: poolFixed,
    usernameConfiguration: poolFixed,
  },
  'cognitoidp.aws.m.upbound.io/UserPool': {
    usernameConfiguration: poolFixed,
    emailMfaConfiguration: updates('which second factors there are', COGNITO),
    schema: poolSchema,
    name: updates('the pool gets another name, its id stays', COGNITO),
    signInPolicy: updates('which first factors there are', COGNITO),
    softwareTokenMfaConfiguration: updates('which second factors there are', COGNITO),
    webAuthnConfiguration: updates('which passkeys are taken', COGNITO),
  },
  'cognitoidp.aws.m.upbound.io/User': {
    attributes: updates('attributes of the user change in place', COGNITO),
    enabled: updates('the user can, or cannot, sign in', COGNITO),
  },
  'backup.aws.m.upbound.io/GlobalSettings': {
    globalSettings: updates('settings of the organization', `${BACKUP}manage-cross-account.html`),
  },
  'backup.aws.m.upbound.io/RegionSettings': {
    resourceTypeManagementPreference: updates(
      'which services AWS Backup manages fully in this region',
      `${BACKUP}working-with-supported-services.html`,
    ),
    resourceTypeOptInPreference: updates(
      'which services AWS Backup protects in this region: one that is left out gets no backups any more',
      `${BACKUP}working-with-supported-services.html`,
    ),
  },
  'backup.aws.m.upbound.io/VaultLockConfiguration': {
    backupVaultName: forced('a lock is of one vault', `${BACKUP}vault-lock.html`),
    changeableForDays: forced(
      'the days in which a lock can still be changed are chosen with it',
      `${BACKUP}vault-lock.html`,
    ),
    maxRetentionDays: lock,
    minRetentionDays: lock,
  },
  'backup.aws.m.upbound.io/VaultNotifications': {
    backupVaultEvents: forced('the events are chosen at creation', `${BACKUP}backup-notifications.html`),
    backupVaultName: forced('notifications are of one vault', `${BACKUP}backup-notifications.html`),
    snsTopicArn: forced('the topic is chosen at creation', `${BACKUP}backup-notifications.html`),
  },
  'backup.aws.m.upbound.io/VaultPolicy': {
    backupVaultName: forced('a policy is of one vault', `${BACKUP}create-a-vault-access-policy.html`),
    policy: updates('who may use the vault changes at once', `${BACKUP}create-a-vault-access-policy.html`),
  },
  'backup.aws.m.upbound.io/Vault': { forceDestroy: asked('asked when the vault is deleted') },
  'budgets.aws.m.upbound.io/Budget': {
    accountId: forced(
      'a budget stays in its account',
      'https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html',
    ),
    billingViewArn: updates(
      'what the budget counts',
      'https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html',
    ),
    notification: updates(
      'who is told, and when',
      'https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html',
    ),
  },
  'budgets.aws.m.upbound.io/BudgetAction': {
    accountId: forced(
      'an action stays in its account',
      'https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-controls.html',
    ),
  },
  'ce.aws.m.upbound.io/AnomalyMonitor': { tags },
  'cloudtrail.aws.m.upbound.io/Trail': { enableLogging: trailSwitch },
  'configservice.aws.m.upbound.io/AWSConfigurationRecorderStatus': {
    isEnabled: bySwitch(
      disrupts(
        'AWS Config records nothing any more',
        'https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html',
      ),
      updates(
        'AWS Config records again',
        'https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html',
      ),
    ),
  },
  'guardduty.aws.m.upbound.io/Detector': {
    enable: guardDutySwitch,
  },
  'guardduty.aws.m.upbound.io/Member': {
    accountId: forced(
      'a member is one account',
      'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_invitations.html',
    ),
    invitationMessage: forced(
      'the invitation is sent once',
      'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_invitations.html',
    ),
    invite: updates(
      'the account is invited, or let go',
      'https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_invitations.html',
    ),
  },
  'AWS::GuardDuty::Detector': {
    Enable: guardDutySwitch,
  },
  'cloudwatchlogs.services.k8s.aws/LogGroup': {
    retentionDays: logRetention,
    subscriptionFilters: updates(
      'where log events go',
      'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Subscriptions.html',
    ),
  },
  'cloudwatchlogs.aws.m.upbound.io/Group': {
    retentionInDays: logRetention,
    skipDestroy: asked('asked when the group is deleted'),
  },
  'codecommit.aws.m.upbound.io/ApprovalRuleTemplate': {
    content: updates(
      'pull requests that are opened from now on',
      'https://docs.aws.amazon.com/codecommit/latest/userguide/approval-rule-templates.html',
    ),
    description: updates(
      'the description changes in place',
      'https://docs.aws.amazon.com/codecommit/latest/userguide/approval-rule-templates.html',
    ),
  },
  'codecommit.aws.m.upbound.io/ApprovalRuleTemplateAssociation': {
    approvalRuleTemplateName: forced(
      'an association is of one template',
      'https://docs.aws.amazon.com/codecommit/latest/userguide/approval-rule-templates.html',
    ),
    approvalRuleTemplateNameRef: forced(
      'an association is of one template',
      'https://docs.aws.amazon.com/codecommit/latest/userguide/approval-rule-templates.html',
    ),
    repositoryName: forced(
      'an association is of one repository',
      'https://docs.aws.amazon.com/codecommit/latest/userguide/approval-rule-templates.html',
    ),
    repositoryNameRef: forced(
      'an association is of one repository',
      'https://docs.aws.amazon.com/codecommit/latest/userguide/approval-rule-templates.html',
    ),
  },
  'codecommit.aws.m.upbound.io/Repository': {
    defaultBranch: updates(
      'the branch that clones begin with',
      'https://docs.aws.amazon.com/codecommit/latest/userguide/how-to-change-branch.html',
    ),
  },
  'appsync.aws.m.upbound.io/GraphQLAPI': {
    schema: updates(
      'the API serves the new schema; clients of what it no longer has fail',
      'https://docs.aws.amazon.com/appsync/latest/devguide/designing-your-schema.html',
    ),
  },
  'dms.aws.m.upbound.io/Endpoint': {
    pauseReplicationTasks: asked('asked when the endpoint changes'),
    secretsManagerAccessRoleArn: updates(
      'the endpoint reads its credentials with another role',
      `${DMS}security_iam_secretsmanager.html`,
    ),
    secretsManagerArn: updates('the endpoint reads other credentials', `${DMS}security_iam_secretsmanager.html`),
    serviceAccessRole: updates('the endpoint works with another role', `${DMS}CHAP_Endpoints.html`),
  },
  'dms.aws.m.upbound.io/ReplicationInstance': {
    allocatedStorage: updates(
      'the instance gets storage of another size',
      `${DMS}CHAP_ReplicationInstance.Modifying.html`,
    ),
    applyImmediately: asked('decides whether the next change waits for the maintenance window'),
    engineVersion: byVersion(
      replaces('DMS does not downgrade: it refuses', `${DMS}CHAP_ReplicationInstance.EngineVersions.html`),
      disrupts(
        'the instance is down while it is upgraded; its tasks go on after it',
        `${DMS}CHAP_ReplicationInstance.EngineVersions.html`,
      ),
      disrupts(
        'the instance is down while it is upgraded; its tasks go on after it',
        `${DMS}CHAP_ReplicationInstance.EngineVersions.html`,
      ),
    ),
    kerberosAuthenticationSettings: updates(
      'how the instance signs in',
      `${DMS}CHAP_ReplicationInstance.Modifying.html`,
    ),
    multiAz: disrupts(
      'the instance gets or loses its standby: tasks stop for a moment',
      `${DMS}CHAP_ReplicationInstance.Modifying.html`,
    ),
    replicationInstanceClass: disrupts(
      'the instance restarts with the new class: its tasks stop and go on',
      `${DMS}CHAP_ReplicationInstance.Modifying.html`,
    ),
  },
  'dms.aws.m.upbound.io/ReplicationTask': {
    migrationType: disrupts(
      'the task is stopped and changed; a full load begins anew',
      `${DMS}CHAP_Tasks.Modifying.html`,
    ),
    replicationTaskSettings: disrupts('the task is stopped, changed and started', `${DMS}CHAP_Tasks.Modifying.html`),
    startReplicationTask: updates('the task is started or stopped', `${DMS}CHAP_Tasks.html`),
    tableMappings: disrupts('the task is stopped, changed and started', `${DMS}CHAP_Tasks.Modifying.html`),
  },
  'grafana.aws.m.upbound.io/Workspace': {
    configuration: updates(
      'settings of the workspace change in place',
      'https://docs.aws.amazon.com/grafana/latest/userguide/AMG-configure-workspace.html',
    ),
    grafanaVersion: disrupts(
      'the workspace is upgraded, without a way back',
      'https://docs.aws.amazon.com/grafana/latest/userguide/AMG-workspace-version-update.html',
    ),
    kmsKeyId: replaces(
      'a workspace keeps the key that it was made with: Crossplane refuses the change (ForceNew), Synced=False',
      'https://docs.aws.amazon.com/grafana/latest/userguide/AMG-encryption-at-rest.html',
    ),
  },
  'grafana.aws.m.upbound.io/RoleAssociation': {
    groupIds: updates(
      'which groups have the role',
      'https://docs.aws.amazon.com/grafana/latest/userguide/AMG-manage-users-and-groups-AMG.html',
    ),
    role: forced(
      'an association is of one role',
      'https://docs.aws.amazon.com/grafana/latest/userguide/AMG-manage-users-and-groups-AMG.html',
    ),
    userIds: updates(
      'who has the role',
      'https://docs.aws.amazon.com/grafana/latest/userguide/AMG-manage-users-and-groups-AMG.html',
    ),
    workspaceId: forced(
      'an association is of one workspace',
      'https://docs.aws.amazon.com/grafana/latest/userguide/AMG-manage-users-and-groups-AMG.html',
    ),
    workspaceIdRef: forced(
      'an association is of one workspace',
      'https://docs.aws.amazon.com/grafana/latest/userguide/AMG-manage-users-and-groups-AMG.html',
    ),
  },
  'prometheusservice.services.k8s.aws/AlertManagerDefinition': {
    configuration: updates(
      'alerts go by the new routes',
      'https://docs.aws.amazon.com/prometheus/latest/userguide/AMP-alert-manager.html',
    ),
    workspaceID: replaces(
      'a definition stays in its workspace: ACK finds none in the other one and makes a second one',
      'https://docs.aws.amazon.com/prometheus/latest/userguide/AMP-alert-manager.html',
    ),
    workspaceRef: replaces(
      'a definition stays in its workspace: ACK finds none in the other one and makes a second one',
      'https://docs.aws.amazon.com/prometheus/latest/userguide/AMP-alert-manager.html',
    ),
  },
  'prometheusservice.services.k8s.aws/LoggingConfiguration': {
    logGroupARN: updates(
      'the logs of rules go to another group',
      'https://docs.aws.amazon.com/prometheus/latest/userguide/CW-logs.html',
    ),
    workspaceID: replaces(
      'a configuration stays in its workspace: ACK makes a second one',
      'https://docs.aws.amazon.com/prometheus/latest/userguide/CW-logs.html',
    ),
    workspaceRef: replaces(
      'a configuration stays in its workspace: ACK makes a second one',
      'https://docs.aws.amazon.com/prometheus/latest/userguide/CW-logs.html',
    ),
  },
  'rds.aws.m.upbound.io/ProxyTarget': Object.fromEntries(
    ['dbClusterIdentifier', 'dbInstanceIdentifier', 'dbProxyName', 'dbProxyNameRef', 'targetGroupName'].map((field) => [
      field,
      forced(
        'a target is of one proxy and one database',
        'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy.html',
      ),
    ]),
  ),
  'sfn.services.k8s.aws/StateMachine': { definition: stateMachine, roleARN: stateMachine },
  'wafv2.services.k8s.aws/WebACL': {
    loggingConfiguration: updates(
      'where the logs of requests go',
      'https://docs.aws.amazon.com/waf/latest/developerguide/logging.html',
    ),
  },
  'xray.aws.m.upbound.io/EncryptionConfig': {
    keyId: updates(
      'traces from now on are encrypted with another key',
      'https://docs.aws.amazon.com/xray/latest/devguide/xray-console-encryption.html',
    ),
    type: updates(
      'traces from now on are encrypted otherwise',
      'https://docs.aws.amazon.com/xray/latest/devguide/xray-console-encryption.html',
    ),
  },
  'cloudwatchlogs.aws.m.upbound.io/DestinationPolicy': {
    accessPolicy: updates(
      'who may send to the destination',
      'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CreateDestination.html',
    ),
  },
};
