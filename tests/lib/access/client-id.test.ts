import { parseClientId } from '#lib/access/client-id.ts';
import { describe, expect, it } from 'vitest';

const ID = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';

describe('parseClientId', () => {
	it.each([ID, ID.toUpperCase(), `  ${ID}\n`])('reads %j in lower case', (text) => {
		expect(parseClientId(text)).toEqual({ ok: true, clientId: ID });
	});

	it.each([
		['', 'Write the application’s client id'],
		['client_01HXYZ', '“client_01HXYZ” is the id of API credentials'],
		['CLIENT_01', '“CLIENT_01” is the id of API credentials'],
		[ID.slice(1), 'is no UUID'],
		[`${ID}0`, 'is no UUID'],
		[`{${ID}}`, 'is no UUID'],
		[ID.replaceAll('-', ''), 'is no UUID'],
		[ID.replace('8229df9f', '8229df9g'), 'is no UUID'],
		[`${ID}\n${ID}`, 'is no UUID'],
		['my-app', '“my-app” is no UUID']
	])('refuses %j and says what to write', (text, message) => {
		const refused = parseClientId(text);
		expect(refused).toMatchObject({ ok: false, message: expect.stringContaining(message) });
		expect(refused).toMatchObject({
			message: expect.stringContaining('on its page in the platform’s Dashboard')
		});
	});
});
