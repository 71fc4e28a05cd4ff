import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './repository';

/** As the formatter breaks code; it leaves comments alone. */
const WIDTH = 120;
const PLACES = [
  'argocd',
  'bench',
  'bootstrap',
  'charts',
  'conformance',
  'constructs',
  'environments',
  'grafana',
  'packages/engine/bin',
  'packages/engine/src',
  'packages/engine/test',
  'test',
];
/** An address is as long as it is. */
const LONG_WORD = /\S{80,}/;

test('GIVEN the comments of the sources WHEN they are measured THEN none is wider than code, but for addresses', () => {
  const files = PLACES.flatMap((place) =>
    readdirSync(join(ROOT, place), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.[jt]s$/.test(file))
      .map((file) => join(place, file)),
  );
  expect(files.length).toBeGreaterThan(1_000);
  const wide = files.flatMap((file) =>
    readFileSync(join(ROOT, file), 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        line.length > WIDTH && /^\s*(?:\/\*\*|\*|\/\/) /.test(line) && !LONG_WORD.test(line)
          ? [`${file}:${index + 1}`]
          : [],
      ),
  );
  expect(wide).toEqual([]);
});
