import { PLATFORM_CRITICAL, Priority } from '../../constructs/kubernetes/priority-class';
import { PlatformChart } from '../platform-chart';

/** What stays when nodes are short. Pods that name none are between services and batch. */
export class Priorities extends PlatformChart {
  readonly platformCritical = new Priority(this, PLATFORM_CRITICAL, {
    value: 1_000_000,
    description: 'Controllers without which nothing can be deployed or mended',
  });

  readonly services = new Priority(this, 'services', {
    value: 100_000,
    description: 'What somebody waits for',
  });

  readonly batch = new Priority(this, 'batch', {
    value: -10,
    description: 'What may wait, and makes room for everything else',
    preempts: false,
  });
}
