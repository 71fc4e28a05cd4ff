import { faultsOf } from '../faults';
import { container, FIXTURES } from '../objects';

faultsOf('pod-security', [
  [
    'a container that may gain privileges',
    (get) => delete container(get('Deployment web')).securityContext.allowPrivilegeEscalation,
    `${FIXTURES} Deployment web spec.template.spec.containers[0].securityContext.allowPrivilegeEscalation`,
  ],
  [
    "a Pod that sees the node's files",
    (get) => (get('Deployment web')['spec'].template.spec.volumes[0] = { name: 'tmp', hostPath: { path: '/' } }),
    `${FIXTURES} Deployment web spec.template.spec.volumes[0].hostPath`,
  ],
]);
