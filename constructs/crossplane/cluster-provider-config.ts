import { SYNC_WAVE } from '@aws-platform/engine/manifests';
import { Construct } from 'constructs';
import * as aws from '../../imports/aws.m.upbound.io';
import { NEVER_PRUNED } from '../core/annotations';
import { clusterScoped } from '../core/cluster-scoped';

/**
 * How Crossplane's AWS providers reach AWS: each as the role that EKS Pod Identity gives its service account. Objects
 * that name no configuration take the one called `default`
 * (https://github.com/crossplane-contrib/provider-upjet-aws/blob/v2.6.0/AUTHENTICATION.md).
 */
export class ClusterProviderConfig extends Construct {
  constructor(scope: Construct, id: string, { wave }: { readonly wave: number }) {
    super(scope, id);
    clusterScoped(
      new aws.ClusterProviderConfig(this, 'Resource', {
        // without it no provider could delete what it has made
        metadata: { name: id, annotations: { ...NEVER_PRUNED, [SYNC_WAVE]: String(wave) } },
        spec: { credentials: { source: aws.ClusterProviderConfigSpecCredentialsSource.POD_IDENTITY } },
      }),
    );
  }
}
