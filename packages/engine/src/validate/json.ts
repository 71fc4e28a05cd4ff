import { jsonText } from '../printing';
import type { DeclaredException } from '../rules';
import type { Report } from './report';

/** One JSON document: a result for every object, then the exceptions, each with its reason. */
export function jsonReport({ results, exceptions, summary }: Report): string {
  return jsonText({ results, exceptions: exceptions.map(remark), summary });
}

function remark({ document: { file, index }, rule, path, message, because }: DeclaredException) {
  return { file, index, rule, path, message, because };
}
