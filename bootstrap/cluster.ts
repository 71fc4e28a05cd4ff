import { KubectlV36Layer } from '@aws-cdk/lambda-layer-kubectl-v36';
import { ARGOCD_SERVICE_ACCOUNTS, BOOTSTRAP_PATH, HUB_ROLE } from '@aws-platform/engine/aws';
import { InputError } from '@aws-platform/engine/errors';
import { type CfnElement, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Peer, Port } from 'aws-cdk-lib/aws-ec2';
import { CfnAddon, type CfnCluster } from 'aws-cdk-lib/aws-eks';
import * as eks from 'aws-cdk-lib/aws-eks-v2';
import { CfnRole, ManagedPolicy, Role, ServicePrincipal, SessionTagsPrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Environment } from '../environments';
import { acknowledge, acknowledgeManaged } from './acknowledgements';
import { type AddOn, addOnsOf, KNOWN_VERSIONS } from './add-ons';
import type { Foundation } from './foundation';
import { controllersBoundaryArn } from './iam/names';
import { GeneralPurposeNodes } from './node-group';
import { PlatformStack } from './stack';

/** The cluster with its add-ons, its first nodes, and who may enter it. */
export class ClusterStack extends PlatformStack {
  readonly cluster: eks.Cluster;

  constructor(scope: Construct, environment: Environment, foundation: Foundation) {
    const { region, network, cluster } = environment;
    if (!KNOWN_VERSIONS.includes(cluster.version))
      throw new InputError(
        `environments/${environment.name}.ts: cluster.version is ${cluster.version}: allowed are ${KNOWN_VERSIONS.join(', ')}, whose add-ons bootstrap/add-ons.ts has`,
      );
    super(scope, 'cluster', environment, {
      description: 'EKS cluster of the platform',
      region,
      availabilityZones: network.availabilityZones,
    });
    this.cluster = this.makeCluster(environment, foundation);
    this.admit(environment);
    this.install(environment, foundation);
    if (environment.argocd.managedBy) this.admitHub(environment.argocd.managedBy, environment);
    this.tell('ClusterName', this.cluster.clusterName);
    this.tell('OidcIssuer', this.cluster.clusterOpenIdConnectIssuerUrl);
    // roles for service accounts, where a Pod has no Pod Identity: on Fargate
    new eks.OidcProviderNative(this, 'service-accounts', { url: this.cluster.clusterOpenIdConnectIssuerUrl });
  }

