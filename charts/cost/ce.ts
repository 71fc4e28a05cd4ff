import type { Construct } from 'constructs';
import { AnomalyMonitor } from '../../constructs/ce/anomaly-monitor';
import { AnomalySubscription } from '../../constructs/ce/anomaly-subscription';
import { CostCategory } from '../../constructs/ce/cost-category';
import type { Environment } from '../../environments';
import type { Sns } from '../messaging/sns';
import { PlatformChart } from '../platform-chart';

interface CostExplorerUses {
  readonly sns: Sns;
  readonly anomalies: NonNullable<Environment['cost']['account']>['anomalies'];
}

/** Whose costs are whose, and what costs unusually much: of the whole account. */
export class CostExplorer extends PlatformChart {
  /** By tag; a person activates the tag for cost allocation, once in an account. */
  readonly environments = new CostCategory(this, 'platform-environment', {
    rules: [{ valueOfTag: 'Environment' }],
    otherwise: 'shared',
  });

  readonly monitor: AnomalyMonitor;

  constructor(scope: Construct, id: string, environment: Environment, { sns, anomalies }: CostExplorerUses) {
    super(scope, id, environment);
    this.monitor = new AnomalyMonitor(this, 'services', { existingArn: anomalies.serviceMonitorArn });
    const common = {
      monitors: [this.monitor],
      threshold: { usd: anomalies.impactUsd, percent: anomalies.impactPercent },
    };
    new AnomalySubscription(this, 'anomalies-to-alerts', { ...common, to: { topic: sns.alerts } });
    new AnomalySubscription(this, 'anomalies-to-email', {
      ...common,
      to: { email: environment.cost.email, every: 'DAILY' },
    });
  }
}
