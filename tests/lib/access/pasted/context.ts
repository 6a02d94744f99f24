import { MAKES } from '#lib/access/catalog/makes.ts';
import { readPastedRequest } from '#lib/access/pasted-request.ts';

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
