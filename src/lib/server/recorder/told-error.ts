import { parsed } from './shown-body.ts';

const Name = /^[A-Za-z_]{1,60}$/;

/** What an answer says went wrong: `TYPE:CODE` of the platform, or the `error` of OAuth. */
export function toldError(status: number, body: string | null): string | null {
	if (status < 400 || body === null) return null;
	const told = parsed(body);
	if (!isObject(told)) return null;
	const first: unknown = Array.isArray(told.errors) ? told.errors[0] : null;
	const { type, code, error } = isObject(first) ? first : told;
	if (isName(type)) return isName(code) ? `${type}:${code}` : type;
	return isName(error) ? error : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null;
}

function isName(value: unknown): value is string {
	return typeof value === 'string' && Name.test(value);
}
