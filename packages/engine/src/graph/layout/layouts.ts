import type { Architecture } from '../model/architecture';
import { applicationPicture } from './application';
import { flowPicture } from './flow';
import { overviewOf } from './overview';
import type { Layouts } from './picture';

/** Everything that a page draws, laid out once for all who open it. */
export function layoutsOf(architecture: Architecture): Layouts {
  return {
    overview: overviewOf(architecture),
    applications: Object.fromEntries(
      architecture.applications.map((application) => [application.name, applicationPicture(architecture, application)]),
    ),
    event: flowPicture(architecture, 'event'),
    network: flowPicture(architecture, 'network'),
  };
}
