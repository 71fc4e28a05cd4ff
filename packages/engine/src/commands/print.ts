import { jsonText, type Line, textOf } from '../printing';

/** What a report's renderer made: it is printed as it is. */
export function print(text: string): void {
  console.log(text);
}

export function say(...lines: readonly Line[]): void {
  console.log(textOf(lines));
}

/** On standard error: what a program that reads the output does not want. */
export function warn(...lines: readonly Line[]): void {
  console.error(textOf(lines));
}

export function printJson(value: unknown): void {
  console.log(jsonText(value, 2));
}

/** Whether who reads the output sees colours: https://no-color.org */
export function isColored(): boolean {
  return process.stdout.isTTY === true && !process.env['NO_COLOR'];
}
