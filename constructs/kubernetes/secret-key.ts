/** A key of a Secret in the namespace of the object that refers to it. */
export interface SecretKey {
  readonly name: string;
  readonly key: string;
}
