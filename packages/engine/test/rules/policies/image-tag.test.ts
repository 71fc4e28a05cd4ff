import { faultsOf } from '../faults';
import { container, FIXTURES } from '../objects';

faultsOf('image-tag', [
  [
    'an image of any version',
    (get) => (container(get('Deployment web')).image = 'example.com/web:latest'),
    `${FIXTURES} Deployment web spec.template.spec.containers[0].image`,
  ],
]);
