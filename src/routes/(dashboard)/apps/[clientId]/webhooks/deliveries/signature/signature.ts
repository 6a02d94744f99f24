import { sign } from '#lib/server/webhooks/sign.ts';
import type { OpenedDelivery } from '#lib/server/webhooks/deliveries/open.ts';
import { judgeSignature, type WrongSignature } from './judge-signature.ts';
import { recipesOf } from '#lib/webhooks/signature-causes.ts';
import { createHash } from 'node:crypto';
import { z } from 'zod';

interface Key {
	readonly token: string;
	readonly former: string | null;
}

/** What the calculator of an attempt shows. The key itself is not among it. */
export interface SignatureFacts {
	/** What is hashed: the body as it was sent, or of `VERIFY` the challenge. */
	readonly of: 'body' | 'challenge';
	readonly text: string;
	readonly bytes: number;
	/** Last letters of the key. */
	readonly keyTail: string;
	readonly expected: string;
	/** As the header had it; null where it had none. */
	readonly sent: string | null;
	/** What the receiver answered a challenge with, or what somebody pasted. */
	readonly received: string;
	readonly wrong: readonly WrongSignature[];
	readonly judgement: ReturnType<typeof judgeSignature>;
}

const Challenge = z.object({ data: z.object({ challenge: z.string() }) });
const Answered = z.object({ challenge: z.string() });

/**
 * @param index which of the attempts
 * @param pasted a signature that somebody computed; empty for none
 * @returns null where there is no key to sign with
 */
export function signatureOf(
	{ type, attempts }: Pick<OpenedDelivery, 'type' | 'attempts'>,
	index: number,
	{ key, pasted }: { readonly key: Key | null; readonly pasted: string }
): SignatureFacts | null {
	const attempt = attempts[index];
	if (!attempt || !key) return null;
	const { body, headers, answerBody } = attempt;
	const challenge =
		type === 'VERIFY' ? Challenge.safeParse(parse(body)).data?.data.challenge : null;
	const text = challenge ?? body;
	const expected = sign(text, key.token);
	const recipes = recipesOf({
		body: text,
		...(challenge != null && { whole: body }),
		key: key.token,
		formerKey: key.former,
		otherAttempts: attempts.filter((other) => other !== attempt).map((other) => other.body)
	});
	const wrong = recipes.map((recipe) => ({
		cause: recipe.cause,
		signature:
			recipe.key === null
				? createHash('sha256').update(recipe.text).digest('hex')
				: sign(recipe.text, recipe.key)
	}));
	const answered = challenge == null ? null : Answered.safeParse(parse(answerBody ?? '')).data;
	const received = pasted || (answered?.challenge ?? '');
	return {
		of: challenge == null ? 'body' : 'challenge',
		text,
		bytes: Buffer.byteLength(text),
		keyTail: key.token.slice(-4),
		expected,
		sent: headers['sc-signature'] ?? null,
		received,
		wrong,
		judgement: judgeSignature(received, expected, wrong)
	};
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
