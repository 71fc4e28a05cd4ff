import { layoutsOf } from '../../src/graph/layout/layouts';
import type { Box, Picture } from '../../src/graph/layout/picture';
import { smoothPath } from '../../src/graph/layout/smooth-path';
import { architecture, committed } from './sample';

const production = committed('production');
const layouts = layoutsOf(production);

const PICTURES: readonly (readonly [string, Picture])[] = [
  ['the overview', layouts.overview],
  ['event flows', layouts.event],
  ['network paths', layouts.network],
  ...Object.entries(layouts.applications),
];

describe('the layout of production', () => {
  test.each(PICTURES)(
    'GIVEN %s WHEN it is laid out THEN no box lies on another, and all are inside',
    (_name, picture) => {
      for (const [index, one] of picture.boxes.entries()) {
        expect(one.x).toBeGreaterThanOrEqual(0);
        expect(one.y).toBeGreaterThanOrEqual(0);
        expect(one.x + one.width).toBeLessThanOrEqual(picture.width);
        expect(one.y + one.height).toBeLessThanOrEqual(picture.height);
        for (const other of picture.boxes.slice(index + 1)) expect(overlap(one, other)).toBe(false);
      }
    },
  );

  test.each(PICTURES)(
    'GIVEN %s WHEN its lines are drawn THEN each touches its own boxes, and no other',
    (_name, picture) => {
      for (const { from, to, path } of picture.lines) {
        const points = pointsOf(path);
        expect(isOnSide(points[0]!, picture.boxes[from]!)).toBe(true);
        expect(isOnSide(points.at(-1)!, picture.boxes[to]!)).toBe(true);
        const others = picture.boxes.filter((_, position) => position !== from && position !== to);
        expect(others.filter((box) => points.some((point) => isInside(point, box)))).toEqual([]);
      }
    },
  );

  test('GIVEN every object with a flow WHEN flows are laid out THEN it stands in one box', () => {
    for (const { of } of [layouts.event, layouts.network]) {
      const all = of.flat();
      expect(new Set(all).size).toBe(all.length);
    }
    expect(layouts.event.of.filter((positions) => positions.length > 20)).not.toEqual([]);
  });

  test('GIVEN the overview WHEN it is laid out THEN it is not higher than a screen and a half', () => {
    expect(layouts.overview.height).toBeLessThan(1400);
    expect(layouts.overview.width).toBeLessThan(1900);
  });

  test('GIVEN the same manifests WHEN they are laid out twice THEN in the same way', () => {
    expect(layoutsOf(committed('production'))).toEqual(layouts);
  });
});

test('GIVEN one object, with nothing beside it WHEN it is laid out THEN it has a place', () => {
  const manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'alone' } };
  const { overview, event } = layoutsOf(architecture(['app', 'chart', manifest]));
  expect(overview.boxes).toHaveLength(1);
  expect(event.boxes).toEqual([]);
});

test('GIVEN points WHEN a line goes through them THEN straight where they are level', () => {
  expect(
    smoothPath([
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 30, y: 8 },
    ]),
  ).toBe('M0 0H10C20 0 20 8 30 8');
  expect(smoothPath([])).toBe('');
});

type Point = readonly [x: number, y: number];

/** Points along a path of `M`, `H` and `C`. */
function pointsOf(path: string): Point[] {
  const points: Point[] = [];
  for (const [, command, numbers] of path.matchAll(/([MHC])([^MHC]*)/g)) {
    const values = numbers!.split(' ').map(Number);
    const [x, y] = points.at(-1) ?? [0, 0];
    if (command === 'M') points.push([values[0]!, values[1]!]);
    else if (command === 'H') points.push(...between((t) => [x + (values[0]! - x) * t, y]));
    else {
      const [x1, y1, x2, y2, x3, y3] = values as [number, number, number, number, number, number];
      const bezier = (t: number, a: number, b: number, c: number, d: number) =>
        (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t * t * c + t ** 3 * d;
      points.push(...between((t) => [bezier(t, x, x1, x2, x3), bezier(t, y, y1, y2, y3)]));
    }
  }
  return points;
}

function between(at: (t: number) => Point): Point[] {
  return Array.from({ length: 20 }, (_, step) => at((step + 1) / 20));
}

function isInside([x, y]: Point, box: Box): boolean {
  return box.x + 1 < x && x < box.x + box.width - 1 && box.y + 1 < y && y < box.y + box.height - 1;
}

function isOnSide([x, y]: Point, box: Box): boolean {
  return (x === box.x || x === box.x + box.width) && box.y <= y && y <= box.y + box.height;
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
