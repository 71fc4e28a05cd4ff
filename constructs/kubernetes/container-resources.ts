import { InputError } from '@aws-platform/engine/errors';

/** What a container asks for and may take at most, as Kubernetes and most charts write it. */
export interface ContainerResources {
  readonly requests: { readonly cpu: string; readonly memory: string };
  /** Of memory only where a slow start matters: processor time beyond the request is lent, not owned. */
  readonly limits: { readonly cpu?: string; readonly memory: string };
}

/** https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/ */
const MEMORY = /^[1-9]\d*Mi$/;
const CPU = /^[1-9]\d*m$/;

/** Checked: thousandths of a processor (`100m`), mebibytes (`128Mi`), and no request above its limit. */
export function containerResources(
  where: string,
  cpu: { readonly request: string; readonly limit?: string },
  memory: { readonly request: string; readonly limit: string },
): ContainerResources {
  check(where, 'cpu', CPU, '100m', cpu);
  check(where, 'memory', MEMORY, '128Mi', memory);
  return {
    requests: { cpu: cpu.request, memory: memory.request },
    limits: { ...(cpu.limit && { cpu: cpu.limit }), memory: memory.limit },
  };
}

function check(
  where: string,
  resource: string,
  pattern: RegExp,
  example: string,
  { request, limit = request }: { readonly request: string; readonly limit?: string },
): void {
  for (const quantity of [request, limit])
    if (!pattern.test(quantity))
      throw new InputError(`${where}: ${resource} '${quantity}' is not allowed, only one like ${example}`);
  if (Number.parseInt(request, 10) > Number.parseInt(limit, 10))
    throw new InputError(`${where}: ${resource} requests ${request}, more than its limit ${limit}`);
}
