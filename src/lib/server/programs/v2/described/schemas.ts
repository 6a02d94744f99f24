import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { CONNECT_MODES } from '#lib/connect/session-data.ts';
import { V2_READINGS } from '#lib/vehicles/api-v2/readings.ts';
import { COMMANDS } from '#lib/vehicles/commands/commands.ts';
import { z } from 'zod';
import { BatchRequest } from '../batch.ts';
import { isCommand } from '../order-item.ts';
import { OPERATIONS } from '../operations.ts';

const Permission = z.enum(PERMISSION_NAMES);
const Paging = z.strictObject({ count: z.int().min(0), offset: z.int().min(0) });

/** An error of API v2. */
export const ErrorAnswer = z.strictObject({
	type: z.string(),
	code: z.string().nullable(),
	description: z.string(),
	docURL: z.url(),
	statusCode: z.int(),
	requestId: z.uuid(),
	resolution: z.strictObject({ type: z.string().nullable(), url: z.url().optional() }),
	suggestedUserMessage: z.string().optional(),
	detail: z.array(z.strictObject({ field: z.string(), message: z.string() })).optional()
});

const BatchAnswer = z.strictObject({
	responses: z.array(
		z.strictObject({
			path: z.string(),
			code: z.int(),
			headers: z.record(z.string(), z.string()),
			body: z.unknown()
		})
	)
});

const CompatibilityAnswer = z.strictObject({
	compatible: z.boolean(),
	reason: z.enum(['VEHICLE_NOT_COMPATIBLE', 'MAKE_NOT_COMPATIBLE']).nullable(),
	capabilities: z.array(
		z.strictObject({
			permission: Permission,
			endpoint: z.string(),
			capable: z.boolean(),
			reason: z.enum(['VEHICLE_NOT_CAPABLE', 'SMARTCAR_NOT_CAPABLE']).nullable()
		})
	)
});

const MatrixAnswer = z.record(
	z.string(),
	z.array(
		z.strictObject({
			model: z.string(),
			startYear: z.int(),
			endYear: z.int(),
			type: z.enum(['ICE', 'BEV', 'PHEV', 'HEV']),
			endpoints: z.array(z.string()),
			permissions: z.array(Permission)
		})
	)
);

/** Every body of API v2 by the name that the description gives it. */
export const V2_SCHEMAS: Readonly<Record<string, z.ZodType>> = {
	UserAnswer: z.strictObject({ id: z.uuid() }),
	VehiclesAnswer: z.strictObject({ vehicles: z.array(z.uuid()), paging: Paging }),
	PermissionsAnswer: z.strictObject({ permissions: z.array(Permission), paging: Paging }),
	DisconnectAnswer: z.strictObject({ status: z.literal('success') }),
	SubscribedAnswer: z.strictObject({ webhookId: z.uuid(), vehicleId: z.uuid() }),
	CommandAnswer: z.strictObject({
		status: z.literal('success'),
		message: z.literal('Successfully sent request to vehicle')
	}),
	BatchRequest,
	BatchAnswer,
	CompatibilityAnswer,
	MatrixAnswer,
	ConnectionsAnswer: z.strictObject({
		connections: z.array(
			z.strictObject({
				userId: z.uuid(),
				vehicleId: z.uuid(),
				connectedAt: z.iso.datetime(),
				mode: z.enum(CONNECT_MODES)
			})
		),
		paging: z.strictObject({ cursor: z.string().nullable() })
	}),
	EndedConnectionsAnswer: z.strictObject({
		connections: z.array(z.strictObject({ userId: z.uuid(), vehicleId: z.uuid() }))
	}),
	...ofItems(),
	ErrorAnswer
};

/** What the body of a reading or of a command is called. */
export function schemaNameOf(code: string): string {
	const words = code.replace(/^v2-|-v2$/g, '').split('-');
	const name = words.map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`).join('');
	return `${name}${isCommand({ code }) ? 'Request' : 'Answer'}`;
}

function ofItems(): Readonly<Record<string, z.ZodType>> {
	const named = [...OPERATIONS.values()].flat().flatMap(({ code }) => {
		const schema = COMMANDS[code]?.parameters ?? V2_READINGS[code]?.schema;
		return schema ? [[schemaNameOf(code), schema] as const] : [];
	});
	return Object.fromEntries(named);
}
