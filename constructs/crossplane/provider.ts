import { InputError } from '@aws-platform/engine/errors';
import { SYNC_WAVE } from '@aws-platform/engine/manifests';
import { Construct } from 'constructs';
import {
  DeploymentRuntimeConfig,
  DeploymentRuntimeConfigSpecDeploymentTemplateSpecTemplateSpecContainersResourcesLimits as Limit,
  Provider,
  DeploymentRuntimeConfigSpecDeploymentTemplateSpecTemplateSpecContainersResourcesRequests as Request,
} from '../../imports/pkg.crossplane.io';
import { NEVER_PRUNED } from '../core/annotations';
import { clusterScoped } from '../core/cluster-scoped';
import { containerResources } from '../kubernetes/container-resources';
import { PLATFORM_CRITICAL } from '../kubernetes/priority-class';

export interface CrossplaneProviderProps {
  /** With its tag: `xpkg.upbound.io/upbound/provider-aws-ec2:v2.6.0`. */
  readonly package: string;
  /** Of its Pods, to which EKS Pod Identity gives a role. */
  readonly serviceAccount: string;
  /** Of what its Pods are like, which is there before them. */
  readonly runtimeWave: number;
  readonly wave: number;
}

/**
 * Crossplane's own for a provider:
 * https://github.com/crossplane/crossplane/blob/v2.3.4/internal/controller/pkg/runtime/runtime.go
 */
const USER = 2_000;

/**
 * A provider package of Crossplane and what its Pods are like. It owns the CRDs of its kinds: deleting it deletes every
 * object of them. So it is never pruned, and taking it away is a person's act (docs/controllers.md).
 */
export class CrossplaneProvider extends Construct {
  constructor(scope: Construct, id: string, props: CrossplaneProviderProps) {
    super(scope, id);
    const { package: image, serviceAccount, runtimeWave, wave } = props;
    if (!/^[a-z0-9.-]+(?:\/[a-z0-9-]+)+:v\d+\.\d+\.\d+(?:@sha256:[0-9a-f]{64})?$/.test(image))
      throw new InputError(
        `${this.node.path}: package '${image}' is not exact, allowed is one like xpkg.upbound.io/upbound/provider-aws-ec2:v2.6.0`,
      );
    const { requests, limits } = containerResources(
      this.node.path,
      { request: '50m', limit: '500m' },
      { request: '192Mi', limit: '768Mi' },
    );
    const annotationsOf = (own: number) => ({ ...NEVER_PRUNED, [SYNC_WAVE]: String(own) });
    clusterScoped(
      new DeploymentRuntimeConfig(this, 'Runtime', {
        metadata: { name: id, annotations: annotationsOf(runtimeWave) },
        spec: {
          // the default ends in a hash that each revision changes
          serviceAccountTemplate: { metadata: { name: serviceAccount } },
          deploymentTemplate: {
            spec: {
              selector: {},
              template: {
                spec: {
                  priorityClassName: PLATFORM_CRITICAL,
                  securityContext: {
                    runAsNonRoot: true,
                    runAsUser: USER,
                    runAsGroup: USER,
                    seccompProfile: { type: 'RuntimeDefault' },
                  },
                  containers: [
                    {
                      name: 'package-runtime',
                      args: [
                        // of two Pods during an upgrade only one acts
                        '--leader-election',
                        // what an object is compared with AWS for when nobody changes it
                        '--poll=10m',
                        '--max-reconcile-rate=10',
                      ],
                      resources: {
                        requests: each(requests, Request.fromString),
                        limits: each(limits, Limit.fromString),
                      },
                      securityContext: {
                        allowPrivilegeEscalation: false,
                        capabilities: { drop: ['ALL'] },
                        privileged: false,
                        runAsNonRoot: true,
                      },
                    },
                  ],
                },
              },
            },
          },
        },
      }),
    );
    clusterScoped(
      new Provider(this, 'Resource', {
        metadata: { name: id, annotations: annotationsOf(wave) },
        spec: {
          package: image,
          packagePullPolicy: 'IfNotPresent',
          revisionActivationPolicy: 'Automatic',
          revisionHistoryLimit: 1,
          // the family stands beside it: Crossplane would install a second one under a name of its own
          skipDependencyResolution: true,
          runtimeConfigRef: { name: id },
        },
      }),
    );
  }
}

function each<T>(quantities: Readonly<Record<string, string>>, make: (quantity: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(quantities).map(([resource, quantity]) => [resource, make(quantity)]));
}
