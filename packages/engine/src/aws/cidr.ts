/** The length of an IPv4 block's prefix: 16 of `10.0.0.0/16`. */
export function prefixLength(block: string): number {
  return Number(block.split('/')[1]);
}

/** First and last address as numbers. */
function rangeOf(block: string): [number, number] {
  const address = (block.split('/')[0] ?? '').split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - prefixLength(block));
  return [address, address + size - 1];
}

/** Whether no bit is set behind the prefix. */
export function isNetworkAddress(block: string): boolean {
  const [first] = rangeOf(block);
  return first % 2 ** (32 - prefixLength(block)) === 0;
}

/** Whether one IPv4 block lies within another. */
export function contains(outer: string, inner: string): boolean {
  const [a, b] = rangeOf(outer);
  const [c, d] = rangeOf(inner);
  return a <= c && d <= b;
}

/** Whether two IPv4 blocks have an address in common: two networks' blocks that do cannot be routed between. */
export function overlaps(one: string, other: string): boolean {
  return contains(one, other) || contains(other, one);
}
