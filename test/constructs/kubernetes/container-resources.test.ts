import { containerResources } from '../../../constructs/kubernetes/container-resources';

describe('containerResources', () => {
  test.each([
    [{ request: '0.1' }, { request: '64Mi', limit: '128Mi' }, "here: cpu '0.1' is not allowed, only one like 100m"],
    [{ request: '100m' }, { request: '64M', limit: '128Mi' }, "here: memory '64M' is not allowed, only one like 128Mi"],
    [
      { request: '100m' },
      { request: '256Mi', limit: '128Mi' },
      'here: memory requests 256Mi, more than its limit 128Mi',
    ],
  ])('GIVEN %j and %j WHEN written THEN they are refused', (cpu, memory, message) => {
    expect(() => containerResources('here', cpu, memory)).toThrow(message);
  });
});
