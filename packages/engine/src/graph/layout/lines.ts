import { append } from '../../collections';
import type { Link, Placed, Route } from './layered';
import type { Box, Line } from './picture';
import { type Point, smoothPath } from './smooth-path';

/** A straight piece of a line that has room for a label, in pixels. */
const ROOM = 60;

/** The lines of placed links, between the sides of their boxes and beside all others. */
export function linesOf({ boxes, routes }: Placed, links: readonly Link[]): Line[] {
  const ports = portsOf(boxes, routes);
  return links.map(({ from, to, kind, count }, index): Line => {
    const points = throughColumns(ports[index]!, routes[index]!, boxes);
    const pieces = points.slice(1).map((point, before) => [points[before]!, point] as const);
    const straight = pieces.filter((piece) => piece[0].y === piece[1].y && lengthOf(piece) >= ROOM);
    // beside others a label is told apart best where its line is straight
    const longest = (straight.length > 0 ? straight : pieces).reduce((one, other) =>
      lengthOf(other) > lengthOf(one) ? other : one,
    );
    return { from, to, kind, count, path: smoothPath(points), label: middleBetween(...longest) };
  });
}

/**
 * Where each line leaves its first box and enters its last: spread over the sides, in the order in which the lines go
 * up and down.
 */
function portsOf(boxes: readonly Box[], routes: readonly Route[]): [Point, Point][] {
  const ports = routes.map((): [Point, Point] => [
    { x: 0, y: 0 },
    { x: 0, y: 0 },
  ]);
  const sides = new Map<string, { readonly route: number; readonly end: 0 | 1; readonly towards: number }[]>();
  for (const [route, { from, to, points }] of routes.entries()) {
    const isLeftwards = boxes[to]!.x < boxes[from]!.x;
    append(sides, `${from} ${isLeftwards ? 'left' : 'right'}`, {
      route,
      end: 0,
      towards: (points[0] ?? middleOf(boxes[to]!)).y,
    });
    append(sides, `${to} ${isLeftwards ? 'right' : 'left'}`, {
      route,
      end: 1,
      towards: (points.at(-1) ?? middleOf(boxes[from]!)).y,
    });
  }
  for (const [key, ends] of sides) {
    const [position, side] = key.split(' ');
    const { x, y, width, height } = boxes[Number(position)]!;
    ends.sort((one, other) => one.towards - other.towards || one.route - other.route);
    for (const [index, { route, end }] of ends.entries())
      ports[route]![end] = {
        x: side === 'left' ? x : x + width,
        y: Math.round(y + (height * (index + 1)) / (ends.length + 1)),
      };
  }
  return ports;
}

function middleOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/**
 * A line goes straight where it leaves, passes and enters columns of boxes, so that it touches none; between columns it
 * is free.
 */
function throughColumns([start, end]: readonly [Point, Point], { points }: Route, boxes: readonly Box[]): Point[] {
  const isLeftwards = end.x < start.x;
  const passed = points.flatMap(({ x, y }): Point[] => {
    const sides = sidesOfColumn(x, boxes);
    return sides ? [sides.left, sides.right].map((side) => ({ x: side, y })) : [];
  });
  const [out, into] = [sidesOfColumn(start.x, boxes)!, sidesOfColumn(end.x, boxes)!];
  const all = [
    start,
    { x: isLeftwards ? out.left : out.right, y: start.y },
    ...passed.sort((one, other) => (isLeftwards ? other.x - one.x : one.x - other.x)),
    { x: isLeftwards ? into.right : into.left, y: end.y },
    end,
  ];
  return all.filter((point, index) => index === 0 || point.x !== all[index - 1]!.x || point.y !== all[index - 1]!.y);
}

/** The outermost sides of the boxes that stand above each other at `x`. */
function sidesOfColumn(x: number, boxes: readonly Box[]): { left: number; right: number } | undefined {
  const column = boxes.filter((box) => box.x <= x && x <= box.x + box.width);
  if (column.length === 0) return undefined;
  return { left: Math.min(...column.map((box) => box.x)), right: Math.max(...column.map((box) => box.x + box.width)) };
}

function lengthOf([from, to]: readonly [Point, Point]): number {
  return Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
}

function middleBetween(from: Point, to: Point): [x: number, y: number] {
  return [Math.round((from.x + to.x) / 2), Math.round((from.y + to.y) / 2)];
}
