import { faultsOf } from './faults';
import { SNS } from './objects';

faultsOf('unneeded-exception', [
  [
    'an exception that excuses nothing',
    (get) =>
      (get('Topic alerts').metadata.annotations!['exception.platform.company.com/dead-letter'] = 'nobody listens'),
    `${SNS} Topic alerts metadata.annotations.exception.platform.company.com/dead-letter`,
  ],
]);

test('GIVEN the sample and the fixtures as they are WHEN judged THEN nothing is found', () => {
  expect(sampleTree().findings()).toEqual([]);
});

test('GIVEN a declared exception WHEN judged THEN it is no finding, and its reason is at hand', () => {
  const tree = sampleTree();
  const queue = tree.get('Queue user-analytics');
  delete queue['spec'].redrivePolicy;
  queue.metadata.annotations!['exception.platform.company.com/dead-letter'] = 'messages may be lost here';
  const { findings, exceptions } = tree.judgement();
  expect(findings).toEqual([]);
  expect(exceptions.map(({ rule, because }) => `${rule}: ${because}`)).toContain(
    'dead-letter: messages may be lost here',
  );
});
