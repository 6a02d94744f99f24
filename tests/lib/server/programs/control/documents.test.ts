import { NAMED_SCHEMAS } from '#lib/server/programs/control/operation.ts';
import { readSettings } from '#lib/server/settings.ts';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { codeBlocks } from '../../../../support/code-blocks.ts';

const DOCUMENT = 'docs/control-api.md';

const Compose = z.strictObject({
	services: z.strictObject({
		valetkey: z.strictObject({
			build: z.string(),
			environment: z.record(z.string(), z.string()),
			volumes: z.array(z.string())
		}),
		tests: z.strictObject({
			build: z.string(),
			network_mode: z.literal('service:valetkey'),
			environment: z.record(z.string(), z.url())
		})
	})
});

describe('docs/control-api.md', () => {
	it('shows bodies as they are, in the order in which they are explained', () => {
		const shapes = codeBlocks(DOCUMENT, 'json').map((code) => {
			const body: unknown = JSON.parse(code);
			return Object.entries(NAMED_SCHEMAS).find(
				([, schema]) => schema.safeParse(body).success
			)?.[0];
		});
		expect(shapes).toEqual([
			...[
				'SeedRequest',
				'SeedAnswer',
				'SeedRequest',
				'SeedRequest',
				'AuthorizeRequest',
				'AuthorizeAnswer'
			],
			...['ConnectRefusal', 'ClockAnswer', 'VehicleRequest', 'VehicleAnswer'],
			...['EventRequest', 'EventRequest', 'EventAnswer'],
			...['WebhookRequest', 'MadeWebhookAnswer', 'VehicleSubscriptionRequest'],
			...['DeliveriesAnswer', 'RecordingAnswer'],
			...['FaultsRequest', 'FaultsAnswer', 'FaultsRemoved'],
			...['WipeRequest', 'WipeAnswer', 'ControlRefusal']
		]);
	});

	it('has containers in which the control API is on', () => {
		const [code = ''] = codeBlocks(DOCUMENT, 'yaml');
		const file = parseDocument(code, { strict: true });
		expect([...file.errors, ...file.warnings]).toEqual([]);
		const { valetkey, tests } = Compose.parse(file.toJS()).services;
		const settings = readSettings(valetkey.environment);
		expect(settings).toMatchObject({ isPublic: false, rateLimits: false });
		expect(valetkey.volumes).toEqual([`./seed.json:${settings.seedFile}:ro`]);
		expect(new Set(Object.values(tests.environment))).toEqual(new Set([settings.origin]));
	});
});
