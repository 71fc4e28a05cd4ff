import type { Json } from '../../schema';
import type { Effect, Verdict } from '../model';

/** What a change of a field does: always the same, or by its values. Undefined leaves it to AWS's own data. */
export type FieldEffect = Verdict | ((from: Json | undefined, to: Json | undefined) => Verdict | undefined);

/** By kind and field; `[]` stands for every item of a list. */
export type Reviewed = Readonly<Record<string, Readonly<Record<string, FieldEffect>>>>;

const verdict =
  (effect: Effect) =>
  (reason: string, source: string): Verdict => ({ effect, reason, source });

export const nothing = verdict('none');
export const updates = verdict('update');
export const disrupts = verdict('disrupt');
/** AWS cannot change it; the reason says what the controller does. */
export const replaces = verdict('replace');

/** One verdict where a number gets smaller or goes, another where it grows or comes. */
export function bySize(smaller: Verdict, larger: Verdict): FieldEffect {
  return (from, to) => (numberOf(to) < numberOf(from) ? smaller : larger);
}

/** One verdict where a switch goes off, another where it goes on. */
export function bySwitch(off: Verdict, on: Verdict): FieldEffect {
  return (_, to) => (isOn(to) ? on : off);
}

function isOn(value: Json | undefined): boolean {
  return (
    value === true ||
    value === 'true' ||
    value === 'ENABLED' ||
    value === 'enable' ||
    value === 'ACTIVE' ||
    value === 'Enabled'
  );
}

/** Crossplane's and ACK's numbers are sometimes texts. */
export function numberOf(value: Json | undefined): number {
  const number = Number(value ?? 0);
  return Number.isNaN(number) ? 0 : number;
}

/** Versions by their numbers: `16.10` is newer than `16.9`. A downgrade is refused by AWS. */
export function byVersion(downgrade: Verdict, major: Verdict, minor: Verdict): FieldEffect {
  return (from, to) => {
    const [old, now] = [from, to].map(
      (value) =>
        String(value ?? '')
          .match(/\d+/g)
          ?.map(Number) ?? [],
    ) as [number[], number[]];
    for (let part = 0; part < Math.min(old.length, now.length); part++) {
      if (now[part]! < old[part]!) return downgrade;
      if (now[part]! > old[part]!) return part === 0 ? major : minor;
    }
    return minor;
  };
}
