import { InputError } from '@aws-platform/engine/errors';
import { Construct } from 'constructs';

/** A construct that checks its props: whatever it refuses, it names itself, the value, and what is allowed. */
export abstract class PlatformObject extends Construct {
  /** Throws an `InputError` that names this construct. */
  protected fail(message: string): never {
    throw new InputError(`${this.node.path}: ${message}`);
  }

  protected requireMatch(field: string, value: string, pattern: RegExp, allowed: string): void {
    if (!pattern.test(value))
      this.fail(`${field} '${value}' (${value.length} characters) is not allowed, only ${allowed}`);
  }

  protected requireRange(field: string, value: number, min: number, max: number, unit = ''): void {
    if (!Number.isInteger(value) || value < min || value > max)
      this.fail(`${field} is ${value}${unit}, a whole number from ${min} to ${max}${unit} is allowed`);
  }

  protected requireLength(field: string, value: string, max: number): void {
    if (value.length > max) this.fail(`${field} has ${value.length} characters, at most ${max} are allowed`);
  }
}
