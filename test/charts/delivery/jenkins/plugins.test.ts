import { plugins } from '../../../../charts/delivery/jenkins/plugins';
import { pluginList } from '../../../../constructs/jenkins/plugin-list';

describe('pluginList', () => {
  test("GIVEN the platform's plugins WHEN the list is made THEN all that they need is in it", () => {
    const lines = pluginList('jenkins', plugins).trim().split('\n');
    expect(lines).toHaveLength(94);
    expect(lines).toEqual(
      expect.arrayContaining(['kubernetes:4540.v612369217f87', 'configuration-as-code:2115.vf6de120eef70']),
    );
  });
});
