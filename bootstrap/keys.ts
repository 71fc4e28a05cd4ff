import { CfnDeletionPolicy } from 'aws-cdk-lib';
import { CfnAlias, CfnKey, CfnReplicaKey, type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { EnvironmentData } from '../environments';
import { KEY_CLASSES, type KeyClass, keyPolicyOf } from './key-policies';

/** A key can be called back this long after somebody has scheduled its deletion. */
const PENDING_WINDOW_DAYS = 30;

/** The ARNs of all keys by data class, once AWS has made them. */
export type KeyArns = Readonly<Record<KeyClass, string>>;

/**
 * A multi-Region key for each data class, with its alias. Losing one is losing what it encrypts: they outlive their
 * stack. The logical ids are part of what is deployed: another one is another key.
 */
export class Keys extends Construct {
  readonly arns: KeyArns;
  readonly logs: IKey;
  readonly secrets: IKey;
  readonly storage: IKey;

  constructor(scope: Construct, id: string, { account, region, namePrefix }: EnvironmentData) {
    super(scope, id);
    this.arns = forEachClass((keyClass) => {
      const key = new CfnKey(this, keyClass, {
        description: `${namePrefix}platform: ${keyClass}`,
        enableKeyRotation: true,
        multiRegion: true,
        pendingWindowInDays: PENDING_WINDOW_DAYS,
        keyPolicy: keyPolicyOf(keyClass, { account, region }),
      });
      retain(key);
      alias(this, keyClass, key.attrKeyId, namePrefix);
      return key.attrArn;
    });
    this.logs = Key.fromKeyArn(this, 'logs-key', this.arns.logs);
    this.secrets = Key.fromKeyArn(this, 'secrets-key', this.arns.secrets);
    this.storage = Key.fromKeyArn(this, 'storage-key', this.arns.storage);
  }
}

/** The same keys in the DR region: what one encrypts in one region, its replica decrypts in the other. */
export class ReplicaKeys extends Construct {
  readonly arns: KeyArns;
  readonly logs: IKey;

  constructor(scope: Construct, id: string, environment: EnvironmentData, primaries: KeyArns) {
    super(scope, id);
    const { account, drRegion, namePrefix } = environment;
    this.arns = forEachClass((keyClass) => {
      const key = new CfnReplicaKey(this, keyClass, {
        description: `${namePrefix}platform: ${keyClass}, replica`,
        primaryKeyArn: primaries[keyClass],
        pendingWindowInDays: PENDING_WINDOW_DAYS,
        keyPolicy: keyPolicyOf(keyClass, { account, region: drRegion }),
      });
      retain(key);
      alias(this, keyClass, key.attrKeyId, namePrefix);
      return key.attrArn;
    });
    this.logs = Key.fromKeyArn(this, 'logs-key', this.arns.logs);
  }
}

function forEachClass(make: (keyClass: KeyClass) => string): KeyArns {
  return Object.fromEntries(KEY_CLASSES.map((keyClass) => [keyClass, make(keyClass)])) as unknown as KeyArns;
}

function alias(scope: Construct, keyClass: KeyClass, targetKeyId: string, namePrefix: string): void {
  new CfnAlias(scope, `${keyClass}-alias`, { aliasName: `alias/${namePrefix}platform-${keyClass}`, targetKeyId });
}

function retain(key: CfnKey | CfnReplicaKey): void {
  key.cfnOptions.deletionPolicy = CfnDeletionPolicy.RETAIN;
  key.cfnOptions.updateReplacePolicy = CfnDeletionPolicy.RETAIN;
}
