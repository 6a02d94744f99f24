import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { FieldResult } from './applications.ts';
import { PROTOCOLS, type Protocol } from './connect/protocol.ts';
import { prepareOnce, read, write } from './db/connection.ts';
import { sandboxSettings } from './db/client-schema.ts';
import type { Db } from './db/open.ts';
import { requireDraft } from './drafts.ts';

/** How the sandbox behaves for an application. */
export interface SandboxSettings {
	readonly protocol: Protocol;
	/** Optional boxes of the consent screen start unticked. */
	readonly startUnticked: boolean;
}

const DEFAULTS: SandboxSettings = { protocol: 'platform', startUnticked: false };

const ProtocolField = z.enum(PROTOCOLS, { error: `A protocol is ${PROTOCOLS.join(' or ')}.` });

const statements = prepareOnce((db) => ({
	find: db
		.select({ protocol: sandboxSettings.protocol, startUnticked: sandboxSettings.startUnticked })
		.from(sandboxSettings)
		.where(eq(sandboxSettings.clientId, sql.placeholder('clientId')))
		.prepare()
}));

export async function readSandboxSettings(clientId: string): Promise<SandboxSettings> {
	return read((db) => readSettingsRow(db, clientId));
}

/** Reads the settings inside a transaction. */
export function readSettingsRow(_db: Db, clientId: string): SandboxSettings {
	const [row] = statements().find.all({ clientId });
	return row ?? DEFAULTS;
}

export async function updateProtocol(
	clientId: string,
	protocol: unknown
): Promise<FieldResult<object>> {
	const known = ProtocolField.safeParse(protocol);
	if (!known.success) {
		const message = known.error.issues[0]?.message ?? 'Choose a protocol.';
		return { ok: false, field: 'protocol', message };
	}
	await storeSettings(clientId, { protocol: known.data });
	return { ok: true };
}

export async function updateStartUnticked(clientId: string, startUnticked: boolean): Promise<void> {
	await storeSettings(clientId, { startUnticked });
}

async function storeSettings(clientId: string, change: Partial<SandboxSettings>): Promise<void> {
	await write((db) => {
		// Without its draft an application is gone.
		requireDraft(db, clientId);
		db.insert(sandboxSettings)
			.values({ clientId, ...DEFAULTS, ...change })
			.onConflictDoUpdate({ target: sandboxSettings.clientId, set: change })
			.run();
	});
}
