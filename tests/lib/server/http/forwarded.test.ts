import { isForwarded } from '#lib/server/http/forwarded.ts';
import { readSettings } from '#lib/server/settings.ts';
import { expect, it } from 'vitest';

const direct = readSettings({});
const behind = readSettings({ ADDRESS_HEADER: 'Fly-Client-IP' });

it.each([
	['forwarded', direct, true],
	['via', direct, true],
	['X-Forwarded-For', direct, true],
	['x-forwarded-host', direct, true],
	['x-forwarded-proto', direct, true],
	['x-real-ip', direct, true],
	['fly-client-ip', direct, false],
	['fly-client-ip', behind, true],
	['x-forwarded-for', behind, true],
	['accept', behind, false]
])('a request with %s', (name, settings, expected) => {
	expect(isForwarded(new Headers({ [name]: '192.0.2.1' }), settings)).toBe(expected);
});
