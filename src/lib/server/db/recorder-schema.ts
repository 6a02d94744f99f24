import { z } from 'zod';
import { clientId } from './client-schema.ts';
import {
	check,
	counter,
	flag,
	index,
	isFlag,
	isJson,
	primaryKey,
	storedJson,
	table,
	text,
	time,
	whole
} from './columns.ts';
import { applications, FOLLOWING } from './schema.ts';

/** Something that was sent, with what is secret in it masked. */
const Message = z
	.strictObject({
		/** By their names in small letters, in the order in which they came. */
		headers: z.array(z.tuple([z.string(), z.string()])).readonly(),
		/** As far as it is kept; null where there was none. */
		body: z.string().nullable(),
		/** Bytes of it that are not kept. */
		cut: z.int().min(0)
	})
	.readonly();

/** What a vehicle was when it was asked. */
const AskedVehicle = z
	.strictObject({
		asleep: z.boolean(),
		online: z.boolean(),
		driving: z.boolean(),
		pluggedIn: z.boolean(),
		charging: z.boolean(),
		locked: z.boolean(),
		/** Percent of its battery; null where it has none that is told. */
		charge: z.number().nullable()
	})
	.readonly();

export type AskedVehicle = z.infer<typeof AskedVehicle>;

/** Both sides of a request, and what became of it. */
export const RecordedSides = z
	.strictObject({
		asked: Message,
		answered: Message,
		/** Headers and fields of the body that came and that nothing looked at. */
		unreadHeaders: z.array(z.string()).readonly(),
		/** An empty name stands for all of the body. */
		unreadFields: z.array(z.string()).readonly(),
		/** Items of the catalog that it asked for, and permissions of these that were not granted. */
		items: z.array(z.string()).readonly(),
		missing: z.array(z.string()).readonly(),
		/** The vehicle as it was asked; null where none was. */
		vehicle: AskedVehicle.nullable()
	})
	.readonly();

export type RecordedSides = z.infer<typeof RecordedSides>;

/** The last requests of programs, each with its answer. Nothing else is read from it, and it may lose a second. */
export const requests = table(
	'requests',
	{
		id: counter(),
		/** Null where it did not say who asks. */
		clientId: text().references(() => applications.clientId, FOLLOWING),
		/** By the rehearsal, and by the machine. */
		at: time(),
		machineAt: time(),
		/** As it stands in the log and in the answer. */
		requestId: text().notNull(),
		method: text().notNull(),
		/** With its query, as it was asked for, masked. */
		path: text().notNull(),
		/** With `[name]` for what varies; null where nothing is called so. */
		route: text(),
		status: whole().notNull(),
		/** Microseconds of the machine. */
		duration: whole().notNull(),
		/** The vehicle's own id; null where it is about none. */
		vehicleId: text(),
		connectionId: text(),
		/** `TYPE:CODE`, or the `error` of OAuth; null where it was answered. */
		error: text(),
		/** Those that it needed, with a blank around each; empty for none. */
		permissions: text().notNull().default(''),
		/** Name of the fault that answered or spoiled it, and the id of its rule; null for none. */
		fault: text(),
		faultRuleId: text(),
		sides: storedJson({ name: 'requests.sides', schema: RecordedSides }).notNull()
	},
	(columns) => [
		index('requests_client_id').on(columns.clientId, columns.id),
		check('requests_sides', isJson(columns.sides))
	]
);

/** What an application really asked of vehicles since its recording began, item by item of the catalog. */
export const itemUses = table(
	'item_uses',
	{
		clientId: clientId(),
		code: text().notNull(),
		/** How often it was asked for, and how often of these it was refused for want of a permission. */
		calls: whole().notNull(),
		refused: whole().notNull(),
		/** How often of the calls it was told because all were, and not asked for by its name. */
		listed: whole().notNull().default(0),
		/** By the rehearsal. */
		firstAt: time(),
		lastAt: time()
	},
	(columns) => [primaryKey({ columns: [columns.clientId, columns.code] })]
);

/** When the recording of an application was last begun anew, by the machine; without a row, with the application. */
export const recordings = table('recordings', {
	clientId: clientId().primaryKey(),
	begunAt: time()
});

/** What goes wrong on purpose, in the order in which it was written down. */
export const faultRules = table(
	'fault_rules',
	{
		id: text().primaryKey(),
		/** Counts up: of two that fit a call the first answers. */
		position: whole().notNull(),
		/** Null for every application, vehicle or path. */
		clientId: text().references(() => applications.clientId, FOLLOWING),
		/** As the application or the sandbox knows it. */
		vehicleId: text(),
		/** A path of the API, in which `*` stands for one part. */
		path: text(),
		/** Name of the fault, as it stands in the header as well. */
		fault: text().notNull(),
		/** Milliseconds or seconds of those that have some; null for what is usual. */
		amount: whole(),
		/** How many calls it is for; null for all. */
		times: whole(),
		used: whole().notNull().default(0),
		isOn: flag().notNull().default(true),
		createdAt: time()
	},
	(columns) => [
		index('fault_rules_position').on(columns.position),
		index('fault_rules_client_id').on(columns.clientId),
		check('fault_rules_is_on', isFlag(columns.isOn))
	]
);
