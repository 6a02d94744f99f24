import { findAddress } from '#lib/server/programs/addresses.ts';
import { describeControl } from '#lib/server/programs/control/openapi.ts';
import { NAMED_SCHEMAS } from '#lib/server/programs/control/operation.ts';
import { OPERATIONS } from '#lib/server/programs/control/operations.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import { readSettings } from '#lib/server/settings.ts';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { control } from '../../../../support/control.ts';
import { useStorage } from '../../../../support/storage.ts';

const storage = useStorage();
const settings = readSettings({ ORIGINS: 'http://localhost:8080' });

const Schema = z.looseObject({
	properties: z.record(z.string(), z.unknown()),
	additionalProperties: z.boolean()
});
const Description = z.looseObject({
	openapi: z.literal('3.1.1'),
	servers: z.array(z.object({ url: z.string() })),
	paths: z.record(z.string(), z.record(z.string(), z.unknown())),
	components: z.looseObject({ schemas: z.record(z.string(), Schema) })
});

/** As it is sent: what JSON cannot say is gone. */
const sent = (): unknown => JSON.parse(JSON.stringify(describeControl(settings)));

describe('GET /openapi/control.json', () => {
	it('is OpenAPI 3.1 by the specification’s own schema, with every reference led somewhere', async () => {
		const validator = new Validator();
		const document = z.record(z.string(), z.unknown()).parse(sent());
		expect(await validator.validate(document)).toMatchObject({ valid: true });
		expect(validator.version).toBe('3.1');
		expect(() => validator.resolveRefs()).not.toThrow();
	});

	it('is answered as it is, under any of the server’s names', async () => {
		const context = { ...storage.context, settings };
		const answer = await askFromWithin(context, '192.0.2.1', '/openapi/control.json', {});
		expect(answer.status).toBe(200);
		expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
		expect(await answer.json()).toEqual(sent());
		const named = Description.parse(sent()).servers.map(({ url }) => url);
		expect(named).toEqual(settings.origins);
	});

	it('describes every address by the method that it answers', () => {
		const { paths } = Description.parse(sent());
		const described = [
			...['/sandbox/api/seed', '/sandbox/api/authorize', '/sandbox/api/clock'],
			...['/sandbox/api/faults', '/sandbox/api/requests'],
			...['/sandbox/api/vehicles', '/sandbox/api/vehicles/{vehicleId}'],
			'/sandbox/api/vehicles/{vehicleId}/events',
			...['/sandbox/api/webhooks', '/sandbox/api/webhooks/{webhookId}'],
			'/sandbox/api/webhooks/{webhookId}/subscriptions',
			'/sandbox/api/webhooks/{webhookId}/subscriptions/{vehicleId}',
			...['/sandbox/api/webhooks/{webhookId}/test', '/sandbox/api/deliveries'],
			...['/sandbox/api/recording', '/sandbox/api/wipe']
		];
		expect(Object.keys(paths)).toEqual(described);
		for (const [path, operations] of Object.entries(paths)) {
			const methods = Object.keys(operations).map((method) => method.toUpperCase());
			const address = findAddress(path.replace('{vehicleId}', 'some'));
			expect(methods).toEqual(Object.keys(address?.methods ?? {}));
		}
	});

	it('names every key that a request may have, and no other is taken', () => {
		const { schemas } = Description.parse(sent()).components;
		expect(Object.keys(schemas.AuthorizeRequest?.properties ?? {})).toEqual([
			...['clientId', 'scope', 'redirectUri', 'state', 'mode', 'login', 'refuse']
		]);
		expect(Object.values(schemas).every((schema) => !schema.additionalProperties)).toBe(true);
	});
});

describe('an example', () => {
	const bodies = OPERATIONS.flatMap(({ id, request, answer, refusal }) =>
		[request, answer, refusal]
			.flatMap((body) => body ?? [])
			.flatMap(({ schemas, examples }) =>
				Object.entries(examples).map(([name, value]) => ({ id, name, schemas, value }))
			)
	);

	it.each(bodies)('fits its schema: $id, $name', ({ schemas, value }) => {
		const checks = schemas.map((name) => NAMED_SCHEMAS[name].safeParse(value).success);
		expect(checks).toContain(true);
	});

	it('is answered as the description says', async () => {
		const [seed, authorize] = OPERATIONS;
		const seeded = await control(storage.context, 'seed', seed?.request?.examples.published);
		expect(seeded.body).toEqual(seed?.answer.examples.created);
		for (const body of Object.values(authorize?.request?.examples ?? {})) {
			expect((await control(storage.context, 'authorize', body)).status).toBe(200);
		}
	});
});
