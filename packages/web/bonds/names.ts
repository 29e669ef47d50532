import type { Customer } from '../desk/customer.ts';

/** What somebody is called, or how he is reached. */
export function nameOf({ piiName, identities, customerId }: Customer): string {
  return piiName ?? identities[0]?.value ?? customerId;
}
