import { Duration } from 'cdk8s';
import type { Construct } from 'constructs';
import * as externalsecrets from '../../imports/external-secrets.io';
import { AWS_NAMESPACE } from '../core/aws-namespace';
import { PlatformObject } from '../core/platform-object';
import type { SecretKey } from '../kubernetes/secret-key';
import type { Secret } from '../secretsmanager/secret';
import type { SecretStore } from './cluster-secret-store';

export interface ExternalSecretProps<Field extends string> {
  readonly store: SecretStore;
  /** Where the values come from. */
  readonly secret: Secret<Field>;
  /** One that the store lets in. @default the namespace of the AWS objects */
  readonly namespace?: string;
  /**
   * How old a value may be: whole minutes, 1 minute to 1 day. Every look costs a call to Secrets Manager.
   * @default Duration.hours(1)
   */
  readonly refreshInterval?: Duration;
  /** Of the Secret, for those who look for it by labels. @default none */
  readonly labels?: Readonly<Record<string, string>>;
  /** Keys that the Secret has besides the fields. They stand in git, so none of them may be secret. @default none */
  readonly extraData?: Readonly<Record<string, string>>;
}

/**
 * A Secret of Kubernetes, named by its id, with the fields of a secret in Secrets Manager as its keys. It belongs to
 * this object and goes with it; when Secrets Manager loses the value, it stays as it is, and this object says so.
 * While a person has yet to put the value in, it says so too: synth lets it come last, and what needs it.
 */
export class ExternalSecret<const Field extends string = string> extends PlatformObject {
  private readonly fields: readonly Field[];

  constructor(scope: Construct, id: string, props: ExternalSecretProps<Field>) {
    super(scope, id);
    const {
      store,
      secret,
      namespace = AWS_NAMESPACE,
      refreshInterval = Duration.hours(1),
      labels,
      extraData = {},
    } = props;
    this.fields = secret.fields;
    if (!store.namespaces.includes(namespace))
      this.fail(`namespace '${namespace}' may not use ${store.node.id}, only ${store.namespaces.join(', ')} may`);
    const seconds = refreshInterval.toSeconds({ integral: false });
    const minutes = seconds / 60;
    if (!Number.isInteger(minutes) || minutes < 1 || minutes > 1_440)
      this.fail(`refreshInterval is ${seconds} s, whole minutes from 1 to 1440 are allowed`);
    for (const [key, value] of Object.entries(extraData)) {
      this.requireMatch('key', key, /^[\w.-]{1,253}$/, 'at most 253 letters, digits and . - _');
      if ((secret.fields as readonly string[]).includes(key))
        this.fail(`key '${key}' has two writers: the secret's field and 'also'`);
      if (value.includes('{{')) this.fail(`key '${key}' is '${value}', only a text without '{{' is allowed`);
    }

    new externalsecrets.ExternalSecret(this, 'Resource', {
      metadata: { name: id, namespace },
      spec: {
        refreshInterval: `${minutes}m`,
        secretStoreRef: {
          kind: externalsecrets.ExternalSecretSpecSecretStoreRefKind.CLUSTER_SECRET_STORE,
          name: store.node.id,
        },
        data: secret.fields.map((field) => ({
          secretKey: field,
          remoteRef: { key: secret.awsName, property: field },
        })),
        target: {
          name: id,
          creationPolicy: externalsecrets.ExternalSecretSpecTargetCreationPolicy.OWNER,
          deletionPolicy: externalsecrets.ExternalSecretSpecTargetDeletionPolicy.RETAIN,
          // without a template the Secret would get this object's labels and annotations, Argo CD's among them
          template: {
            // ACK reads no other type
            type: 'Opaque',
            mergePolicy: externalsecrets.ExternalSecretSpecTargetTemplateMergePolicy.MERGE,
            ...(labels && { metadata: { labels: { ...labels } } }),
            ...(Object.keys(extraData).length > 0 && { data: { ...extraData } }),
          },
        },
      },
    });
  }

  /** A key of the Secret, for objects of its namespace. */
  key(field: Field): SecretKey {
    if (!this.fields.includes(field)) this.fail(`there is no key '${field}', only ${this.fields.join(', ')}`);
    return { name: this.node.id, key: field };
  }
}
