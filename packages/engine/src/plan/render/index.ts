import { jsonText } from '../../printing';
import type { Plan } from '../report';
import { markdownReport } from './markdown';
import { textReport } from './text';

export const PLAN_FORMATS = ['text', 'markdown', 'json'] as const;
export type PlanFormat = (typeof PLAN_FORMATS)[number];

/**
 * A plan for people, for a comment on a pull request, or for programs (docs/plan.schema.json). Only text has colours.
 */
export function renderPlan(plan: Plan, format: PlanFormat, { isColored = false } = {}): string {
  if (format === 'json') return jsonText(plan, 2);
  return format === 'markdown' ? markdownReport(plan) : textReport(plan, isColored);
}
