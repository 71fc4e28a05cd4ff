import { faultsOf } from '../faults';
import { FIXTURES } from '../objects';

const IMPATIENT = `return { status = obj.status.health.status, message = "" }`;

const WIDGETS = { group: 'example.org', kind: 'Widget' };

faultsOf('order/gate', [
  [
    'a CRD and its object in two Applications that sync at the same time',
    (get, add) => {
      get('AppProject network')['spec'].clusterResourceWhitelist.push({
        group: 'apiextensions.k8s.io',
        kind: 'CustomResourceDefinition',
      });
      get('AppProject messaging')['spec'].namespaceResourceWhitelist.push(WIDGETS);
      add(
        {
          apiVersion: 'apiextensions.k8s.io/v1',
          kind: 'CustomResourceDefinition',
          metadata: { name: 'widgets.example.org' },
          spec: { group: WIDGETS.group, names: { kind: WIDGETS.kind, plural: 'widgets' } },
        },
        'network',
      );
      add(
        { apiVersion: 'example.org/v1', kind: 'Widget', metadata: { name: 'one', namespace: 'aws' }, spec: {} },
        'messaging',
      );
    },
    `${FIXTURES} Widget one kind`,
  ],
]);

test('GIVEN Applications that are healthy in the middle of their sync WHEN judged THEN the waves of the root hold nothing back', () => {
  const sample = sampleTree();
  const values = sample.get('Application argocd-installation')['spec'].source.helm.valuesObject;
  const checks = values.configs.cm;
  checks['resource.customizations.health.argoproj.io_Application'] = IMPATIENT;
  checks['resource.customizations'] = checks['resource.customizations'].replace(
    'argoproj.io/Application',
    'argoproj.io/Other',
  );
  const early = sample.findings().filter((finding) => finding.endsWith('[order/gate]'));
  expect(early).toContain('application/apigatewayv2.yaml API platform-api metadata.namespace [order/gate]');
  expect(new Set(early.map((finding) => finding.split('/')[0])).size).toBeGreaterThanOrEqual(10);
});
