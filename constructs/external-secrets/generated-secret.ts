import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import * as externalsecrets from '../../imports/external-secrets.io';
import * as generators from '../../imports/generators.external-secrets.io';
import { PlatformObject } from '../core/platform-object';
import type { Secret } from '../secretsmanager/secret';
import type { SecretStore } from './cluster-secret-store';

/** Which passwords a service takes. */
const ACCEPTED = {
  /** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html */
  Aurora: { min: 8, max: 41, symbols: "!#$%&'()*+,-.:;<=>?[\\]^_`{|}~" },
  /** https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html */
  ElastiCache: { min: 16, max: 128, symbols: '!&#$^<>-' },
  /** What we ask of programs that set no bounds themselves. */
  software: { min: 16, max: 128, symbols: '!#$%&()*+,-.:;<=>?@[]^_{|}~' },
} as const;

export interface GeneratedSecretProps<Field extends string> {
  readonly store: SecretStore;
  /** Nobody else may write its value, except its rotation. */
  readonly secret: Secret<Field>;
  readonly password: {
    /** The field that holds it. */
    readonly field: Field;
    /** Whose bounds it has to meet. */
    readonly acceptedBy: keyof typeof ACCEPTED;
    /** Characters: 8 to 41 for Aurora, 16 to 128 otherwise. @default 32 */
    readonly length?: number;
    /**
     * Symbols that it has beside letters and digits.
     * @default none: 32 letters and digits are 190 bits, and need no escaping in URLs and shells
     */
    readonly symbols?: string;
  };
  /** The value of every other field. They stand in git, so none of them may be secret. @default none */
  readonly others?: Readonly<Partial<Record<Field, string>>>;
}

/** What External Secrets calls the key of the policy, and whose metadata it reads. */
const POLICY_KEY = 'policy.json';

/**
 * The first value of a secret: a password that the cluster makes, and that nobody has seen. It is written while Secrets
 * Manager has no value, and never again, so that no rotation is undone (docs/secrets.md).
 */
export class GeneratedSecret<const Field extends string = string> extends PlatformObject {
  constructor(scope: Construct, id: string, { store, secret, password, others }: GeneratedSecretProps<Field>) {
    super(scope, id);
    const given: Readonly<Record<string, string>> = { ...others };
    const { field, acceptedBy, length = 32, symbols = '' } = password;
    const accepted = ACCEPTED[acceptedBy];
    this.requireRange('length', length, accepted.min, accepted.max, ' characters');
    const refused = [...symbols].find((symbol) => !accepted.symbols.includes(symbol));
    if (refused !== undefined)
      this.fail(`symbol '${refused}' is not allowed, ${acceptedBy} takes only ${accepted.symbols}`);
    this.requireEveryField(secret.fields, field, given);

    new generators.Password(this, 'Password', {
      metadata: { name: id },
      spec: {
        length,
        // a character that may not come twice would make later ones easier to guess
        allowRepeat: true,
        noUpper: false,
        secretKeys: [field],
        ...(symbols === '' ? { symbols: 0 } : { symbolCharacters: symbols }),
      },
    });
    const policy = `${id}-policy`;
    new ApiObject(this, 'Policy', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: policy },
      data: { [POLICY_KEY]: secret.policy },
    });
    new externalsecrets.PushSecret(this, 'Resource', {
      metadata: { name: id },
      spec: {
        // a value that AWS has lost comes again within the hour
        refreshInterval: '1h',
        updatePolicy: externalsecrets.PushSecretSpecUpdatePolicy.IF_NOT_EXISTS,
        deletionPolicy: externalsecrets.PushSecretSpecDeletionPolicy.NONE,
        secretStoreRefs: [
          { kind: externalsecrets.PushSecretSpecSecretStoreRefsKind.CLUSTER_SECRET_STORE, name: store.node.id },
        ],
        selector: {
          generatorRef: {
            apiVersion: 'generators.external-secrets.io/v1alpha1',
            kind: externalsecrets.PushSecretSpecSelectorGeneratorRefKind.PASSWORD,
            name: id,
          },
        },
        ...(Object.keys(given).length > 0 && { template: { data: given } }),
        data: [
          {
            // without a key of its own the whole value goes as one JSON object: the second of several keys would find
            // that the secret exists, and be left out
            match: { remoteRef: { remoteKey: secret.awsName } },
            metadata: {
              apiVersion: 'kubernetes.external-secrets.io/v1alpha1',
              kind: 'PushSecretMetadata',
              spec: {
                secretPushFormat: 'string',
                // a push without a policy deletes the secret's
                // (https://github.com/external-secrets/external-secrets/issues/6806)
                resourcePolicy: {
                  blockPublicPolicy: true,
                  policySourceRef: { kind: 'ConfigMap', name: policy, key: POLICY_KEY },
                },
              },
            },
          },
        ],
      },
    });
  }

  private requireEveryField(
    fields: readonly string[],
    generated: string,
    others: Readonly<Record<string, string>>,
  ): void {
    for (const field of [generated, ...Object.keys(others)])
      if (!fields.includes(field)) this.fail(`the secret has no field '${field}', only ${fields.join(', ')}`);
    if (generated in others) this.fail(`field '${generated}' has two writers: the generator and 'others'`);
    for (const field of fields)
      if (field !== generated && others[field] === undefined)
        this.fail(`field '${field}' has no value, every field but '${generated}' needs one in 'others'`);
    for (const [field, value] of Object.entries(others))
      if (value === '' || value.includes('{{'))
        this.fail(`field '${field}' is '${value}', only a text without '{{' is allowed`);
  }
}
