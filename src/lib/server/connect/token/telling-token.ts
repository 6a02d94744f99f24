import { isRandomSecret, randomToken } from '../../digest.ts';
import type { SecretKey } from '../../secret-key.ts';

type TokenForm = Parameters<typeof randomToken>[0];

/** The greatest number that a token has room for. */
export const MOST_TOLD = 2 ** 32 - 1;

/** A token in its first four bytes, as a number, and all behind them. */
interface Halves {
	readonly front: number;
	readonly rest: string;
}

/**
 * A random token that tells its authorization to who has the key, and is found beside others of it.
 * The number stands in place of random bytes, under a mask that the other bytes make. Who lacks the
 * key learns nothing and guesses at as many bits as before; who has it still lacks 90 random ones.
 *
 * @param authorizationId at most {@link MOST_TOLD}
 */
export function tellingToken(key: SecretKey, form: TokenForm, authorizationId: number): string {
	const { rest } = halvesOf[form](randomToken(form));
	return joined[form]({ front: (key.mask(rest) ^ authorizationId) >>> 0, rest });
}

/** The authorization that a token tells: any number at all where it is not one of ours; null without its form. */
export function toldAuthorization(key: SecretKey, token: string): number | null {
	const form = formOf(token);
	if (form === null) return null;
	const { front, rest } = halvesOf[form](token);
	return (key.mask(rest) ^ front) >>> 0;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function formOf(token: string): TokenForm | null {
	if (UUID.test(token)) return 'uuid';
	return isRandomSecret(token) ? 'base64url' : null;
}

const halvesOf: Readonly<Record<TokenForm, (token: string) => Halves>> = {
	uuid: (token) => ({ front: parseInt(token.slice(0, 8), 16), rest: token.slice(8) }),
	base64url(token) {
		const bytes = Buffer.from(token, 'base64url');
		return { front: bytes.readUInt32BE(), rest: bytes.toString('hex', 4) };
	}
};

const joined: Readonly<Record<TokenForm, (halves: Halves) => string>> = {
	uuid: ({ front, rest }) => hexOf(front) + rest,
	base64url: ({ front, rest }) => Buffer.from(hexOf(front) + rest, 'hex').toString('base64url')
};

function hexOf(front: number): string {
	return front.toString(16).padStart(8, '0');
}
