import { isNetworkAddress } from '@aws-platform/engine/aws';
import { z } from 'zod';

export const cidr = z
  .cidrv4('a CIDR looks like 10.0.0.0/16')
  .refine(isNetworkAddress, 'the address has bits set behind its prefix');

export const dnsName = z
  .string()
  .regex(/^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/, 'a lower-case DNS name');

export const region = z
  .string()
  .regex(
    /^(?:us|eu|ap|sa|ca|me|af|il|mx)-(?:gov-)?(?:north|south|east|west|central|northeast|southeast|northwest|southwest)-\d$/,
    'an AWS region looks like us-east-1',
  );
