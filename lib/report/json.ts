import type { Remark } from '../rules/check';
import type { Report } from './report';

/** One JSON document: a result for every object, then exceptions and what is pending, each with its reason. */
export function jsonReport({ results, exceptions, pending, summary }: Report): string {
  return JSON.stringify({ results, exceptions: exceptions.map(remark), pending: pending.map(remark), summary });
}

function remark({ document: { file, index }, rule, path, message, because }: Remark) {
  return { file, index, rule, path, message, because };
}
