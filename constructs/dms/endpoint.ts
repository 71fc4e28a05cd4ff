import { late } from '@aws-platform/engine/wiring';
import type { ApiObjectMetadata } from 'cdk8s';
import type { Construct } from 'constructs';
import { Endpoint } from '../../imports/dms.aws.m.upbound.io';
import { LAST_WAVE } from '../core/annotations';
import { AwsObject } from '../core/aws-object';
import { onlyThrough } from '../core/policy-document';
import { Role } from '../iam/role';
import type { Secret } from '../secretsmanager/secret';
import { ALLOWED_IDENTIFIER, DMS_IDENTIFIER } from './identifier';

/**
 * How a connection is encrypted: `require` looks at no certificate, `verify-ca` at its issuer, `verify-full` at its
 * name, too.
 */
export type DmsSslMode = 'require' | 'verify-ca' | 'verify-full';

/** https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.SSL.html */
const SSL_MODES: Readonly<Record<string, readonly DmsSslMode[]>> = {
  postgres: ['require', 'verify-ca', 'verify-full'],
  'aurora-postgresql': ['require', 'verify-ca', 'verify-full'],
  mysql: ['verify-ca', 'verify-full'],
  mariadb: ['verify-ca', 'verify-full'],
  aurora: ['verify-ca', 'verify-full'],
  sqlserver: ['require', 'verify-full'],
  oracle: ['verify-ca'],
};

/** Bounds: https://docs.aws.amazon.com/dms/latest/APIReference/API_CreateEndpoint.html */
export interface DmsEndpointProps {
  readonly type: 'source' | 'target';
  /** As DMS calls it: `postgres`, `aurora-postgresql`, `mysql`, `mariadb`, `aurora`, `sqlserver`, `oracle`. */
  readonly engine: string;
  readonly database: string;
  /** With the fields host, port, username and password. */
  readonly secret: Secret;
  /** One that the engine has. @default 'require' */
  readonly sslMode?: DmsSslMode;
  /** Of the issuer, imported into DMS; needed to verify. @default none */
  readonly certificateArn?: string;
}

/**
 * A database that DMS reads or writes, with TLS. Where it is and who signs in stands in a secret that only DMS's role
 * here reads.
 */
export class DmsEndpoint extends AwsObject {
  /** Late. */
  readonly arn: string;
  readonly type: 'source' | 'target';

  constructor(scope: Construct, id: string, props: DmsEndpointProps) {
    super(scope, id);
    const { type, engine, database, secret, sslMode = 'require', certificateArn } = props;
    this.type = type;
    this.requireMatch('endpoint identifier', this.awsName, DMS_IDENTIFIER, ALLOWED_IDENTIFIER);
    this.requireLength('endpoint identifier', this.awsName, 255);
    const modes = SSL_MODES[engine];
    if (!modes) this.fail(`engine '${engine}' is not allowed, only ${Object.keys(SSL_MODES).join(', ')}`);
    if (!modes.includes(sslMode)) this.fail(`sslMode '${sslMode}' is not allowed, ${engine} has ${modes.join(', ')}`);
    if (sslMode !== 'require' && certificateArn === undefined)
      this.fail(`sslMode '${sslMode}' needs certificateArn, the certificate that it verifies with`);

    const resource = new Endpoint(this, 'Resource', {
      metadata: this.metadata,
      spec: {
        forProvider: {
          region: this.landing.region,
          endpointType: type,
          engineName: engine,
          databaseName: database,
          secretsManagerArn: secret.arn,
          secretsManagerAccessRoleArn: this.secretRole(secret).arn,
          sslMode,
          certificateArn,
          kmsKeyArn: this.landing.keys.data,
          tags: this.tags,
        },
      },
    });
    this.arn = late(resource, 'status.atProvider.endpointArn');
  }

  /** A person puts the secret's value in. */
  private get metadata(): ApiObjectMetadata {
    const metadata = this.crossplaneMetadata();
    return { ...metadata, annotations: { ...metadata.annotations, ...LAST_WAVE } };
  }

  /** https://docs.aws.amazon.com/dms/latest/userguide/security_iam_secretsmanager.html */
  private secretRole({ arnPattern }: Secret): Role {
    const { region, keys } = this.landing;
    return new Role(this, `${this.node.id}-secret`, {
      description: `Lets DMS read the secret of the endpoint ${this.node.id}`,
      // the one in the region, and no other: DMS reads secrets as it
      assumedBy: { service: `dms.${region}.amazonaws.com` },
      policies: {
        read: [
          {
            sid: 'Read',
            actions: ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'],
            resources: [arnPattern],
          },
          {
            sid: 'Decrypt',
            actions: ['kms:Decrypt', 'kms:DescribeKey'],
            resources: [keys.secrets],
            conditions: onlyThrough('secretsmanager', region),
          },
        ],
      },
    });
  }
}
