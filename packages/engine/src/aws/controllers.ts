/**
 * Who a controller is in the cluster. The bootstrap gives this service account its role, and its Helm release must use
 * it.
 */
export interface ControllerIdentity {
  readonly namespace: string;
  readonly serviceAccount: string;
}

/**
 * The namespace of ACK's controllers, as its charts' documentation has it: https://aws-controllers-k8s.github.io/docs/
 */
export const ACK_NAMESPACE = 'ack-system';

export const CROSSPLANE_NAMESPACE = 'crossplane-system';

/**
 * An ACK controller by the first part of its API group: `sqs` of `sqs.services.k8s.aws`. The name is its chart's
 * default.
 */
export function ackController(service: string): ControllerIdentity {
  return { namespace: ACK_NAMESPACE, serviceAccount: `ack-${service}-controller` };
}

/**
 * A provider of Crossplane's AWS family by the first part of its API group: `ec2` of `ec2.aws.m.upbound.io`. Its
 * service account has this name where a DeploymentRuntimeConfig says so in `serviceAccountTemplate`; the default ends
 * in a hash.
 */
export function crossplaneProvider(service: string): ControllerIdentity {
  return { namespace: CROSSPLANE_NAMESPACE, serviceAccount: `provider-aws-${service}` };
}
