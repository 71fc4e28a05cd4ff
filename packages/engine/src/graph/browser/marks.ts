import { EFFECTS_GRAVEST_FIRST, type Effect, type PageObject } from '../model/architecture';
import { EFFECT_SIGNS } from '../signs';
import { h } from './dom';
import { EFFECT_WORDS } from './words';

/** The sign of what a plan does to an object. */
export function effectMark(effect: Effect): HTMLElement {
  return h(
    'span',
    {
      class: `effect ${effect}`,
      role: 'img',
      'aria-label': `plan: ${effect}`,
      title: `${effect}: ${EFFECT_WORDS[effect]}`,
    },
    EFFECT_SIGNS[effect],
  );
}

/** `2 ✕ 1 ~`: how many objects have which effect. */
export function effectCounts(objects: readonly PageObject[]): HTMLElement[] {
  return EFFECTS_GRAVEST_FIRST.flatMap((effect) => {
    const count = objects.filter((object) => object.change?.effect === effect).length;
    return count > 0 ? [h('span', { class: 'effect-count' }, effectMark(effect), `${count}`)] : [];
  });
}

export function statefulMark(): HTMLElement {
  return h(
    'span',
    { class: 'stateful', role: 'img', 'aria-label': 'stateful', title: 'stateful: holds data or identities' },
    '◆',
  );
}
