import { quote } from '#lib/access/characters.ts';
import { UUID } from '#lib/access/client-id.ts';
import { unknownFault } from '#lib/faults/asked.ts';
import { FAULTS, faultNamed } from '#lib/faults/faults.ts';
import { z } from 'zod';
import { MOST_RULES } from '../../faults/rules.ts';
import { checkRule } from '../faults/check-rule.ts';

const WRITE_RULES = `Write up to ${MOST_RULES} rules, e.g. [{"fault":"VEHICLE_STATE:ASLEEP","times":1}]`;
const WRITE_CLIENT_ID = 'Write the client id of an application, or leave it out';
const WRITE_VEHICLE_ID = 'Write the id of a vehicle, or leave it out';
const WRITE_PATH =
	'Write a path of the API with * for what varies, such as /v3/vehicles/*/signals, or leave it out';
const WRITE_AMOUNT = 'Write a whole number from 1 on, or leave it out';
const WRITE_TIMES = 'Write for how many calls, a whole number from 1 to 1000000, or leave it out';
const WRITE_ON = 'Write true or false, or leave it out';
const MOST_TIMES = 1_000_000;

const FaultName = z
	.enum(
		FAULTS.map(({ name }) => name),
		{ error: ({ input }) => wordUnknown(input) }
	)
	.describe('What goes wrong');

function wordUnknown(input: unknown): string {
	if (typeof input !== 'string') return 'Write the name of a fault, such as LATENCY or DROP';
	const { near } = unknownFault(input);
	return near === null
		? `${quote(input)} is no fault; write one of those that GET /sandbox/api/faults lists`
		: `${quote(input)} is no fault; did you mean ${quote(near)}?`;
}

const orNull = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);

const FaultRuleRequest = z
	.strictObject({
		fault: FaultName,
		clientId: orNull(
			z.string({ error: WRITE_CLIENT_ID }).regex(UUID, WRITE_CLIENT_ID).toLowerCase()
		).describe('Of an application alone; every application by default'),
		vehicleId: orNull(
			z.string({ error: WRITE_VEHICLE_ID }).min(1, WRITE_VEHICLE_ID).max(60, WRITE_VEHICLE_ID)
		).describe('Of one vehicle alone, as its application or the sandbox knows it'),
		path: orNull(
			z.string({ error: WRITE_PATH }).startsWith('/', WRITE_PATH).max(200, WRITE_PATH)
		).describe('Of one path alone, in which * stands for one part; every path by default'),
		amount: orNull(z.int({ error: WRITE_AMOUNT }).min(1, WRITE_AMOUNT)).describe(
			'Milliseconds or seconds of a fault that takes some'
		),
		times: orNull(
			z.int({ error: WRITE_TIMES }).min(1, WRITE_TIMES).max(MOST_TIMES, WRITE_TIMES)
		).describe('For the first so many calls; all by default'),
		on: z.boolean({ error: WRITE_ON }).default(true).describe('Whether it acts')
	})
	.superRefine((rule, context) => {
		const problem = checkRule(faultNamed(rule.fault), rule);
		if (!problem) return;
		// Its sentence is ended where it is told.
		const message = problem.message.replace(/\.$/, '');
		context.addIssue({ code: 'custom', path: [problem.field], message });
	});

/** What `PUT /sandbox/api/faults` takes. */
export const FaultsRequest = z.strictObject({
	rules: z
		.array(FaultRuleRequest, { error: WRITE_RULES })
		.max(MOST_RULES, WRITE_RULES)
		.describe('In their order: of two that fit a call the first acts')
});

export const FAULTS_FORM = {
	schema: FaultsRequest,
	keys: ['rules', 'fault', 'clientId', 'vehicleId', 'path', 'amount', 'times', 'on']
};

/** The rules that there are, with all that can go wrong. */
export const FaultsAnswer = z.strictObject({
	rules: z
		.array(
			z.strictObject({
				id: z.string().regex(UUID),
				fault: z.string(),
				clientId: z.string().nullable(),
				vehicleId: z.string().nullable(),
				path: z.string().nullable(),
				amount: z.int().nullable().describe('Null for what is usual'),
				times: z.int().nullable().describe('Null for all calls'),
				used: z.int().nonnegative().describe('How many calls it met'),
				on: z.boolean()
			})
		)
		.describe('In their order'),
	faults: z
		.array(
			z.strictObject({
				name: z.string(),
				amount: z
					.strictObject({
						unit: z.enum(['milliseconds', 'seconds']),
						usual: z.int(),
						most: z.int()
					})
					.nullable()
					.describe('The number that it takes; null for none')
			})
		)
		.describe('All that can go wrong, by their names')
});

export const FaultsRemoved = z.strictObject({ removed: z.int().nonnegative() });
