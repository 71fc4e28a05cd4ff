import type { Shown } from '../context';
import { h } from '../dom';

/** For an address that leads nowhere, such as one that was kept from an older page. */
export function missing(title: string, what: string): Shown {
  return {
    title,
    about: '',
    element: h(
      'p',
      { class: 'missing' },
      'This page does not have ',
      h('code', {}, what),
      '. It may have been renamed or removed.',
    ),
    above: [{ title: 'Overview', view: { name: 'overview' } }],
  };
}
