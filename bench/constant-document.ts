import { z } from 'zod';
import { read } from './connected-vehicle.ts';

const PATH = '/vehicles/{vehicleId}/signals/{code}';

const Document = z.looseObject({
	paths: z.looseObject({
		[PATH]: z.looseObject({
			get: z.looseObject({ responses: z.looseObject({ '200': z.looseObject({}) }) })
		})
	})
});

/**
 * Our description of API v3, with one answer of a signal as its example: what mock servers answer
 * then is a constant, at the path without a prefix.
 */
export async function constantDocument(
	origin: string,
	signal: string,
	headers: Readonly<Record<string, string>>
): Promise<object> {
	const document = Document.parse(await read(await fetch(`${origin}/openapi/vehicle-v3.json`)));
	const example = await read(await fetch(signal, { headers }));
	const { get } = document.paths[PATH];
	const ok = { ...get.responses['200'], content: { 'application/json': { example } } };
	const answering = { ...get, responses: { ...get.responses, '200': ok } };
	return { ...document, servers: [], paths: { ...document.paths, [PATH]: { get: answering } } };
}
