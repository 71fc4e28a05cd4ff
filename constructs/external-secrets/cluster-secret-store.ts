import type { Construct } from 'constructs';
import * as externalsecrets from '../../imports/external-secrets.io';
import { AwsObject } from '../core/aws-object';
import { clusterScoped } from '../core/cluster-scoped';

export interface SecretStoreProps {
  /** The namespaces that may use it: every Secret that it reaches can be read there. */
  readonly namespaces: readonly [string, ...string[]];
}

/**
 * How External Secrets reaches Secrets Manager of the home region. It names no credentials: without any the controller
 * takes those of its Pod, which EKS Pod Identity gives it
 * (https://github.com/external-secrets/external-secrets/blob/v2.9.0/providers/v1/aws/auth/auth.go,
 * constructCredsProvider).
 */
export class SecretStore extends AwsObject {
  readonly namespaces: readonly string[];

  constructor(scope: Construct, id: string, { namespaces }: SecretStoreProps) {
    super(scope, id);
    this.namespaces = [...namespaces].sort();
    const resource = new externalsecrets.ClusterSecretStore(this, 'Resource', {
      metadata: { name: id },
      spec: {
        conditions: [{ namespaces: [...this.namespaces] }],
        provider: {
          aws: {
            service: externalsecrets.ClusterSecretStoreSpecProviderAwsService.SECRETS_MANAGER,
            region: this.landing.region,
          },
        },
      },
    });
    clusterScoped(resource);
  }
}
