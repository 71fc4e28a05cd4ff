import type { Architecture, Edge, PageApplication, PageObject } from '../model/architecture';
import type { PageData } from '../page-data';

/** An architecture with what views look up in it. */
export class Model {
  readonly architecture: Architecture;
  private readonly out = new Map<number, Edge[]>();
  private readonly in = new Map<number, Edge[]>();
  private readonly byKey = new Map<string, number>();
  private readonly texts: readonly string[];

  constructor({ architecture }: PageData) {
    this.architecture = architecture;
    for (const edge of architecture.edges) {
      push(this.out, edge.from, edge);
      push(this.in, edge.to, edge);
    }
    for (const [position, object] of architecture.objects.entries()) this.byKey.set(keyOf(object), position);
    this.texts = architecture.objects.map((object) =>
      [
        object.name,
        object.what,
        object.title,
        object.application,
        object.service,
        object.kind,
        object.namespace,
        object.apiVersion,
      ]
        .join(' ')
        .toLowerCase(),
    );
  }

  get objects(): readonly PageObject[] {
    return this.architecture.objects;
  }

  get applications(): readonly PageApplication[] {
    return this.architecture.applications;
  }

  object(position: number): PageObject {
    return this.objects[position]!;
  }

  application(name: string): PageApplication | undefined {
    return this.applications.find((one) => one.name === name);
  }

  from(position: number): readonly Edge[] {
    return this.out.get(position) ?? [];
  }

  to(position: number): readonly Edge[] {
    return this.in.get(position) ?? [];
  }

  find(key: string): number | undefined {
    return this.byKey.get(key);
  }

  /** What a search looks in. */
  textOf(position: number): string {
    return this.texts[position]!;
  }
}

/** What identifies an object, as it stands in the page's address: `sqs.services.k8s.aws/Queue/aws/orders`. */
export function keyOf({ apiVersion, kind, namespace, name }: PageObject): string {
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  return [group, kind, namespace, name].map(encodeURIComponent).join('/');
}

function push(lists: Map<number, Edge[]>, key: number, edge: Edge): void {
  const list = lists.get(key);
  if (list) list.push(edge);
  else lists.set(key, [edge]);
}
