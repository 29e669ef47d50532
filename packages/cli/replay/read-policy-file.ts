import { readFile } from 'node:fs/promises';
import {
  type Policy,
  POLICY_FIELDS,
  policyFault,
  type PolicyNumbers,
  policyNumbers,
  policyOf,
} from '@rapport/core';
import { UsageError } from '../cli-command.ts';
import { requireReadableFile } from '../file-argument.ts';

const NAMES: ReadonlySet<string> = new Set(POLICY_FIELDS.map(({ name }) => name));
const RESERVATION = 'reservation';

/**
 * A policy as a file tells it: numbers by the names of `GET /api/v1/policy`. What is left out is as it is in
 * `holds`; `"reservation": null` reserves nothing.
 *
 * @throws {UsageError} it cannot be read, or a number in it cannot be.
 */
export async function readPolicyFile(path: string, holds: Policy): Promise<Policy> {
  await requireReadableFile(path);
  const told = objectIn(await readFile(path, 'utf8'), path);
  const { [RESERVATION]: reservation, ...own } = told;
  if (reservation !== undefined && reservation !== null) {
    throw new UsageError(
      `'${path}': reservation can be null alone; its numbers are reservation.….`,
    );
  }
  for (const [name, value] of Object.entries(own)) {
    if (!NAMES.has(name)) throw new UsageError(`'${path}': the policy has no number '${name}'.`);
    if (typeof value !== 'number') throw new UsageError(`'${path}': ${name} is no number.`);
  }
  const numbers = { ...policyNumbers(holds), ...(own as PolicyNumbers) };
  const policy = policyOf(reservation === null ? withoutReservation(numbers) : numbers);
  const fault = policyFault(policy);
  if (fault === undefined) return policy;
  throw new UsageError(`'${path}': ${fault.field} is not ${fault.expected}.`);
}

function objectIn(text: string, path: string): Readonly<Record<string, unknown>> {
  let told: unknown;
  try {
    told = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`'${path}' is no JSON.`, { cause: error });
  }
  if (typeof told === 'object' && told !== null && !Array.isArray(told)) {
    return told as Readonly<Record<string, unknown>>;
  }
  throw new UsageError(`'${path}' is no object of numbers by their names.`);
}

function withoutReservation(numbers: PolicyNumbers): PolicyNumbers {
  const own = Object.entries(numbers).filter(([name]) => !name.startsWith(`${RESERVATION}.`));
  return Object.fromEntries(own);
}
