import { formatArn } from '@aws-platform/engine/aws';
import { late } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import * as crossplane from '../../imports/rds.aws.m.upbound.io';
import * as rds from '../../imports/rds.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import { onlyThrough } from '../core/policy-document';
import { tagList } from '../core/tags';
import type { SecurityGroup } from '../ec2/security-group';
import { Role } from '../iam/role';
import type { Secret } from '../secretsmanager/secret';
import type { DbCluster } from './db-cluster';

/** Bounds: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBProxy.html */
export interface DbProxyProps {
  /** In the home region. */
  readonly cluster: DbCluster;
  /** Holds username and password, with which the proxy connects. */
  readonly secret: Secret;
  /** Fixed once the proxy is made: the controller cannot change it. */
  readonly securityGroup: SecurityGroup;
  /** Of the database's connections, 1 to 100 percent. @default 100 */
  readonly maxConnectionsPercent?: number;
}

/**
 * Shares a cluster's connections among many short-lived clients, and keeps theirs through a failover. They come with
 * TLS and with an IAM token; the password stays between the proxy and Secrets Manager.
 */
export class DbProxy extends AwsObject {
  /** Known once AWS has made it. */
  readonly endpoint: string;
  /** What IAM calls the proxy, such as `prx-0123456789abcdef0`. Known once AWS has made it. */
  readonly resourceId: string;

  constructor(scope: Construct, id: string, props: DbProxyProps) {
    super(scope, id);
    const { cluster, secret, securityGroup, maxConnectionsPercent = 100 } = props;
    this.requireMatch(
      'proxy name',
      this.awsName,
      /^(?=.{1,63}$)[a-zA-Z](?:-?[a-zA-Z0-9]+)*$/,
      '1 to 63 letters, digits and single hyphens, a letter first, no hyphen last',
    );
    this.requireRange('maxConnectionsPercent', maxConnectionsPercent, 1, 100, ' %');
    const { region, account } = this.landing;

    const resource = new rds.DbProxy(this, 'Resource', {
      metadata: this.ackMetadata(),
      spec: {
        name: this.awsName,
        engineFamily: 'POSTGRESQL',
        roleArn: this.role(id, secret).arn,
        // every field of it, as AWS gives it back: the controller compares them all
        auth: [
          {
            authScheme: 'SECRETS',
            clientPasswordAuthType: 'POSTGRES_SCRAM_SHA_256',
            description: 'Master user',
            iamAuth: 'REQUIRED',
            secretArn: secret.arn,
          },
        ],
        requireTls: true,
        // AWS's defaults, which the controller does not take over
        idleClientTimeout: 1_800,
        debugLogging: false,
        vpcSubnetIDs: [...this.need('vpc').databaseSubnetIds],
        vpcSecurityGroupIDs: [securityGroup.id],
        tags: tagList(this.tags),
      },
    });
    this.endpoint = late(resource, 'status.endpoint');
    this.resourceId = late(resource, 'status.ackResourceMetadata.arn', {
      without: formatArn({ partition: this.partition, service: 'rds', region, account, resource: 'db-proxy:' }),
    });

    // both without an external name: the provider keeps AWS's identifiers there
    new crossplane.ProxyDefaultTargetGroup(this, 'TargetGroup', {
      metadata: { name: `${id}-default` },
      spec: {
        forProvider: {
          region,
          dbProxyName: this.awsName,
          connectionPoolConfig: {
            maxConnectionsPercent,
            maxIdleConnectionsPercent: Math.floor(maxConnectionsPercent / 2),
          },
        },
      },
    });
    new crossplane.ProxyTarget(this, 'Target', {
      metadata: { name: `${id}-cluster` },
      spec: {
        forProvider: {
          region,
          dbProxyName: this.awsName,
          targetGroupName: 'default',
          dbClusterIdentifier: cluster.awsName,
        },
      },
    });
  }

  /** What `rds-db:connect` has to allow for whoever connects as a user of the database. Late. */
  userArn(user: string): string {
    const { region, account } = this.landing;
    return formatArn({
      partition: this.partition,
      service: 'rds-db',
      region,
      account,
      resource: `dbuser:${this.resourceId}/${user}`,
    });
  }

  private role(id: string, secret: Secret): Role {
    const { region, keys } = this.landing;
    return new Role(this, `${id}-secret`, {
      description: `Lets the proxy ${this.awsName} read the secret with which it connects`,
      assumedBy: { service: 'rds.amazonaws.com' },
      policies: {
        'database-user': [
          { sid: 'ReadSecret', actions: ['secretsmanager:GetSecretValue'], resources: [secret.arnPattern] },
          {
            sid: 'DecryptSecret',
            actions: ['kms:Decrypt'],
            resources: [keys.secrets],
            conditions: onlyThrough('secretsmanager', region),
          },
        ],
      },
    });
  }
}
