import type { Boundary } from './statement';

/**
 * What a spent budget stops: running nodes and Pods go on, what would need new nodes waits until a person takes the
 * policy off again.
 */
export const freezePolicy: Boundary = {
  Version: '2012-10-17',
  Statement: [{ Sid: 'Freeze', Effect: 'Deny', Action: ['ec2:CreateFleet', 'ec2:RunInstances'], Resource: ['*'] }],
};
