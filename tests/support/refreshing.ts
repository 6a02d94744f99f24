import type { Protocol } from '#lib/connect/protocol.ts';
import { updateProtocol } from '#lib/server/applications/sandbox-settings.ts';
import type { Context } from '#lib/server/context.ts';
import { connect } from './connect.ts';
import { exchange, tokensOf, type Client } from './tokens.ts';

export const SCOPE = 'read_battery read_odometer read_vin';

/** The first tokens of a client, by the rules of a protocol. */
export async function firstTokens(
	context: Context,
	client: Client,
	protocol: Protocol = 'platform'
) {
	await updateProtocol(context, client.clientId, protocol);
	const code = await connect(context, client.clientId, { scope: SCOPE });
	return tokensOf(await exchange(context, client, code));
}
