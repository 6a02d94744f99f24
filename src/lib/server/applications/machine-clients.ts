import { MACHINE_ID_PREFIX } from '#lib/access/client-id.ts';
import { and, asc, eq } from 'drizzle-orm';
import { randomBytes } from 'node:crypto';
import { visibleName } from './application-name.ts';
import type { FieldResult } from './applications.ts';
import type { Context, Transaction } from '../context.ts';
import { machineClients } from '../db/client-schema.ts';
import { requireDraft } from '../configurations/drafts.ts';

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

const MachineClientName = visibleName(
	'Give the machine client a name, such as the server that will use it.'
);

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
	name: unknown
): Promise<FieldResult<{ readonly id: string }>> {
	const checked = MachineClientName.safeParse(name);
	if (!checked.success) {
		return refuse(checked.error.issues[0]?.message ?? 'This name cannot be used.');
	}
	return context.write(async (transaction) => {
		// Without its draft an application is gone.
		await requireDraft(transaction, clientId);
		if ((await readMachineClients(transaction, clientId)).length >= MAX_MACHINE_CLIENTS) {
			return refuse(
				`An application has at most ${MAX_MACHINE_CLIENTS} machine clients; delete one first.`
			);
		}
		const id = randomId();
		await transaction.db
			.insert(machineClients)
			.values({ id, clientId, name: checked.data, createdAt: context.machineNow });
		return { ok: true, id };
	});
}

/** Deletes a machine client with its secrets and tokens. */
export async function deleteMachineClient(
	context: Context,
	clientId: string,
	id: string
): Promise<FieldResult<object>> {
	return context.write(async (transaction) => {
		const deleted = await transaction.db
			.delete(machineClients)
			.where(and(eq(machineClients.clientId, clientId), eq(machineClients.id, id)))
			.returning({ id: machineClients.id });
		return deleted.length > 0 ? { ok: true } : refuseGoneMachineClient();
	});
}

export function refuseGoneMachineClient() {
	return {
		ok: false,
		field: 'machineClient',
		message: 'This machine client was deleted in another window; the list is up to date now.'
	} as const;
}

function refuse(message: string) {
	return { ok: false, field: 'name', message } as const;
}

function randomId(): string {
	const characters = [...randomBytes(ID_LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]);
	return `${MACHINE_ID_PREFIX}${characters.join('')}`;
}
