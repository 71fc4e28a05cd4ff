import { faultsOf } from '../faults';

const PROJECT = 'AppProject messaging';

faultsOf('privilege/project', [
  [
    'a project that takes from every repository',
    (get) => get(PROJECT)['spec'].sourceRepos.push('*'),
    `argocd/projects.yaml ${PROJECT} spec.sourceRepos[1]`,
  ],
  [
    'a project that writes everywhere',
    (get) => (get(PROJECT)['spec'].destinations = [{ namespace: '*', server: '*' }]),
    `argocd/projects.yaml ${PROJECT} spec.destinations[0]`,
  ],
  [
    'a project that may make everything',
    (get) => (get(PROJECT)['spec'].clusterResourceWhitelist = [{ group: '*', kind: '*' }]),
    `argocd/projects.yaml ${PROJECT} spec.clusterResourceWhitelist[0]`,
  ],
]);
