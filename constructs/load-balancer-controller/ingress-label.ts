import type { IConstruct } from 'constructs';
import { platformKey } from '../core/platform-key';

/** The label of namespaces whose Ingresses may use a class. */
export function ingressLabel(scope: IConstruct, ingressClass: string): Record<string, string> {
  return { [platformKey(scope, 'ingress')]: ingressClass };
}
