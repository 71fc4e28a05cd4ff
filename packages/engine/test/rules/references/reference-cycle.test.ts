import { faultsOf } from '../faults';
import { ack, FIXTURES } from '../objects';

faultsOf('reference-cycle', [
  [
    'two security groups that need each other',
    (_get, add) => {
      const group = (name: string, other: string) =>
        ack('ec2', 'SecurityGroup', name, {
          name,
          ingressRules: [{ ipProtocol: 'tcp', userIDGroupPairs: [{ groupRef: { from: { name: other } } }] }],
        });
      add(group('a', 'b'));
      add(group('b', 'a'));
    },
    `${FIXTURES} SecurityGroup a spec.ingressRules[0].userIDGroupPairs[0].groupRef`,
  ],
]);
