import { digestOf } from '#lib/server/digest.ts';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { bundle } from '../tests/support/bundle.ts';
import type { Nodes } from '../tools/nodes.ts';
import { withConnection } from '../tools/postgres-server.ts';

/** A client with codes that it may exchange. */
export interface Codes {
	readonly authorization: string;
	readonly codes: readonly string[];
}

/** Has owners of a new application consent, as often as that. */
export async function giveCodes(
	storage: Nodes['storage'],
	folder: string,
	count: number
): Promise<Codes> {
	const program = await bundle('tests/support/give-codes.ts', folder);
	const { stdout } = await promisify(execFile)(process.execPath, [program, String(count)], {
		env: { ...process.env, ...storage },
		maxBuffer: 64 * 1024 * 1024
	});
	const [client = '', ...codes] = stdout.trim().split('\n');
	const credentials = Buffer.from(client.replace(' ', ':')).toString('base64');
	return { authorization: `Basic ${credentials}`, codes };
}

export function textIn(body: unknown, name: string): string | null {
	const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : null;
	return typeof value === 'string' ? value : null;
}

/** What became of tokens that were answered, by their codes, and of all authorizations. */
export async function faultsOfTokens(
	database: string,
	acknowledged: ReadonlyMap<string, string>
): Promise<readonly string[]> {
	return withConnection(database, async (client) => {
		const pairs = await client.query(
			"select encode(access_digest, 'hex') as access, access_revoked_at from token_pairs"
		);
		const kept = new Set(pairs.rows.map((row) => textIn(row, 'access')));
		const lost = [...acknowledged].filter(
			([, access]) => !kept.has(digestOf(access).toString('hex'))
		);
		const broken = await client.query(
			`select authorizations.id from authorizations
			left join token_pairs on token_pairs.authorization_id = authorizations.id
			group by authorizations.id
			having count(token_pairs.id) <> count(distinct authorizations.code_used_at)`
		);
		return [
			...lost.map(([code]) => `Tokens of the code ${code} were answered and are lost.`),
			...broken.rows.map(
				(row) => `An authorization and its tokens disagree: ${JSON.stringify(row)}.`
			)
		];
	});
}
