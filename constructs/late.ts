import type { ApiObject } from 'cdk8s';
import { lateToken } from '../lib/wiring/token';

/** What a consumer waits for besides the value. */
export interface LateOptions {
  /** A field of the producer must have this value first: a certificate's ARN is there long before it may be used. */
  readonly once?: { readonly path: string; readonly equals: string };
}

/**
 * A value that is known only after AWS has created an object, usable as any string of a chart: alone, in a template, in
 * a list, in JSON. Which wiring a field gets (the literal, a reference, or kro) synth decides (docs/late-bound-values.md). `path`
 * is a field of the object as its CRD has it, such as `status.id`; synth refuses one that the CRD does not have.
 */
export function late(producer: ApiObject, path: string, { once }: LateOptions = {}): string {
  const { apiVersion, kind, name, metadata } = producer;
  const namespace = metadata.namespace ?? producer.chart.namespace ?? 'default';
  return lateToken({ apiVersion, kind, name, namespace, path, ...(once && { once }) });
}

/** A late value of a field that is a number or a boolean in the producer and in the consumer. */
export function lateNumber(producer: ApiObject, path: string, options: LateOptions = {}): number {
  return late(producer, path, options) as unknown as number;
}
