import platform from '../../platform';

/** A label or annotation of the platform's own: `platform.example.com/capacity-type`. */
export function platformKey(name: string): string {
  return `${platform.domain}/${name}`;
}
