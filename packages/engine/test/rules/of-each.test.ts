import { Tree, type TreeObject } from '../../src/relations/tree';
import { ofEachDocument, ofEachObject } from '../../src/rules/of-each';
import { facts } from '../fixtures/facts';
import { ack, policy } from './objects';

const place = (name: string): TreeObject => ({
  manifest: ack('sns', 'Topic', name, { policy: policy({ Effect: 'Allow' }) }),
  application: 'messaging',
});

type Find = Parameters<typeof ofEachObject>[0];

test.each([
  ['object', (find: Find) => ofEachObject(find)],
  ['document', (find: Find) => ofEachDocument(['iam-policy'], ({ object }) => find(object))],
])(
  'GIVEN a tree that was judged WHEN one object is another THEN a check of each %s looks at that one only, and finds the same as before of the rest',
  (_what, checkBy) => {
    const find = jest.fn<ReturnType<Find>, Parameters<Find>>((object) => [{ object, path: '', message: 'found' }]);
    const check = checkBy(find);
    const [one, two, other] = [place('one'), place('two'), place('other')];
    const found = (...objects: TreeObject[]) => [...check(new Tree(objects, facts))].map(({ object }) => object);
    expect(found(one, two)).toEqual([one, two]);
    expect(found(one, other)).toEqual([one, other]);
    expect(find.mock.calls).toEqual([[one], [two], [other]]);
  },
);
