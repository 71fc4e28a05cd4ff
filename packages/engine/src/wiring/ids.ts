import { isResourceId } from '../kro';

/**
 * Ids of a graph's resources: their names in camel case, and with their kind where two share a name or kro keeps the
 * word.
 */
export class Ids {
  private readonly taken = new Map<string, string>();

  /** The id of an object; the same for the same `key`. */
  of(key: string, name: string, kind: string): string {
    const known = this.taken.get(key);
    if (known !== undefined) return known;
    const used = new Set(this.taken.values());
    const plain = camelCase(name);
    const candidates = [plain, camelCase(`${name}-${kind}`), camelCase(`${kind}-${name}`)];
    const isFree = (id: string) => isResourceId(id) && !used.has(id);
    let id = candidates.find(isFree);
    for (let number = 2; id === undefined; number++) id = [`${camelCase(`${kind}-${name}`)}${number}`].find(isFree);
    this.taken.set(key, id);
    return id;
  }
}

export function camelCase(text: string): string {
  const [first = '', ...others] = text.split(/[^A-Za-z0-9]+/).filter(Boolean);
  return lowerFirst(first) + others.map(upperFirst).join('');
}

export function pascalCase(text: string): string {
  return upperFirst(camelCase(text));
}

/** `URLMap` becomes `urlMap`, `UserPool` `userPool`. */
function lowerFirst(text: string): string {
  return text.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (letters) => letters.toLowerCase());
}

function upperFirst(text: string): string {
  return text.replace(/^./, (letter) => letter.toUpperCase());
}
