import { Construct } from 'constructs';

/** A folder of charts that Argo CD syncs as one Application. */
export class PlatformApplication extends Construct {
  /** One sentence for people, at most 255 characters. */
  readonly description: string;

  constructor(scope: Construct, id: string, description: string) {
    super(scope, id);
    this.description = description;
  }
}
