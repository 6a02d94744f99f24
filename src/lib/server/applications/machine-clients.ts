import { MACHINE_ID_PREFIX } from '#lib/access/client-id.ts';
import { and, asc, eq } from 'drizzle-orm';
import { randomBytes } from 'node:crypto';
import { gone, OK, refuse, type Outcome } from '../outcome.ts';
import { checkName, type NameRefusal } from './application-name.ts';
import { hasApplication } from './has-application.ts';
import type { Context, Transaction } from '../context.ts';
import { machineClients } from '../db/client-schema.ts';

export const MAX_MACHINE_CLIENTS = 10;

/** Credentials of a server of the developer's, for tokens of API v3. */
export interface MachineClient {
	/** `client_` and 26 characters. */
	readonly id: string;
	readonly name: string;
	/** Milliseconds since 1970. */
	readonly createdAt: number;
}

/** Crockford's base 32: digits and letters without I, L, O and U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ID_LENGTH = 26;

export type MachineClientRefusal =
	| NameRefusal
	| {
			readonly code: 'too-many-machine-clients';
			readonly field: 'name';
			readonly data: { readonly limit: number };
	  };

/** Machine clients of an application, the oldest first. */
export async function listMachineClients(
	context: Context,
	clientId: string
): Promise<readonly MachineClient[]> {
	return context.read(async (transaction) => readMachineClients(transaction, clientId));
}

export function readMachineClients(
	transaction: Transaction,
	clientId: string
): Promise<readonly MachineClient[]> {
	return transaction.db
		.select({
			id: machineClients.id,
			name: machineClients.name,
			createdAt: machineClients.createdAt
		})
		.from(machineClients)
		.where(eq(machineClients.clientId, clientId))
		.orderBy(asc(machineClients.createdAt), asc(machineClients.id));
}

export async function createMachineClient(
	context: Context,
	clientId: string,
	name: string
): Promise<Outcome<{ id: string }, MachineClientRefusal>> {
	const named = checkName(name);
	if (!named.ok) return named;
	return context.write(async (transaction) => {
		if (!(await hasApplication(transaction, clientId))) return gone('application');
		if ((await readMachineClients(transaction, clientId)).length >= MAX_MACHINE_CLIENTS) {
			return refuse({
				code: 'too-many-machine-clients',
				field: 'name',
				data: { limit: MAX_MACHINE_CLIENTS }
			});
		}
		const id = randomId();
		await transaction.db
			.insert(machineClients)
			.values({ id, clientId, name: named.name, createdAt: context.machineNow });
		return { ok: true, id };
	});
}

/** Deletes a machine client with its secrets and tokens. */
export async function deleteMachineClient(
	context: Context,
	clientId: string,
	id: string
): Promise<Outcome> {
	return context.write(async (transaction) => {
		const deleted = await transaction.db
			.delete(machineClients)
			.where(and(eq(machineClients.clientId, clientId), eq(machineClients.id, id)))
			.returning({ id: machineClients.id });
		return deleted.length > 0 ? OK : gone('machine-client');
	});
}

function randomId(): string {
	const characters = [...randomBytes(ID_LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]);
	return `${MACHINE_ID_PREFIX}${characters.join('')}`;
}
