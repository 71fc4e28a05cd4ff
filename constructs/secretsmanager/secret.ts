import { arnPatternFor } from '@aws-platform/engine/aws';
import { late } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import * as crossplane from '../../imports/secretsmanager.aws.m.upbound.io';
import * as ack from '../../imports/secretsmanager.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import { policyJson, tlsOnly } from '../core/policy-document';
import type { StatefulProps } from '../core/removal';
import { tagList } from '../core/tags';

/** Bounds: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html */
export interface SecretProps<Field extends string> extends StatefulProps {
  /** What it is for; with the fields behind it at most 2,048 characters. */
  readonly description: string;
  /** The keys of the JSON object that its value is, letters and digits each. */
  readonly fields: readonly [Field, ...Field[]];
  /**
   * Whether the DR region has a copy, with its own key there. ACK makes it with the secret only: on one that exists a
   * change does nothing.
   * @default false
   */
  readonly replicated?: boolean;
}

/**
 * External Secrets writes values only into secrets that say so
 * (https://github.com/external-secrets/external-secrets/issues/3703).
 */
const WRITABLE = { 'managed-by': 'external-secrets' };

const KIND = 'secretsmanager.services.k8s.aws/Secret';

/**
 * A secret of Secrets Manager without its value: that is put in later, and the controller never reads or writes it.
 * Nobody reaches it without TLS or from another account, whatever else may come to allow it.
 */
export class Secret<const Field extends string = string> extends AwsObject {
  readonly fields: readonly Field[];
  /** Late: AWS puts six characters of its own behind the name. */
  readonly arn: string;
  /** What the ARN will match, for IAM documents. */
  readonly arnPattern: string;
  /** Who may never reach it. */
  readonly policy: string;

  constructor(scope: Construct, id: string, { description, fields, replicated = false, removal }: SecretProps<Field>) {
    super(scope, id);
    this.requireMatch('secret name', this.awsName, /^[\w/+=.@-]{1,512}$/, '1 to 512 letters, digits and / _ + = . @ -');
    if (/-.{6}$/.test(this.awsName))
      this.fail(`secret name '${this.awsName}' ends in a hyphen and six characters, as AWS's ARNs of secrets do`);
    for (const field of fields)
      this.requireMatch('field', field, /^[A-Za-z][A-Za-z0-9]{0,62}$/, 'at most 63 letters and digits, a letter first');
    const described = `${description}: ${fields.join(', ')}`;
    this.requireLength('description', described, 2_048);
    this.fields = fields;
    this.arnPattern = arnPatternFor(KIND, this.awsName, this.landing);

    const resource = new ack.Secret(this, 'Resource', {
      metadata: this.statefulAckMetadata({ removal }),
      spec: {
        name: this.awsName,
        description: described,
        kmsKeyId: this.landing.keys.secrets,
        ...(replicated && { replicaRegions: [this.replica] }),
        tags: tagList({ ...this.statefulTags, ...WRITABLE }),
      },
    });
    this.arn = late(resource, 'status.ackResourceMetadata.arn');

    this.policy = this.denials();
    new crossplane.SecretPolicy(this, 'Policy', {
      // without an external name: the provider keeps the secret's ARN there
      metadata: { name: `${id}-policy` },
      spec: {
        forProvider: {
          region: this.landing.region,
          secretArn: this.arn,
          blockPublicPolicy: true,
          policy: this.policy,
        },
      },
    });
  }

  /** Under the other region's key. */
  private get replica(): ack.SecretSpecReplicaRegions {
    const { region, keys } = this.need('dr');
    return { region, kmsKeyId: keys.secrets };
  }

  /** The resource is `*`, which is the secret itself: a replica takes the policy over, and has another ARN. */
  private denials(): string {
    return policyJson([
      tlsOnly(['secretsmanager:*'], '*'),
      {
        sid: 'DenyOtherAccounts',
        effect: 'Deny',
        principals: 'anyone',
        actions: ['secretsmanager:*'],
        resources: ['*'],
        conditions: { StringNotEquals: { 'aws:PrincipalAccount': this.landing.account } },
      },
    ]);
  }
}
