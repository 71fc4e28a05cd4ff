import { parse } from 'yaml';
import { notificationsOf } from '../../argocd/notifications';
import { environments } from '../../environments';

const production = environments.find(({ name }) => name === 'production')!;
interface Values {
  readonly secret: { readonly create: boolean };
  readonly notifiers: Record<string, string>;
  readonly templates: Record<string, string>;
  readonly triggers: Record<string, string>;
  readonly subscriptions: readonly { readonly recipients: string[]; readonly triggers: string[] }[];
}

describe('whom Argo CD tells', () => {
  const values = notificationsOf(production) as Values;

  test('GIVEN a channel WHEN Argo CD is told THEN the token is a reference to a Secret that another makes', () => {
    expect(values.secret).toMatchObject({ create: false });
    expect(parse(values.notifiers['service.slack']!)).toEqual({ token: '$slackToken' });
  });

  test('GIVEN the subscription WHEN its triggers are followed THEN each fires once a revision, and has its template', () => {
    const [subscription] = values.subscriptions;
    expect(subscription!.recipients).toEqual(['slack:platform-alerts']);
    expect(subscription!.triggers).toHaveLength(4);
    for (const name of subscription!.triggers) {
      const [trigger] = parse(values.triggers[`trigger.${name}`]!) as { oncePer: string; send: string[] }[];
      expect(trigger!.oncePer).toBe('app.status.sync.revision');
      for (const template of trigger!.send) {
        const { message } = parse(values.templates[`template.${template}`]!) as { message: string };
        expect(message).toMatch(/^production: <\{\{\.context\.argocdUrl\}\}/);
      }
    }
  });

  test('GIVEN no channel WHEN Argo CD is told THEN the controller does not run', () => {
    const { slackChannel: _, ...argocd } = production.argocd;
    expect(notificationsOf({ name: 'production', argocd })).toEqual({ enabled: false });
  });
});
