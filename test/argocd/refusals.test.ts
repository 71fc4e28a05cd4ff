import { App } from 'cdk8s';
import { Construct } from 'constructs';
import { Applications } from '../../argocd/applications';
import { PlatformApplication } from '../../charts/platform-application';
import { loadEnvironments } from '../../environments';
import { ROOT } from '../repository';

const production = loadEnvironments(ROOT).find(({ name }) => name === 'production')!;
const folders = ['controllers', 'data'].map((name) => ({ name, description: name, kinds: [] }));

describe('what Argo CD refuses', () => {
  test.each([
    [{ manualPrune: ['date'] }, "argocd.manualPrune: there is no application 'date', only controllers, data"],
    [
      { developersSync: ['network'] },
      "argocd.developersSync: there is no application 'network', only controllers, data",
    ],
    [{ manualPrune: ['controllers'] }, "argocd.manualPrune: 'controllers' has to sync by itself"],
  ])('GIVEN %j WHEN the Applications are made THEN they are refused', (change, message) => {
    const scope = new Construct(new App(), 'production');
    const environment = { ...production, argocd: { ...production.argocd, manualPrune: [], ...change } };
    new Applications(new PlatformApplication(scope, 'argocd', 'For tests'), 'applications', environment, folders);
    expect(scope.node.findAll().flatMap(({ node }) => node.validate())).toEqual([message]);
  });
});
