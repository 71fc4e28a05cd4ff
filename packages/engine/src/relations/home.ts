/** What a tree's environment knows that its manifests do not say. */
export interface Home {
  readonly account: string;
  readonly region: string;
  /** ARNs, ids and names of what the bootstrap made. */
  readonly facts: ReadonlySet<string>;
  /** Other accounts that the environment names: it works with them on purpose. @default none */
  readonly accounts?: ReadonlySet<string>;
}

/** For manifests of no known environment: the account and region that most of them name. */
export function guessHome(texts: Iterable<string>): Home {
  const places = new Map<string, number>();
  for (const text of texts)
    for (const [, region, account] of text.matchAll(/arn:aws[a-z-]*:[a-z0-9-]+:([a-z0-9-]+):(\d{12}):/g)) {
      const place = `${region} ${account}`;
      places.set(place, (places.get(place) ?? 0) + 1);
    }
  const [most = 'us-east-1 000000000000'] = [...places].sort(([, a], [, b]) => b - a).map(([place]) => place);
  const [region = '', account = ''] = most.split(' ');
  return { account, region, facts: new Set() };
}
