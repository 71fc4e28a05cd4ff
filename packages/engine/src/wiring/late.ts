import type { ApiObject } from 'cdk8s';
import { lateToken } from './token';

/** What a consumer waits for besides the value, and what of the value it takes. */
export interface LateOptions<Path extends string = string> {
  /** A field of the producer must have this value first: a certificate's ARN is there long before it may be used. */
  readonly once?: { readonly path: Path; readonly equals: string };
  /** A part of the value that the consumer does not take, such as `/hostedzone/` in front of a zone's id. */
  readonly without?: string;
}

/** An object, and which fields of its status its kind has: the generated classes of `imports/` know them. */
export type Producer<Path extends string> = ApiObject & { readonly latePaths?: Path };

/** Fields that a manifest holds itself; they become literals. */
type Written = `metadata.${string}` | `spec.${string}`;

/**
 * A value that is known only after AWS has created an object, usable as any string of a chart: alone, in a template, in
 * a list, in JSON. Which wiring a field gets (the literal, a reference, or kro) synth decides
 * (docs/late-bound-values.md). `path` is a field of the object as its CRD has it, such as `status.id`: one that the
 * kind does not have does not compile.
 */
export function late<Path extends string = string>(
  producer: Producer<Path>,
  path: NoInfer<Path> | Written,
  { once, without }: LateOptions<NoInfer<Path>> = {},
): string {
  const { apiVersion, kind, name, metadata } = producer;
  const namespace = metadata.namespace ?? producer.chart.namespace ?? 'default';
  return lateToken({
    apiVersion,
    kind,
    name,
    namespace,
    path,
    ...(once && { once }),
    ...(without !== undefined && { without }),
  });
}

/** A late value of a field that is a number or a boolean in the producer and in the consumer. */
export function lateNumber<Path extends string = string>(
  producer: Producer<Path>,
  path: NoInfer<Path>,
  options: LateOptions<NoInfer<Path>> = {},
): number {
  return late(producer, path, options) as unknown as number;
}

/**
 * The value of a key of a Secret, for kinds that have no reference to one. Git holds where it is; in the cluster it
 * then stands in the consumer too. The key is letters, digits and underscores. Throws for another.
 */
export function lateSecret({ name, key, namespace }: LateSecret): string {
  if (!/^[A-Za-z_]\w*$/.test(key)) throw new Error(`the key '${key}' of the Secret ${name} is no identifier`);
  return lateToken({ apiVersion: 'v1', kind: 'Secret', name, namespace, path: `data.${key}` });
}

/** A key of a Secret, and where that is. */
export interface LateSecret {
  readonly name: string;
  readonly key: string;
  readonly namespace: string;
}
