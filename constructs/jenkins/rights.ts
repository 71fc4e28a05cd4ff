import type { ClusterRightsProps } from '../kubernetes/role-binding';

/**
 * What starts agents does where they run. `pods/exec` is how a step runs in another container than the agent's; agents
 * are patched to say that they are still wanted. https://github.com/jenkinsci/kubernetes-plugin/tree/4540.v612369217f87
 */
export const STARTS_AGENTS: Pick<ClusterRightsProps, 'rules' | 'because'> = {
  rules: [
    { group: '', resources: ['pods'], verbs: ['create', 'delete', 'get', 'list', 'patch', 'watch'] },
    { group: '', resources: ['pods/exec'], verbs: ['create', 'get'] },
    { group: '', resources: ['pods/log'], verbs: ['get'] },
    { group: '', resources: ['events'], verbs: ['get', 'list', 'watch'] },
  ],
  because:
    'a step runs in another container than the agent by pods/exec, and nothing but the agents that Jenkins itself makes runs here',
};
