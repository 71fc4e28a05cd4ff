import type { Tree } from '../../relations';
import type { Problem, Rule } from '../rule';
import { fieldPlaces, kindsWhere, problemAt } from './demands';

export const logRetention: Rule = {
  id: 'log-retention',
  group: 'policy',
  reason: 'Without a retention CloudWatch keeps logs, and bills them, for ever.',
  link: 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html',
  check,
};

function* check(tree: Tree): Generator<Problem> {
  for (const known of kindsWhere(tree, ({ kind }) => kind.expiry?.values !== undefined)) {
    const { field, values = [] } = known.kind.expiry!;
    for (const object of tree.ofKinds(known.key))
      for (const place of fieldPlaces(object, known, field)) {
        if (values.includes(Number(place.value))) continue;
        const is = place.value === undefined ? 'is not set' : `is ${JSON.stringify(place.value)}`;
        yield problemAt(object, place, `${is}, allowed are ${values.join(', ')}`);
      }
  }
}
