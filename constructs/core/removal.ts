/** Says that losing this object's data is acceptable, and why. */
export interface Destroyable {
  readonly destroyable: true;
  readonly because: string;
}

/** Props of kinds that hold data or identities. */
export interface StatefulProps {
  /**
   * What happens in AWS when the object leaves git.
   * @default it stays: neither Argo CD nor the controller deletes it
   */
  readonly removal?: Destroyable;
}

/** What a Crossplane provider may do with an object that outlives its manifest: everything except Delete. */
export const KEPT_POLICIES: readonly string[] = ['Create', 'LateInitialize', 'Observe', 'Update'];
