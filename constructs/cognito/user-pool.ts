import { formatArn } from '@aws-platform/engine/aws';
import { late } from '@aws-platform/engine/wiring';
import type { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import * as cognito from '../../imports/cognitoidp.aws.m.upbound.io';
import { AwsObject } from '../core/aws-object';
import { KEPT_POLICIES } from '../core/removal';
import { Role } from '../iam/role';
import { allowInvoke, type FunctionTarget } from '../lambda/function-target';

/** Bounds: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html */
export interface UserPoolProps {
  /** What users sign in with. AWS cannot change it later. */
  readonly signInWith: readonly Contact[];
  /** What Cognito verifies by sending a code; what users sign in with has to be among it. */
  readonly verified: readonly Contact[];
  /** What a user must have. AWS cannot change it later. @default what they sign in with */
  readonly required?: readonly Contact[];
  /**
   * Of the pool's own, by name without `custom:`. They can be added later, but not changed or removed.
   * @default none
   */
  readonly attributes?: Readonly<Record<string, OwnAttribute>>;
  readonly password: PasswordPolicy;
  readonly mfa: Mfa;
  /** How users who forgot their password get back in, the first that they have counts. @default by verified e-mail */
  readonly recovery?: readonly ('admin_only' | 'verified_email' | 'verified_phone_number')[];
  /**
   * What becomes of sign-ins that look risky: nothing, they are recorded, or they are stopped too. Anything but OFF
   * needs the plan Plus, which costs more a user:
   * https://docs.aws.amazon.com/cognito/latest/developerguide/feature-plans-features-plus.html
   */
  readonly threatProtection: 'AUDIT' | 'ENFORCED' | 'OFF';
  /** Functions that Cognito calls at these moments. @default none */
  readonly triggers?: Readonly<Partial<Record<TriggerName, FunctionTarget>>>;
  /**
   * Who sends e-mail: an address of a domain that SES has verified.
   * @default Cognito's own address, 50 e-mails a day:
   * https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html
   */
  readonly sender?: string;
}

export type Contact = 'email' | 'phone_number';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SchemaAttributeType.html */
export type OwnAttribute =
  /** Characters, 0 to 2,048. */
  | { readonly type: 'String'; readonly minLength: number; readonly maxLength: number }
  | { readonly type: 'Number'; readonly min: number; readonly max: number }
  | { readonly type: 'Boolean' | 'DateTime' };

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_PasswordPolicyType.html */
export interface PasswordPolicy {
  /** 6 to 99 characters. */
  readonly minimumLength: number;
  readonly requireUppercase: boolean;
  readonly requireLowercase: boolean;
  readonly requireNumbers: boolean;
  readonly requireSymbols: boolean;
  /** Of one that an administrator gave, whole days up to 365. */
  readonly temporaryPasswordValidity: Duration;
}

export interface Mfa {
  /** Nobody has a second factor, whoever wants has one, or everybody. */
  readonly mode: 'OFF' | 'ON' | 'OPTIONAL';
  /** Without any where the mode is OFF, at least one otherwise. */
  readonly types: readonly ('SMS_MFA' | 'SOFTWARE_TOKEN_MFA')[];
}

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_LambdaConfigType.html */
const TRIGGERS = [
  'createAuthChallenge',
  'customMessage',
  'defineAuthChallenge',
  'postAuthentication',
  'postConfirmation',
  'preAuthentication',
  'preSignUp',
  'preTokenGeneration',
  'userMigration',
  'verifyAuthChallengeResponse',
] as const;
export type TriggerName = (typeof TRIGGERS)[number];

const SERVICE = 'cognito-idp.amazonaws.com';
/**
 * Without bounds written out, the provider sees another pool in what AWS answers
 * (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cognito_user_pool#schema).
 */
const STANDARD_LENGTH = { minLength: '0', maxLength: '2048' };

/**
 * A directory of users. It outlives its manifest, and AWS refuses to delete it. By Crossplane, because the ACK kind has
 * no one-time passwords.
 */
export class UserPool extends AwsObject {
  /** Late: what AWS calls it. */
  readonly id: string;
  /** Late. */
  readonly arn: string;
  /** Late: without `https://`, what tokens are issued by and identity pools know it by. */
  readonly endpoint: string;
  readonly userPoolIdRef = { name: this.node.id };
  /** Names of its own attributes, without `custom:`. */
  readonly ownAttributes: readonly string[];

  constructor(scope: Construct, id: string, props: UserPoolProps) {
    super(scope, id);
    const { signInWith, verified, attributes = {}, password, mfa, threatProtection, sender } = props;
    const { triggers = {}, required = signInWith, recovery = ['verified_email'] } = props;
    this.ownAttributes = Object.keys(attributes);
    this.requireMatch(
      'user pool name',
      this.awsName,
      /^[\w +=,.@-]{1,128}$/,
      '1 to 128 letters, digits and + = , . @ _ -',
    );
    this.requirePassword(password);
    this.requireMfa(mfa);
    this.requireContacts(props, recovery);
    const { region } = this.landing;

    const resource = new cognito.UserPool(this, 'Resource', {
      // without an external name: it is the id that AWS makes up
      metadata: this.keptMetadata(),
      spec: {
        managementPolicies: KEPT_POLICIES as cognito.UserPoolSpecManagementPolicies[],
        forProvider: {
          region,
          name: this.awsName,
          deletionProtection: 'ACTIVE',
          usernameAttributes: [...signInWith],
          usernameConfiguration: { caseSensitive: false },
          autoVerifiedAttributes: [...verified],
          // a new address counts only once it is verified
          userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdate: [...verified] },
          schema: [...required.map(requiredContact), ...this.schemaOf(attributes)],
          passwordPolicy: {
            minimumLength: password.minimumLength,
            requireUppercase: password.requireUppercase,
            requireLowercase: password.requireLowercase,
            requireNumbers: password.requireNumbers,
            requireSymbols: password.requireSymbols,
            temporaryPasswordValidityDays: password.temporaryPasswordValidity.toDays(),
          },
          mfaConfiguration: mfa.mode,
          ...(mfa.types.includes('SOFTWARE_TOKEN_MFA') && { softwareTokenMfaConfiguration: { enabled: true } }),
          ...(mfa.types.includes('SMS_MFA') && { smsConfiguration: this.textMessages() }),
          accountRecoverySetting: {
            recoveryMechanism: recovery.map((name, index) => ({ name, priority: index + 1 })),
          },
          adminCreateUserConfig: { allowAdminCreateUserOnly: false },
          emailConfiguration:
            sender === undefined ? { emailSendingAccount: 'COGNITO_DEFAULT' } : this.emailFrom(sender),
          userPoolTier: threatProtection === 'OFF' ? 'ESSENTIALS' : 'PLUS',
          userPoolAddOns: { advancedSecurityMode: threatProtection },
          ...(Object.keys(triggers).length > 0 && { lambdaConfig: this.lambdaConfig(triggers) }),
          tags: this.statefulTags,
        },
      },
    });
    this.id = late(resource, 'status.atProvider.id');
    this.arn = late(resource, 'status.atProvider.arn');
    this.endpoint = late(resource, 'status.atProvider.endpoint');
    for (const [name, target] of Object.entries(triggers))
      allowInvoke(target, { service: SERVICE, caller: `${id}-${kebabCase(name)}`, sourceArn: this.arn });
  }

  private requirePassword({ minimumLength, temporaryPasswordValidity }: PasswordPolicy): void {
    this.requireRange('password.minimumLength', minimumLength, 6, 99);
    this.requireRange('password.temporaryPasswordValidity', temporaryPasswordValidity.toDays(), 1, 365, ' d');
  }

  private requireMfa({ mode, types }: Mfa): void {
    if (mode === 'OFF' && types.length > 0)
      this.fail(`mfa: the mode is OFF but there is ${types.join(', ')}; with OFF none is allowed`);
    if (mode !== 'OFF' && types.length === 0)
      this.fail(`mfa: the mode is ${mode} without a type, SMS_MFA, SOFTWARE_TOKEN_MFA or both are needed`);
  }

  private requireContacts({ signInWith, verified, mfa, sender }: UserPoolProps, recovery: readonly string[]): void {
    this.requireRange('signInWith', signInWith.length, 1, 2);
    for (const contact of signInWith)
      if (!verified.includes(contact))
        this.fail(`verified lacks ${contact}: users sign in with it, so it has to be shown to be theirs`);
    if (verified.includes('phone_number') && !mfa.types.includes('SMS_MFA'))
      this.fail('verified has phone_number, whose codes need the MFA type SMS_MFA');
    // https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html
    this.requireRange('recovery', recovery.length, 1, 2);
    if (recovery.includes('admin_only') && recovery.length > 1)
      this.fail(
        `recovery has admin_only beside ${recovery.filter((one) => one !== 'admin_only').join()}, only alone it is allowed`,
      );
    if (mfa.types.includes('SMS_MFA') && recovery.every((one) => one === 'verified_phone_number'))
      this.fail('recovery is by phone alone: Cognito sends no recovery code to a phone that is the second factor');
    if (sender !== undefined)
      this.requireMatch('sender', sender, /^[\w.+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}$/, 'an e-mail address');
  }

  private schemaOf(attributes: Readonly<Record<string, OwnAttribute>>): cognito.UserPoolSpecForProviderSchema[] {
    this.requireRange('attributes', Object.keys(attributes).length, 0, 50);
    return Object.entries(attributes).map(([name, attribute]) => {
      this.requireMatch(
        'attribute',
        name,
        /^(?!custom:)[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,20}$/u,
        "1 to 20 letters, digits and signs, without 'custom:', which Cognito puts in front",
      );
      return {
        name,
        attributeDataType: attribute.type,
        mutable: true,
        required: false,
        ...this.boundsOf(name, attribute),
      };
    });
  }

  private boundsOf(name: string, attribute: OwnAttribute): Partial<cognito.UserPoolSpecForProviderSchema> {
    if (attribute.type === 'String') {
      this.requireRange(`attributes.${name}.minLength`, attribute.minLength, 0, 2_048);
      this.requireRange(`attributes.${name}.maxLength`, attribute.maxLength, attribute.minLength, 2_048);
      const { minLength, maxLength } = attribute;
      return { stringAttributeConstraints: { minLength: String(minLength), maxLength: String(maxLength) } };
    }
    if (attribute.type !== 'Number') return {};
    const { min, max } = attribute;
    this.requireRange(`attributes.${name}.max`, max, min, Number.MAX_SAFE_INTEGER);
    return { numberAttributeConstraints: { minValue: String(min), maxValue: String(max) } };
  }

  /** Cognito sends them as this role, and says the external id when it takes it. */
  private textMessages(): cognito.UserPoolSpecForProviderSmsConfiguration {
    const { account, region } = this.landing;
    const at = { partition: this.partition, region, account };
    const externalId = this.awsName;
    const role = new Role(this, `${this.node.id}-sms`, {
      description: `Sends codes of the user pool ${this.awsName} to phones`,
      assumedBy: {
        service: SERVICE,
        conditions: {
          StringEquals: { 'sts:ExternalId': externalId, 'aws:SourceAccount': account },
          ArnLike: { 'aws:SourceArn': formatArn({ ...at, service: 'cognito-idp', resource: 'userpool/*' }) },
        },
      },
      policies: {
        'send-codes': [
          {
            sid: 'SendToPhones',
            actions: ['sns:Publish'],
            everyResource: { because: 'a phone number is no resource of IAM' },
          },
          {
            sid: 'DenyTopics',
            effect: 'Deny',
            actions: ['sns:Publish'],
            resources: [`arn:${this.partition}:sns:*:*:*`],
          },
        ],
      },
    });
    return { externalId, snsCallerArn: role.arn, snsRegion: region };
  }

  private emailFrom(sender: string): cognito.UserPoolSpecForProviderEmailConfiguration {
    const { account, region } = this.landing;
    const domain = sender.slice(sender.indexOf('@') + 1);
    return {
      emailSendingAccount: 'DEVELOPER',
      fromEmailAddress: sender,
      sourceArn: formatArn({
        partition: this.partition,
        service: 'ses',
        region,
        account,
        resource: `identity/${domain}`,
      }),
    };
  }

  private lambdaConfig(triggers: NonNullable<UserPoolProps['triggers']>): Record<string, string> {
    const entries = Object.entries(triggers);
    for (const [name] of entries)
      if (!(TRIGGERS as readonly string[]).includes(name))
        this.fail(`there is no trigger '${name}', allowed are ${TRIGGERS.join(', ')}`);
    return Object.fromEntries(entries.map(([name, { arn }]) => [name, arn]));
  }
}

function requiredContact(name: Contact): cognito.UserPoolSpecForProviderSchema {
  return {
    name,
    attributeDataType: 'String',
    mutable: true,
    required: true,
    stringAttributeConstraints: STANDARD_LENGTH,
  };
}

/** Names in Kubernetes have no capitals. */
function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
