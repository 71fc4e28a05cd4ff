import { DASHBOARDS } from './dashboards';
import { layout } from './layout';
import { dashboard } from './panels';

/** Every file that follows from the dashboards, by its path in the repository. */
export function files(): Readonly<Record<string, string>> {
  const built = DASHBOARDS.map(dashboard);
  return Object.fromEntries([
    ['grafana/rendered/dashboards.json', `${JSON.stringify(built, undefined, 2)}\n`],
    ...built.map((one) => [`docs/dashboards/${one.uid}.svg`, layout(one)]),
  ]);
}
