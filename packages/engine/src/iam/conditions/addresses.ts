import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { doubt } from '../truth';
import type { Compare } from './operator';

interface Block {
  readonly family: 'ipv4' | 'ipv6';
  readonly address: string;
  readonly prefix: number;
}

/**
 * Addresses and blocks of both families.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress
 */
export const isInBlock: Compare = (wanted) => {
  const block = blockOf(wanted);
  if (!block) return { problem: `'${wanted}' is no IP address and no block, such as 203.0.113.0/24 or 2001:db8::/32` };
  const list = new BlockList();
  list.addSubnet(block.address, block.prefix, block.family);
  return (value) => {
    const family = familyOf(value);
    if (!family) return doubt(`'${value}', which is no IP address`);
    return family === block.family && list.check(value, family);
  };
};

function blockOf(text: string): Block | undefined {
  const [, address = '', length] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const family = familyOf(address);
  // "If you specify an IP address without the associated routing prefix, IAM uses the default prefix value of /32": of
  // IPv6 that would be a whole network, which nobody means who writes one address
  if (!family || (family === 'ipv6' && length === undefined)) return undefined;
  const prefix = Number(length ?? 32);
  return prefix <= (family === 'ipv4' ? 32 : 128) ? { family, address, prefix } : undefined;
}

/** Undefined also for an IPv4 address written as IPv6, `::ffff:192.0.2.1`: AWS does not say which of both it is. */
function familyOf(address: string): 'ipv4' | 'ipv6' | undefined {
  if (isIPv4(address)) return 'ipv4';
  return isIPv6(address) && !/[.%]|^::ffff:/i.test(address) ? 'ipv6' : undefined;
}
