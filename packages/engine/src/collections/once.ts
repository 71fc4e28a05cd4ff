/**
 * `answer`, asked once for each object and kept as long as the object lives. For what depends on that object alone, and
 * on one that nobody changes any more.
 */
export function oncePer<K extends object, V>(answer: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, V>();
  return (of) => {
    let value = known.get(of);
    if (value === undefined && !known.has(of)) {
      value = answer(of);
      known.set(of, value);
    }
    return value as V;
  };
}
