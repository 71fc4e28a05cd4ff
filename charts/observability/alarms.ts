import { type AlarmOfKind, isExcused, kindOf, queryOf, watched } from '@aws-platform/engine/aws';
import { late } from '@aws-platform/engine/wiring';
import { Duration } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import { CompositeAlarm, groupsForRules } from '../../constructs/cloudwatch/composite-alarm';
import { type Metric, MetricAlarm } from '../../constructs/cloudwatch/metric-alarm';
import type { Topic } from '../../constructs/sns/topic';
import type { Environment } from '../../environments';
import type { Sns } from '../messaging/sns';
import { PlatformChart } from '../platform-chart';
import { type AlarmedObject, alarmedObjects, nameIn } from './alarmed-objects';
import type { CloudWatch } from './cloudwatch';

interface AlarmsUses {
  readonly sns: Sns;
  readonly cloudWatch: CloudWatch;
  /** Everything that is to have alarms: this chart comes behind all others. */
  readonly root: IConstruct;
}

/** An alarm of an object, and what it looks at. */
export interface ObjectAlarm {
  readonly application: string;
  /** `sqs`. */
  readonly service: string;
  /** Of the object, with its part. */
  readonly name: string;
  readonly definition: AlarmOfKind;
  readonly alarm: MetricAlarm;
  /** Undefined where only the alarm knows it: by a query, or with what AWS tells later. */
  readonly metric?: Metric;
}

/** An alarm, and whose. */
type ApplicationAlarm = Pick<ObjectAlarm, 'application' | 'alarm'>;

/**
 * The alarms of every object of the kinds in packages/engine/src/aws/alarms, and above them a composite alarm for each
 * application and one for all.
 */
export class Alarms extends PlatformChart {
  readonly ofObjects: readonly ObjectAlarm[];
  /** Of the home region's applications. */
  readonly compositeAlarms: ReadonlyMap<string, readonly CompositeAlarm[]>;
  /** In alarm when anything is. */
  readonly platform: readonly CompositeAlarm[];

  constructor(scope: Construct, id: string, environment: Environment, { sns, cloudWatch, root }: AlarmsUses) {
    super(scope, id, environment);
    const { region: home, drRegion } = environment;
    const topics: Readonly<Record<string, Topic>> = { [drRegion]: sns.alertsDr, [home]: sns.alerts };
    const objects = alarmedObjects(root);
    const nameOf = nameIn(objects);
    this.ofObjects = objects.flatMap((object) => this.watch(object, nameOf, topics));

    const others = cloudWatch.alarms.map((alarm): ApplicationAlarm => ({ application: scope.node.id, alarm }));
    const all: readonly ApplicationAlarm[] = [...this.ofObjects, ...others];
    const ofApplications = new Map<string, readonly CompositeAlarm[]>();
    this.platform = [...new Set(all.map(({ alarm }) => alarm.region))].map((region) => {
      const suffix = region === home ? '' : `-${region}`;
      const there = all.filter(({ alarm }) => alarm.region === region);
      const ofRegion = [...new Set(there.map(({ application }) => application))].flatMap((application) => {
        const alarms = there.filter((one) => one.application === application).map(({ alarm }) => alarm);
        const own = this.compositeAlarmsOver(
          `${application}-health${suffix}`,
          `Something of the application ${application}`,
          alarms,
        );
        if (region === home) ofApplications.set(application, own);
        return own;
      });
      return this.compositeAlarmOverAll(`platform-health${suffix}`, ofRegion, topics[region]);
    });
    this.compositeAlarms = ofApplications;
  }

  private watch(
    { producer, application }: AlarmedObject,
    nameOf: (kind: string, name: string) => string,
    topics: Readonly<Record<string, Topic>>,
  ): ObjectAlarm[] {
    // made anew for each question: to keep all of them would double what constructs take
    const manifest = producer.toJson();
    let isLate = false;
    const found = watched(manifest, {
      home: this.environment,
      nameOf,
      late: (path, without) => {
        isLate = true;
        return late(producer, path, without === undefined ? {} : { without });
      },
    });
    if (!found || found.measured.length === 0 || isExcused(manifest)) return [];
    const { service, namespace } = found;
    // together, so that they come into one graph where AWS has to tell what they look at
    const group = new Construct(this, `${service}-${producer.name}`);
    return found.measured.flatMap((subject) => {
      const name = subject.part === undefined ? producer.name : `${producer.name}-${subject.part}`;
      return subject.alarms.map((definition): ObjectAlarm => {
        const { metric: metricName, statistic, threshold } = definition;
        const metric: Metric = { namespace, name: metricName, dimensions: subject.dimensions, statistic };
        const query = queryOf(namespace, subject, definition);
        const alarm = new MetricAlarm(group, `${service}-${name}-${definition.name}`, {
          description: `${kindOf(manifest)} ${name} ${definition.says}`,
          source: query === undefined ? metric : { query },
          comparison: definition.when === 'below' ? 'LessThanThreshold' : 'GreaterThanThreshold',
          threshold: typeof threshold === 'number' ? threshold : threshold(this.environment.observability.alarms),
          period: Duration.seconds(definition.period ?? 300),
          evaluationPeriods: definition.periods,
          missingData: definition.missing,
          region: subject.region,
          topic: topics[subject.region],
        });
        const isKnown = query === undefined && !isLate;
        return { application, service, name, definition, alarm, ...(isKnown && { metric }) };
      });
    });
  }

  /** As few composite alarms as rules can hold: usually one. */
  private compositeAlarmsOver(
    id: string,
    what: string,
    alarms: readonly (MetricAlarm | CompositeAlarm)[],
  ): CompositeAlarm[] {
    return groupsForRules(alarms).map(
      (anyOf, index) =>
        new CompositeAlarm(this, index === 0 ? id : `${id}-${index + 1}`, {
          description: `${what} is in alarm`,
          anyOf,
          region: anyOf[0]!.region,
        }),
    );
  }

  private compositeAlarmOverAll(
    id: string,
    alarms: readonly CompositeAlarm[],
    topic: Topic | undefined,
  ): CompositeAlarm {
    const [group, ...more] = groupsForRules(alarms);
    if (more.length > 0)
      return this.compositeAlarmOverAll(
        id,
        this.compositeAlarmsOver(`${id}-part`, 'A part of the platform', alarms),
        topic,
      );
    return new CompositeAlarm(this, id, {
      description: 'Something of the platform is in alarm; its dashboard shows what',
      anyOf: group!,
      region: group![0]!.region,
      topic,
    });
  }
}
