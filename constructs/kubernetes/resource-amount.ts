import type { Size } from 'cdk8s';

/** Processors and memory of one or more containers. */
export interface ResourceAmount {
  /** In processors, to a thousandth: 0.25 is a quarter of one. */
  readonly cpu?: number;
  readonly memory?: Size;
}

/** As the API server writes it: `250m`, `2`. */
export function cpuText(cpu: number): string {
  return Number.isInteger(cpu) ? String(cpu) : `${Math.round(cpu * 1_000)}m`;
}

/** `512Mi`, `2Gi`. */
export function memoryText(memory: Size): string {
  const mebibytes = memory.toMebibytes();
  return mebibytes % 1_024 === 0 ? `${mebibytes / 1_024}Gi` : `${mebibytes}Mi`;
}

/** As a map of Kubernetes, with a prefix such as `requests.` before each name. */
export function amountText({ cpu, memory }: ResourceAmount, prefix = ''): Record<string, string> {
  return {
    ...(cpu !== undefined && { [`${prefix}cpu`]: cpuText(cpu) }),
    ...(memory !== undefined && { [`${prefix}memory`]: memoryText(memory) }),
  };
}

/** Which resource of the one is above the other's, in words; undefined where none is. */
export function exceeds(one: ResourceAmount, other: ResourceAmount): string | undefined {
  if (one.cpu !== undefined && other.cpu !== undefined && one.cpu > other.cpu)
    return `cpu ${cpuText(one.cpu)} is above ${cpuText(other.cpu)}`;
  if (one.memory && other.memory && one.memory.toMebibytes() > other.memory.toMebibytes())
    return `memory ${memoryText(one.memory)} is above ${memoryText(other.memory)}`;
  return undefined;
}
