import type { Protocol } from '#lib/connect/protocol.ts';
import type { Context, Transaction } from '../context.ts';
import { isGiven, named, prepared } from '../db/prepared.ts';
import { sandboxSettings } from '../db/client-schema.ts';
import { gone, OK, type Outcome } from '../outcome.ts';
import { hasApplication } from './has-application.ts';

/** How the sandbox behaves for an application. */
export interface SandboxSettings {
	readonly protocol: Protocol;
	/** Optional boxes of the consent screen start unticked. */
	readonly startUnticked: boolean;
}

const DEFAULTS: SandboxSettings = { protocol: 'platform', startUnticked: false };

const statements = prepared((db) => ({
	find: named(
		db
			.select({ protocol: sandboxSettings.protocol, startUnticked: sandboxSettings.startUnticked })
			.from(sandboxSettings)
			.where(isGiven(sandboxSettings.clientId, 'clientId')),
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
	protocol: Protocol
): Promise<Outcome> {
	return storeSettings(context, clientId, { protocol });
}

export async function updateStartUnticked(
	context: Context,
	clientId: string,
	startUnticked: boolean
): Promise<Outcome> {
	return storeSettings(context, clientId, { startUnticked });
}

async function storeSettings(
	context: Context,
	clientId: string,
	change: Partial<SandboxSettings>
): Promise<Outcome> {
	return context.write(async (transaction) => {
		if (!(await hasApplication(transaction, clientId))) return gone('application');
		await transaction.db
			.insert(sandboxSettings)
			.values({ clientId, ...DEFAULTS, ...change })
			.onConflictDoUpdate({ target: sandboxSettings.clientId, set: change });
		return OK;
	});
}
