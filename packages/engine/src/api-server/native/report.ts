import { child, index } from '../../manifests';
import { isObject, type Json, type JsonObject } from '../../schema';
import type { Finding } from '../finding';

/** A part of an object under check: its value, its path, and where findings go. */
export class Part {
  constructor(
    readonly value: Json | undefined,
    readonly path: string,
    private readonly findings: Finding[],
  ) {}

  /** The field; its value is undefined where it is not there. */
  at(field: string): Part {
    const value = isObject(this.value) ? this.value[field] : undefined;
    return new Part(value === null ? undefined : value, child(this.path, field), this.findings);
  }

  /** The items of a list; none where it is none. */
  items(): Part[] {
    return Array.isArray(this.value)
      ? this.value.map((item, position) => new Part(item, index(this.path, position), this.findings))
      : [];
  }

  /** The fields of a map, as pairs of name and part. */
  fields(): [string, Part][] {
    return Object.keys(this.object).map((name) => [name, this.at(name)]);
  }

  get object(): JsonObject {
    return isObject(this.value) ? this.value : {};
  }

  get text(): string {
    return typeof this.value === 'string' ? this.value : '';
  }

  /** The items of a list of texts; what is null in it is empty, as the server reads it. */
  get texts(): string[] {
    return Array.isArray(this.value) ? this.value.map((item) => (typeof item === 'string' ? item : '')) : [];
  }

  get number(): number | undefined {
    return typeof this.value === 'number' ? this.value : undefined;
  }

  get isSet(): boolean {
    return this.value !== undefined;
  }

  get isEmpty(): boolean {
    return (
      this.value === undefined ||
      this.value === '' ||
      (Array.isArray(this.value) && this.value.length === 0) ||
      (isObject(this.value) && Object.keys(this.value).length === 0)
    );
  }

  /** Takes over what another check found. */
  add(findings: readonly Finding[]): void {
    this.findings.push(...findings);
  }

  refuse(message: string, rule = 'native'): void {
    this.findings.push({ rule, path: this.path, message });
  }

  require(what = 'is required'): void {
    if (this.isEmpty) this.refuse(what, 'required');
  }

  /** Refuses a text that is there and does not pass. */
  mustBe(passes: (text: string) => boolean, allowed: string): void {
    if (typeof this.value === 'string' && this.value !== '' && !passes(this.value))
      this.refuse(`'${this.value}' is not allowed, only ${allowed}`);
  }

  mustBeOneOf(...allowed: string[]): void {
    this.mustBe((text) => allowed.includes(text), allowed.join(', '));
  }

  mustBeWithin(min: number, max = Number.POSITIVE_INFINITY): void {
    const { number } = this;
    if (number !== undefined && (number < min || number > max))
      this.refuse(
        max === Number.POSITIVE_INFINITY
          ? `is ${number}, at least ${min} is allowed`
          : `is ${number}, ${min} to ${max} is allowed`,
      );
  }

  /** Refuses all but the first of items that have the same key; an empty key counts as none. */
  mustDiffer(keyOf: (item: Part) => string, what: string): void {
    const seen = new Set<string>();
    for (const item of this.items()) {
      const key = keyOf(item);
      if (key !== '' && seen.has(key)) item.refuse(`${what} '${key}' stands twice`, 'duplicate');
      seen.add(key);
    }
  }

  /** Refuses more than one of these fields, and with `required` none. */
  exclusive(fields: readonly string[], required = false): void {
    const set = fields.filter((field) => this.at(field).isSet);
    if (set.length > 1) this.refuse(`${set.join(' and ')} exclude each other`);
    if (required && set.length === 0) this.refuse(`one of ${fields.join(', ')} is required`, 'required');
  }
}
