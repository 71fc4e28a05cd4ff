import { late } from '@aws-platform/engine/wiring';
import type { Construct } from 'constructs';
import * as crossplane from '../../imports/dynamodb.aws.m.upbound.io';
import * as ack from '../../imports/dynamodb.services.k8s.aws';
import { AwsObject } from '../core/aws-object';
import { tagList } from '../core/tags';
import { TableAutoscaling } from './table-autoscaling';
import { type Capacity, MAX_UNITS } from './table-capacity';
import {
  checkDefinition,
  type KeyElement,
  keySchemaOf,
  type Projection,
  projectionOf,
  type StreamView,
  type TableDefinition,
} from './table-definition';

export interface TableProps extends TableDefinition {
  readonly capacity: Capacity;
  /**
   * Where the table is, too; anybody may write in any of them. The only one with keys is the DR region.
   * @default nowhere else
   */
  readonly replicaRegions?: readonly string[];
}

/** The item after, or before, the change. */
export type StreamImage = 'NEW_IMAGE' | 'OLD_IMAGE';

const IMAGES: Readonly<Record<StreamView, readonly StreamImage[]>> = {
  KEYS_ONLY: [],
  NEW_IMAGE: ['NEW_IMAGE'],
  OLD_IMAGE: ['OLD_IMAGE'],
  NEW_AND_OLD_IMAGES: ['NEW_IMAGE', 'OLD_IMAGE'],
};

/**
 * Everything except deleting the table, and taking what AWS says over into the manifest: the autoscaler's capacities
 * would stand there, and be set again
 * (https://docs.crossplane.io/latest/managed-resources/managed-resources/#initprovider).
 */
const POLICIES: readonly string[] = ['Create', 'Observe', 'Update'];

/**
 * A DynamoDB table: encrypted with the key of data, restorable to any second of the last 35 days, protected from
 * deletion and kept when its manifest goes. Of which family it is follows from its capacity and replicas
 * (docs/tables.md): ACK would take back what the autoscaler sets, and knows no deletion protection of replicas.
 */
export class Table extends AwsObject {
  readonly arn: string;
  private readonly props: TableProps;
  private readonly lateStreamArn: string;

  constructor(scope: Construct, id: string, props: TableProps) {
    super(scope, id);
    this.props = props;
    this.requireMatch('table name', this.awsName, /^[a-zA-Z0-9_.-]{3,255}$/, '3 to 255 letters, digits and _ . -');
    checkDefinition(this.node.path, props);
    this.checkCapacity();
    this.checkReplicas();

    const { capacity, replicaRegions = [] } = props;
    if (replicaRegions.length > 0 || capacity.mode === 'autoscaled') {
      this.arn = this.arnFor('dynamodb.aws.m.upbound.io/Table');
      this.lateStreamArn = late(this.crossplaneTable(), 'status.atProvider.streamArn');
    } else {
      this.arn = this.arnFor('dynamodb.services.k8s.aws/Table');
      this.lateStreamArn = late(this.ackTable(), 'status.latestStreamARN');
    }
    this.autoscaling();
  }

  /**
   * Of the home region's stream, for a consumer that needs these images; one that needs only the keys asks for none.
   * Late.
   */
  streamArn(needed: readonly StreamImage[]): string {
    const { stream } = this.props;
    if (stream === undefined) this.fail(`has no stream, one with ${needed.join(' and ') || 'keys'} is needed`);
    const missing = needed.filter((image) => !IMAGES[stream].includes(image));
    if (missing.length > 0)
      this.fail(`the stream holds ${stream}, a consumer needs ${missing.join(' and ')} of every change`);
    return this.lateStreamArn;
  }

  private checkCapacity(): void {
    const { capacity } = this.props;
    if (capacity.mode !== 'provisioned') return;
    this.requireRange('capacity.readUnits', capacity.readUnits, 1, MAX_UNITS);
    this.requireRange('capacity.writeUnits', capacity.writeUnits, 1, MAX_UNITS);
  }

  /**
   * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-global-table-design.prescriptive-guidance.throughput.html
   */
  private checkReplicas(): void {
    const { capacity, stream, replicaRegions = [] } = this.props;
    const { region: home, dr } = this.landing;
    for (const [index, region] of replicaRegions.entries()) {
      const at = `replicaRegions[${index}]`;
      if (region === home) this.fail(`${at} is ${region}, where the table itself is; another region is needed`);
      if (replicaRegions.indexOf(region) !== index) this.fail(`${at} is ${region}, which stands there twice`);
      if (region !== dr?.region) this.fail(`${at} is ${region}, keys are there only in ${dr?.region ?? home}`);
    }
    if (replicaRegions.length === 0) return;
    if (capacity.mode === 'provisioned')
      this.fail("replicas need the capacity 'onDemand' or 'autoscaled', or they fall behind; it is 'provisioned'");
    if (stream !== 'NEW_AND_OLD_IMAGES')
      this.fail(`replicas need the stream NEW_AND_OLD_IMAGES; it is ${stream ?? 'off'}`);
  }

