import { annotationOf, kindKey, type Manifest, read } from '../../manifests';

type Test = (manifest: Manifest) => boolean;

const always: Test = () => true;
const schemeIn =
  (path: string): Test =>
  (manifest) =>
    read(manifest, path) === 'internet-facing';

/** Kinds with an end that the Internet reaches. */
const PUBLIC_KINDS: Readonly<Record<string, Test>> = {
  'apigatewayv2.aws.m.upbound.io/DomainName': always,
  // its own address is `https://<id>.execute-api.…`
  'apigatewayv2.services.k8s.aws/API': (manifest) => read(manifest, 'spec.disableExecuteAPIEndpoint') !== true,
  'cloudfront.services.k8s.aws/Distribution': always,
  'cognitoidp.aws.m.upbound.io/UserPoolDomain': always,
  'elbv2.k8s.aws/IngressClassParams': schemeIn('spec.scheme'),
  'elbv2.services.k8s.aws/LoadBalancer': schemeIn('spec.scheme'),
  'networking.k8s.io/Ingress': (manifest) =>
    annotationOf(manifest, 'alb.ingress.kubernetes.io/scheme') === 'internet-facing',
};

export function isPublic(manifest: Manifest): boolean {
  const key = kindKey(manifest);
  return Object.hasOwn(PUBLIC_KINDS, key) && PUBLIC_KINDS[key]!(manifest);
}
