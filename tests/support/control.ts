import type { Context } from '#lib/server/context.ts';
import { NAMED_SCHEMAS } from '#lib/server/programs/control/operation.ts';
import { OPERATIONS } from '#lib/server/programs/control/operations.ts';
import { send, type Answer } from './tokens.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

/**
 * Posts JSON to the control API, as a script does; a text is sent as it is.
 *
 * @throws {Error} when the answer is none of those that the API is described with.
 */
export async function control(
	context: Context,
	path: 'seed' | 'authorize' | 'clock' | 'vehicles' | 'wipe' | `vehicles/${string}/events`,
	body: unknown,
	headers: Readonly<Record<string, string>> = {}
): Promise<Answer> {
	const answer = await send(context, {
		path: `/sandbox/api/${path}`,
		body: typeof body === 'string' ? body : JSON.stringify(body),
		headers: { ...JSON_TYPE, ...headers }
	});
	checkShape(path, answer);
	return answer;
}

function checkShape(path: string, { status, body }: Answer): void {
	const operation = OPERATIONS.find(
		(one) =>
			one.path === `/sandbox/api/${path.replace(/^vehicles\/.*\//, 'vehicles/{vehicleId}/')}` &&
			one.method === 'post'
	);
	const schemas =
		operation?.others?.[status] === undefined
			? (status === 200 ? operation?.answer : operation?.refusal)?.schemas
			: (['ControlRefusal'] as const);
	const fits = schemas?.some((name) => NAMED_SCHEMAS[name].safeParse(body).success);
	if (!fits) throw new Error(`Not described: ${status} ${JSON.stringify(body)}`);
}
