import { TestEnvironment } from 'jest-environment-node';
import { SampleTree } from './sample';

/**
 * Each file of tests gets modules of its own. The engine and the sample are in the environment instead, which a process
 * loads once: for each rule anew that would take many times longer than its tests.
 */
export default class RulesEnvironment extends TestEnvironment {
  private readonly isWatched: boolean;

  constructor(...[config, context]: ConstructorParameters<typeof TestEnvironment>) {
    super(config, context);
    this.isWatched = config.globalConfig.watch || config.globalConfig.watchAll;
    // a function for each environment: Jest takes what it finds in a global apart when its file is done
    this.global['sampleTree'] = () => new SampleTree();
  }

  override async teardown(): Promise<void> {
    await super.teardown();
    // who watches changes rules while the process lives
    if (this.isWatched)
      for (const file of Object.keys(require.cache)) if (!file.includes('node_modules')) delete require.cache[file];
  }
}
