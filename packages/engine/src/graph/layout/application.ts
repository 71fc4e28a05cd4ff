import type { Architecture, PageApplication } from '../model/architecture';
import { layered } from './layered';
import { linksBetween } from './links';
import type { ApplicationPicture } from './picture';
import { NEIGHBOUR, sizeOfService } from './sizes';

const SPACING = { rows: 24, columns: 80, isCompact: true };

/** The charts of an application, and beside them the areas that events and requests come from and go to. */
export function applicationPicture(
  architecture: Architecture,
  { name, services }: PageApplication,
): ApplicationPicture {
  const { applications, edges, objects } = architecture;
  const others = applications.map((one) => one.name).filter((one) => one !== name);
  const serviceAt = new Map(services.map((service, index) => [service.name, index]));
  const otherAt = new Map(others.map((other, index) => [other, services.length + index]));
  const shown = edges.filter(
    ({ from, to, kind }) =>
      (kind === 'event' ||
        kind === 'network' ||
        (kind === 'reference' && objects[from]!.application === objects[to]!.application)) &&
      !objects[from]!.machinery &&
      !objects[to]!.machinery &&
      (objects[from]!.application === name || objects[to]!.application === name),
  );
  const links = linksBetween(shown, (position) => {
    const { application, service } = objects[position]!;
    return application === name ? serviceAt.get(service) : otherAt.get(application);
  });
  // an area is a neighbour on both sides where things come from it and go to it
  const of: ApplicationPicture['of'][number][] = services.map((service) => ({ service: service.name }));
  const sizes = services.map((service) =>
    sizeOfService(service.objects.map((position) => objects[position]!).filter(({ machinery }) => !machinery)),
  );
  const added = new Map<string, number>();
  const neighbour = (position: number, side: string): number => {
    if (position < services.length) return position;
    const key = `${position} ${side}`;
    const known = added.get(key) ?? of.push({ application: others[position - services.length]! }) - 1;
    added.set(key, known);
    sizes[known] = NEIGHBOUR;
    return known;
  };
  const placed = links.map((link) => ({ ...link, from: neighbour(link.from, 'in'), to: neighbour(link.to, 'out') }));
  return { ...layered(sizes, placed, SPACING), of };
}
