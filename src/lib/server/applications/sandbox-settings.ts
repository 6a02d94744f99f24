import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { FieldResult } from './applications.ts';
import { PROTOCOLS, type Protocol } from '#lib/connect/protocol.ts';
import type { Context, Transaction } from '../context.ts';
import { named, prepared } from '../db/prepared.ts';
import { sandboxSettings } from '../db/client-schema.ts';
import { requireDraft } from '../configurations/drafts.ts';

/** How the sandbox behaves for an application. */
export interface SandboxSettings {
	readonly protocol: Protocol;
	/** Optional boxes of the consent screen start unticked. */
	readonly startUnticked: boolean;
}

const DEFAULTS: SandboxSettings = { protocol: 'platform', startUnticked: false };

const ProtocolField = z.enum(PROTOCOLS, { error: `A protocol is ${PROTOCOLS.join(' or ')}.` });

const statements = prepared((db) => ({
	find: named(
		db
			.select({ protocol: sandboxSettings.protocol, startUnticked: sandboxSettings.startUnticked })
			.from(sandboxSettings)
			.where(eq(sandboxSettings.clientId, sql.placeholder('clientId'))),
		'find_sandbox_settings'
	)
}));

export async function readSandboxSettings(
	context: Context,
	clientId: string
): Promise<SandboxSettings> {
	return context.read(async (transaction) => readSettingsRow(transaction, clientId));
}

/** Reads the settings inside a transaction. */
export async function readSettingsRow(
	transaction: Transaction,
	clientId: string
): Promise<SandboxSettings> {
	const [row] = await statements(transaction.db).find.execute({ clientId });
	return row ?? DEFAULTS;
}

export async function updateProtocol(
	context: Context,
	clientId: string,
	protocol: unknown
): Promise<FieldResult<object>> {
	const known = ProtocolField.safeParse(protocol);
	if (!known.success) {
		const message = known.error.issues[0]?.message ?? 'Choose a protocol.';
		return { ok: false, field: 'protocol', message };
	}
	await storeSettings(context, clientId, { protocol: known.data });
	return { ok: true };
}

export async function updateStartUnticked(
	context: Context,
	clientId: string,
	startUnticked: boolean
): Promise<void> {
	await storeSettings(context, clientId, { startUnticked });
}

async function storeSettings(
	context: Context,
	clientId: string,
	change: Partial<SandboxSettings>
): Promise<void> {
	await context.write(async (transaction) => {
		// Without its draft an application is gone.
		await requireDraft(transaction, clientId);
		await transaction.db
			.insert(sandboxSettings)
			.values({ clientId, ...DEFAULTS, ...change })
			.onConflictDoUpdate({ target: sandboxSettings.clientId, set: change });
	});
}
