import type { Kind } from './kind';
import * as services from './services';

export const allKinds: readonly Kind[] = Object.values<Readonly<Record<string, Kind>>>(services).flatMap((service) =>
  Object.values(service),
);
