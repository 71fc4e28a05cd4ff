import type { EdgeKind, Effect } from '../model/architecture';

/** What kinds of edges are called. */
export const KIND_WORDS: Readonly<Record<EdgeKind, { name: string; incoming: string; outgoing: string }>> = {
  event: { name: 'Event flows', incoming: 'Events and data from', outgoing: 'Events and data to' },
  network: { name: 'Network paths', incoming: 'Requests from', outgoing: 'Requests to' },
  reference: { name: 'References', incoming: 'Used by', outgoing: 'Uses' },
  permission: { name: 'Permissions', incoming: 'In policies of', outgoing: 'Its policies speak of' },
};

/** What a plan's effects mean. */
export const EFFECT_WORDS: Readonly<Record<Effect, string>> = {
  destroy: 'leaves git and AWS',
  orphan: 'leaves git, stays in AWS',
  blocked: 'the Kubernetes API refuses it',
  replace: 'AWS cannot change it: a second one, or a stop',
  unknown: 'nothing is known of its kind',
  disrupt: 'changes with downtime or moves',
  update: 'changes in place',
  create: 'is made',
  none: 'nothing in AWS',
};
