import { canonicalJson } from '../../../src/manifests/json';
import { faultsOf } from '../faults';
import { FIXTURES } from '../objects';

faultsOf('dashboard', [
  [
    'a widget that does not fit',
    (get) => {
      const body = JSON.parse(get('Dashboard orders')['spec'].dashboardBody);
      body.widgets[0].x = 20;
      get('Dashboard orders')['spec'].dashboardBody = canonicalJson(body);
    },
    `${FIXTURES} Dashboard orders spec.dashboardBody`,
  ],
]);
