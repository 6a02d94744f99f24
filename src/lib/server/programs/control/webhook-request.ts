import { EXAMPLE_CLIENT_ID } from '#lib/access/client-id.ts';
import { z } from 'zod';

const CLIENT_ID = `Write the application’s client id, like ${EXAMPLE_CLIENT_ID}`;
const WRITE_SIGNALS = 'Write a list of codes of signals, e.g. ["tractionbattery-stateofcharge"]';
const WRITE_URI = 'Write the whole address that is posted to, e.g. http://127.0.0.1:8000/webhooks';
const WRITE_TOKEN = 'Write 16 to 256 characters of ASCII without a space, % and +, or leave it out';

const Codes = z.array(z.string({ error: WRITE_SIGNALS }), { error: WRITE_SIGNALS });

/** A webhook within its application, as a seed has it. Codes and addresses are judged as on the page. */
export const WebhookOfApplication = z.strictObject(
	{
		name: z
			.string({ error: 'Write a name, or leave it out' })
			.optional()
			.describe('As deliveries say it; the host of callbackUri by default'),
		callbackUri: z.string({ error: WRITE_URI }).describe('Where events are posted to'),
		errorUri: z
			.string({ error: `${WRITE_URI}, or leave it out` })
			.optional()
			.describe('Where VEHICLE_ERROR is posted to instead'),
		triggers: Codes.describe('Signals that decide when it is told'),
		signals: Codes.describe('Signals that decide what it is told: all of them, each time'),
		autoSubscribe: z
			.boolean({ error: 'Write true or false, or leave it out' })
			.default(false)
			.describe('Subscribes it to each vehicle, but simulated ones that were added by hand'),
		managementToken: z
			.string({ error: WRITE_TOKEN })
			.min(16, WRITE_TOKEN)
			.max(256, WRITE_TOKEN)
			.regex(/^[!-$&-*,-~]+$/, WRITE_TOKEN)
			.optional()
			.describe(
				'Becomes the management token of the application, so that a receiver may know it before; by default the one that is there, or a new one'
			)
	},
	{ error: 'Write an object with callbackUri, triggers and signals' }
);

/** What `POST /sandbox/api/webhooks` takes. */
export const WebhookRequest = z.strictObject(
	{
		clientId: z.string({ error: CLIENT_ID }).describe('Of the application whose webhook it is'),
		...WebhookOfApplication.shape
	},
	{ error: 'Write an object with clientId, callbackUri, triggers and signals' }
);

export const WEBHOOK_FORM = { schema: WebhookRequest, keys: Object.keys(WebhookRequest.shape) };

const WRITE_VEHICLE = 'Write the id of a vehicle, of GET /sandbox/api/vehicles';

/** What subscribing a vehicle takes. */
export const VehicleSubscriptionRequest = z.strictObject(
	{
		vehicleId: z
			.string({ error: WRITE_VEHICLE })
			.describe('Of GET /sandbox/api/vehicles, or as the application knows it')
	},
	{ error: 'Write an object with vehicleId' }
);

export const SUBSCRIPTION_FORM = {
	schema: VehicleSubscriptionRequest,
	keys: Object.keys(VehicleSubscriptionRequest.shape)
};

/** Switches a webhook on or off. */
export const WebhookStateRequest = z.strictObject(
	{ enabled: z.boolean({ error: 'Write true or false' }).describe('Off, it is told nothing') },
	{ error: 'Write an object with enabled' }
);

export const STATE_FORM = { schema: WebhookStateRequest, keys: ['enabled'] };

/** What a test takes: a webhook that leads back here asks for none, whatever it is told. */
export const TestRequest = z.strictObject({}, { error: 'Write an empty object, {}' });

export const TEST_FORM = { schema: TestRequest, keys: [] };