  private ackTable(): ack.Table {
    const { attributes, partitionKey, sortKey, globalIndexes, localIndexes, stream, timeToLive, capacity } = this.props;
    const provisionedThroughput =
      capacity.mode === 'provisioned'
        ? { readCapacityUnits: capacity.readUnits, writeCapacityUnits: capacity.writeUnits }
        : undefined;
    return new ack.Table(this, 'Resource', {
      metadata: this.statefulAckMetadata({}),
      spec: {
        tableName: this.awsName,
        billingMode: this.billingMode,
        provisionedThroughput,
        attributeDefinitions: Object.entries(attributes).map(([attributeName, attributeType]) => ({
          attributeName,
          attributeType,
        })),
        keySchema: keySchemaOf(partitionKey, sortKey),
        globalSecondaryIndexes: each(globalIndexes, (name, index) => ({
          ...ackIndex(name, keySchemaOf(index.partitionKey, index.sortKey), index.projection),
          provisionedThroughput,
        })),
        localSecondaryIndexes: each(localIndexes, (name, index) =>
          ackIndex(name, keySchemaOf(partitionKey, index.sortKey), index.projection),
        ),
        streamSpecification: stream && { streamEnabled: true, streamViewType: stream },
        timeToLive: timeToLive === undefined ? undefined : { attributeName: timeToLive, enabled: true },
        sseSpecification: { enabled: true, sseType: 'KMS', kmsMasterKeyId: this.landing.keys.data },
        continuousBackups: { pointInTimeRecoveryEnabled: true },
        deletionProtectionEnabled: true,
        tags: tagList(this.statefulTags),
      },
    });
  }

  private crossplaneTable(): crossplane.Table {
    const { attributes, partitionKey, sortKey, globalIndexes, localIndexes, stream, timeToLive } = this.props;
    const { region, keys } = this.landing;
    const initial = this.initialCapacity;
    return new crossplane.Table(this, 'Resource', {
      metadata: this.statefulCrossplaneMetadata(),
      spec: {
        managementPolicies: POLICIES as crossplane.TableSpecManagementPolicies[],
        forProvider: {
          region,
          billingMode: this.billingMode,
          attribute: Object.entries(attributes).map(([name, type]) => ({ name, type })),
          hashKey: partitionKey,
          rangeKey: sortKey,
          globalSecondaryIndex: each(globalIndexes, (name, index) => ({
            name,
            hashKey: index.partitionKey,
            rangeKey: index.sortKey,
            ...projectionOf(index.projection),
            // not in initProvider, where a list takes no part of an index; the provider looks at them only when an
            // index is made or another one changes
            // (https://github.com/crossplane-contrib/provider-upjet-aws/blob/v2.6.0/config/namespaced/dynamodb/config.go)
            ...initial,
          })),
          localSecondaryIndex: each(localIndexes, (name, index) => ({
            name,
            rangeKey: index.sortKey,
            ...projectionOf(index.projection),
          })),
          streamEnabled: stream !== undefined,
          streamViewType: stream,
          ttl: timeToLive === undefined ? undefined : { attributeName: timeToLive, enabled: true },
          serverSideEncryption: { enabled: true, kmsKeyArn: keys.data },
          pointInTimeRecovery: { enabled: true },
          deletionProtectionEnabled: true,
          replica: this.replicas,
          tags: this.statefulTags,
        },
        initProvider: initial,
      },
    });
  }

  private get billingMode(): 'PAY_PER_REQUEST' | 'PROVISIONED' {
    return this.props.capacity.mode === 'onDemand' ? 'PAY_PER_REQUEST' : 'PROVISIONED';
  }

  private get replicas(): crossplane.TableSpecForProviderReplica[] | undefined {
    const { replicaRegions = [] } = this.props;
    if (replicaRegions.length === 0) return undefined;
    return replicaRegions.map((regionName) => ({
      regionName,
      kmsKeyArn: this.need('dr').keys.data,
      pointInTimeRecovery: true,
      deletionProtectionEnabled: true,
      propagateTags: true,
    }));
  }

  /** What the autoscaler begins with. */
  private get initialCapacity(): { readCapacity: number; writeCapacity: number } | undefined {
    const { capacity } = this.props;
    if (capacity.mode !== 'autoscaled') return undefined;
    return { readCapacity: capacity.read.min, writeCapacity: capacity.write.min };
  }

  /** Every replica reads by its own capacity; what AWS sets for writing in one region it sets in all. */
  private autoscaling(): void {
    const { capacity, globalIndexes = {}, replicaRegions = [] } = this.props;
    if (capacity.mode !== 'autoscaled') return;
    const { region: home } = this.landing;
    for (const indexName of [undefined, ...Object.keys(globalIndexes)]) {
      const name = indexName === undefined ? this.node.id : `${this.node.id}-${kubernetesName(indexName)}`;
      const of = { tableName: this.awsName, indexName };
      const read = { ...of, ...capacity.read, dimension: 'Read' as const };
      new TableAutoscaling(this, `${name}-read`, { ...read, region: home });
      for (const region of replicaRegions) new TableAutoscaling(this, `${name}-read-${region}`, { ...read, region });
      new TableAutoscaling(this, `${name}-write`, { ...of, ...capacity.write, dimension: 'Write', region: home });
    }
  }
}

/** AWS refuses an empty list. */
function each<T, R>(indexes: Readonly<Record<string, T>> = {}, make: (name: string, index: T) => R): R[] | undefined {
  const all = Object.entries(indexes);
  return all.length === 0 ? undefined : all.map(([name, index]) => make(name, index));
}

function ackIndex(indexName: string, keySchema: KeyElement[], projection: Projection) {
  return { indexName, keySchema, projection: projectionOf(projection) };
}

function kubernetesName(indexName: string): string {
  return indexName.toLowerCase().replaceAll('_', '-');
}