  private makeCluster({ cluster: settings, outputs }: Environment, { keys, network }: Foundation): eks.Cluster {
    const logGroup = new LogGroup(this, 'control-plane', {
      // EKS writes there, and makes it without a key and for ever if it is not there
      logGroupName: `/aws/eks/${outputs.clusterName}/cluster`,
      encryptionKey: keys.logs,
      retention: settings.controlPlaneLogRetentionDays,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const cluster = new eks.Cluster(this, 'cluster', {
      clusterName: outputs.clusterName,
      version: eks.KubernetesVersion.of(settings.version),
      vpc: network.vpc,
      vpcSubnets: [{ subnets: network.subnets('private') }],
      endpointAccess: eks.EndpointAccess.PRIVATE,
      secretsEncryptionKey: keys.secrets,
      clusterLogging: [
        eks.ClusterLoggingTypes.API,
        eks.ClusterLoggingTypes.AUDIT,
        eks.ClusterLoggingTypes.AUTHENTICATOR,
        eks.ClusterLoggingTypes.CONTROLLER_MANAGER,
        eks.ClusterLoggingTypes.SCHEDULER,
      ],
      // not EKS Auto Mode: the node groups are the document's
      defaultCapacityType: eks.DefaultCapacityType.NODEGROUP,
      defaultCapacity: 0,
      // who deploys the bootstrap has no way into the cluster by that
      bootstrapClusterCreatorAdminPermissions: false,
      // they are add-ons of EKS's here
      bootstrapSelfManagedAddons: false,
      kubectlProviderOptions: {
        kubectlLayer: new KubectlV36Layer(this, 'kubectl'),
        privateSubnets: network.subnets('private'),
      },
      outputConfigCommand: false,
    });
    cluster.node.addDependency(logGroup);
    const resource = cluster.node.defaultChild as CfnCluster;
    resource.deletionProtection = settings.deletionProtection;
    acknowledgeManaged(cluster, ['AmazonEKSClusterPolicy'], 'what EKS itself calls is decided by its releases');
    acknowledgeKubectl(cluster);
    return cluster;
  }

  /** https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html */
  private admit({ account, cluster }: Environment): void {
    const principal = (role: string) => `arn:${this.partition}:iam::${account}:role/${role}`;
    const everywhere = { accessScopeType: eks.AccessScopeType.CLUSTER };
    for (const role of cluster.adminRoles)
      this.cluster.grantAccess(`admin-${role}`, principal(role), [
        eks.AccessPolicy.fromAccessPolicyName('AmazonEKSClusterAdminPolicy', everywhere),
      ]);
    for (const role of cluster.readOnlyRoles)
      this.cluster.grantAccess(`read-only-${role}`, principal(role), [
        eks.AccessPolicy.fromAccessPolicyName('AmazonEKSViewPolicy', everywhere),
      ]);
  }

  /**
   * Argo CD of another environment becomes this role, which may do nothing in AWS, and with it everything in the
   * cluster.
   * https://argo-cd.readthedocs.io/en/release-3.4/operator-manual/declarative-setup/#cluster-role-trust-policies
   */
  private admitHub(hub: NonNullable<Environment['argocd']['managedBy']>, environment: Environment): void {
    const role = new CfnRole(this, 'hub-role', {
      roleName: `${environment.namePrefix}${HUB_ROLE}`,
      path: BOOTSTRAP_PATH,
      description: `As whom the Argo CD of ${hub.environment} enters the cluster`,
      permissionsBoundary: controllersBoundaryArn(environment),
      assumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'Hub',
            Effect: 'Allow',
            // by name, because a role named as the principal would have to be there first
            Principal: { AWS: `arn:${this.partition}:iam::${hub.account}:root` },
            Condition: {
              ArnEquals: {
                'aws:PrincipalArn': ARGOCD_SERVICE_ACCOUNTS.map(
                  (name) => `arn:${this.partition}:iam::${hub.account}:role${BOOTSTRAP_PATH}${hub.namePrefix}${name}`,
                ),
              },
            },
            // tags: those that Pod Identity gives a session, which the next one inherits
            Action: ['sts:AssumeRole', 'sts:TagSession'],
          },
        ],
      },
    });
    this.cluster.grantAccess('argocd-hub', role.attrArn, [
      eks.AccessPolicy.fromAccessPolicyName('AmazonEKSClusterAdminPolicy', {
        accessScopeType: eks.AccessScopeType.CLUSTER,
      }),
    ]);
    for (const block of hub.podCidrs)
      this.cluster.clusterSecurityGroup.addIngressRule(Peer.ipv4(block), Port.HTTPS, `Argo CD of ${hub.environment}`);
    this.tell('ClusterEndpoint', this.cluster.clusterEndpoint);
    this.tell('ClusterCertificateAuthority', this.cluster.clusterCertificateAuthorityData);
    this.tell('HubRole', role.attrArn);
  }

  private install(environment: Environment, { keys }: Foundation): void {
    const nodes = new GeneralPurposeNodes(this, 'nodes', this.cluster, keys.storage, environment);
    for (const addOn of addOnsOf(environment)) {
      const installed = this.addOn(addOn, controllersBoundaryArn(environment));
      if (addOn.beforeNodes) nodes.nodegroup.node.addDependency(installed);
      else installed.node.addDependency(nodes.nodegroup);
    }
  }

  private addOn({ name, version, identity, configuration }: AddOn, boundary: string): CfnAddon {
    return new CfnAddon(this, name, {
      clusterName: this.cluster.clusterName,
      addonName: name,
      addonVersion: version,
      resolveConflicts: 'OVERWRITE',
      preserveOnDelete: false,
      ...(configuration && { configurationValues: JSON.stringify(configuration) }),
      ...(identity && {
        podIdentityAssociations: [
          {
            serviceAccount: identity.serviceAccount,
            roleArn: this.addOnRole(name, identity.managedPolicy, boundary).roleArn,
          },
        ],
      }),
    });
  }

  private addOnRole(name: string, managedPolicy: string, boundary: string): Role {
    const role = new Role(this, `${name}-role`, {
      description: `The EKS add-on ${name}`,
      assumedBy: new SessionTagsPrincipal(new ServicePrincipal('pods.eks.amazonaws.com')),
      managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName(managedPolicy)],
      permissionsBoundary: ManagedPolicy.fromManagedPolicyArn(this, `${name}-boundary`, boundary),
    });
    acknowledgeManaged(
      role,
      [managedPolicy],
      'AWS keeps it in step with the add-on, and limits it to what carries its tags',
    );
    return role;
  }
}

/** The CDK's own function, which runs kubectl and helm from within the VPC. */
function acknowledgeKubectl(cluster: eks.Cluster): void {
  const provider = cluster.node.findChild('KubectlProvider');
  acknowledgeManaged(
    provider,
    [
      'AmazonEC2ContainerRegistryReadOnly',
      'service-role/AWSLambdaBasicExecutionRole',
      'service-role/AWSLambdaVPCAccessExecutionRole',
    ],
    "the CDK's function: it writes its log, lives in the VPC, and may pull charts",
  );
  const handler = provider.node.findChild('Handler') as LambdaFunction;
  const stack = Stack.of(cluster);
  const handlerId = stack.getLogicalId(handler.node.defaultChild as CfnElement);
  const condition = stack.getLogicalId(handler.node.findChild('HasEcrPublic') as CfnElement);
  acknowledge(provider, [
    {
      id: `AwsSolutions-IAM4[Policy::{"Fn::If":["${condition}",{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},":iam::aws:policy/AmazonElasticContainerRegistryPublicReadOnly"]]},{"Ref":"AWS::NoValue"}]}]`,
      because: "the CDK's function may pull charts from AWS's public registry",
    },
    {
      id: `AwsSolutions-IAM5[Resource::<${handlerId}.Arn>:*]`,
      because: "the CDK's provider calls its own function, in whatever version",
    },
    { id: 'AwsSolutions-L1', because: "the CDK chooses its function's runtime, and raises it with its releases" },
  ]);
}
