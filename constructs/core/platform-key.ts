import type { IConstruct } from 'constructs';
import { Landing } from './landing';

/** A label or annotation of the platform's own, under its domain: `platform.example.com/capacity-type`. */
export function platformKey(scope: IConstruct, name: string): string {
  return `${Landing.of(scope).domain}/${name}`;
}
