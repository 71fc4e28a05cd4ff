import { isReachedByInternet } from '../../aws';
import { annotationOf, kindKey, type Manifest } from '../../manifests';

/** Whether an object has an end that the Internet reaches: AWS's kinds say it in their entries. */
export function isPublic(manifest: Manifest): boolean {
  if (kindKey(manifest) === 'networking.k8s.io/Ingress')
    return annotationOf(manifest, 'alb.ingress.kubernetes.io/scheme') === 'internet-facing';
  return isReachedByInternet(manifest);
}
