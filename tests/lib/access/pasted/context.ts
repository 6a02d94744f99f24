import { MAKES } from '#lib/access/catalog/makes.ts';
import { readPastedRequest } from '#lib/access/pasted-request.ts';
import { expect } from 'vitest';

export const CLIENT_ID = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';
export const VEHICLE_ID = '36ab27d0-fd9d-4455-823a-ce30af709ffc';
export const CONNECT = 'https://connect.smartcar.com/oauth/authorize';
export const START = `${CONNECT}?response_type=code&client_id=${CLIENT_ID}`;

export const CONTEXT = {
	application: {
		clientId: CLIENT_ID,
		redirectUris: [{ uri: 'https://example.com/callback', isDefault: true }]
	},
	makes: MAKES
};

export const read = (text: string) => readPastedRequest(text, CONTEXT);

/** What a text asks for, as a scope; null when nothing was understood. */
export function understood(text: string): string | null {
	const { request } = read(text);
	if (request === null) return null;
	return request.permissions
		.map(({ name, required }) => (required ? `required:${name}` : name))
		.join(' ');
}

/** Everything that is said about a text, as `severity code`. */
export function said(text: string): readonly string[] {
	const { request } = read(text);
	const ofParameters = request?.parameters.flatMap(({ findings }) => findings) ?? [];
	return [...(request?.findings ?? []), ...ofParameters].map(
		({ severity, code }) => `${severity} ${code}`
	);
}

/** What was set aside, as `words: reason`. */
export const aside = (text: string): readonly string[] =>
	read(text).setAside.map(({ text: words, why }) => `${words}: ${why}`);

/** A link that the platform would read otherwise: what is said of it, and how it is written right. */
type Refused = readonly [text: string, scope: string, codes: readonly string[], fix: string];

/** Nothing is left to put right then, and nothing else is asked for. */
export function expectPutRight([text, scope, codes, fix]: Refused): void {
	expect(understood(text)).toBe(scope);
	expect(said(text)).toEqual(codes);
	expect(read(text).fix).toBe(fix);
	expect(understood(fix)).toBe(scope);
	expect(read(fix).fix).toBeNull();
}
