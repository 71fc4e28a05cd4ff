/**
 * The actions of AWS's own policies on roles that Pods can use, without the resources and conditions that AWS limits them to:
 * more than they allow. https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
export const managedActions: Readonly<Record<string, readonly string[]>> = {
  AmazonEBSCSIDriverPolicy: [
    'ec2:AttachVolume',
    'ec2:CopyVolumes',
    'ec2:CreateSnapshot',
    'ec2:CreateTags',
    'ec2:CreateVolume',
    'ec2:DeleteSnapshot',
    'ec2:DeleteTags',
    'ec2:DeleteVolume',
    'ec2:Describe*',
    'ec2:DetachVolume',
    'ec2:EnableFastSnapshotRestores',
    'ec2:ModifyVolume',
  ],
  AmazonEC2ContainerRegistryPullOnly: [
    'ecr:BatchGetImage',
    'ecr:BatchImportUpstreamImage',
    'ecr:GetAuthorizationToken',
    'ecr:GetDownloadUrlForLayer',
  ],
  AmazonEFSCSIDriverPolicy: [
    'ec2:DescribeAvailabilityZones',
    'elasticfilesystem:CreateAccessPoint',
    'elasticfilesystem:DeleteAccessPoint',
    'elasticfilesystem:Describe*',
    'elasticfilesystem:TagResource',
  ],
  AmazonEKSWorkerNodePolicy: ['ec2:Describe*', 'eks-auth:AssumeRoleForPodIdentity', 'eks:DescribeCluster'],
  AmazonEKS_CNI_Policy: [
    'ec2:AssignPrivateIpAddresses',
    'ec2:AttachNetworkInterface',
    'ec2:CreateNetworkInterface',
    'ec2:CreateTags',
    'ec2:DeleteNetworkInterface',
    'ec2:Describe*',
    'ec2:DetachNetworkInterface',
    'ec2:ModifyNetworkInterfaceAttribute',
    'ec2:UnassignPrivateIpAddresses',
  ],
  AmazonSSMManagedInstanceCore: [
    'ec2messages:*',
    'ssm:Describe*',
    'ssm:Get*',
    'ssm:List*',
    'ssm:Put*',
    'ssm:Update*',
    'ssmmessages:*',
  ],
};
