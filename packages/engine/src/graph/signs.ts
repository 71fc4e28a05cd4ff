import type { Effect } from './model/architecture';

/** A sign for each effect of a plan, so that no colour is needed. */
export const EFFECT_SIGNS: Readonly<Record<Effect, string>> = {
  destroy: '✕',
  orphan: '○',
  blocked: '⊘',
  replace: '⇄',
  unknown: '?',
  disrupt: '!',
  update: '~',
  create: '+',
  none: '·',
};
