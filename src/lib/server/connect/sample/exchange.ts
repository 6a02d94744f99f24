import type { SampleRun } from '#lib/connect/sample-link.ts';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { sampleSecret } from './secret.ts';

const TokenAnswer = z.object({
	access_token: z.string(),
	token_type: z.string(),
	expires_in: z.number(),
	refresh_token: z.string(),
	/** The platform names none. */
	scope: z.string().optional()
});

const ErrorAnswer = z.object({ error: z.string(), error_description: z.string() });

export type ExchangeResult =
	| { readonly ok: true; readonly tokens: z.infer<typeof TokenAnswer> }
	| { readonly ok: false; readonly status: number; readonly error: z.infer<typeof ErrorAnswer> };

/**
 * Exchanges a code as an app's server does: by a request to the token endpoint, with the sample
 * client's own secret.
 *
 * @returns null when the application is gone
 */
export async function exchangeSampleCode(
	context: Context,
	post: (path: string, init: RequestInit) => Promise<Response>,
	{ clientId, redirectUri }: SampleRun,
	code: string
): Promise<ExchangeResult | null> {
	const secret = await sampleSecret(context, clientId);
	if (secret === null) return null;
	const basic = Buffer.from(`${clientId}:${secret}`).toString('base64');
	const response = await post('/oauth/token', {
		method: 'POST',
		headers: {
			authorization: `Basic ${basic}`,
			'content-type': 'application/x-www-form-urlencoded'
		},
		body: new URLSearchParams({
			grant_type: 'authorization_code',
			code,
			redirect_uri: redirectUri
		}).toString()
	});
	const answer: unknown = await response.json();
	if (response.ok) return { ok: true, tokens: TokenAnswer.parse(answer) };
	return { ok: false, status: response.status, error: ErrorAnswer.parse(answer) };
}
