import type { EdgeKind } from '../model/architecture';

/** A rectangle of a picture, in pixels from its upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What goes from one box to another. */
export interface Line {
  /** Positions of boxes. */
  readonly from: number;
  readonly to: number;
  readonly kind: EdgeKind;
  /** How many edges it stands for. */
  readonly count: number;
  /** The `d` of an SVG path. */
  readonly path: string;
  /** Where its label stands. */
  readonly label: readonly [x: number, y: number];
}

/** Boxes in the order in which they were given, and the lines between them. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
}

/** Everything that is laid out before the page is opened. */
export interface Layouts {
  /** Areas: a box for each application. */
  readonly overview: Picture;
  /** By application: its charts, and the areas that it has to do with. */
  readonly applications: Readonly<Record<string, ApplicationPicture>>;
  /** Objects with event flows, and with network paths. */
  readonly event: FlowPicture;
  readonly network: FlowPicture;
}

export interface ApplicationPicture extends Picture {
  /** What each box is. */
  readonly of: readonly ({ readonly service: string } | { readonly application: string })[];
}

export interface FlowPicture extends Picture {
  /** The objects of each box: several where they are of one kind and have the same neighbours. */
  readonly of: readonly (readonly number[])[];
}
