import { parseJson } from '../../http/body.ts';
import { readBodyText } from '../body-text.ts';
import type { Call } from '../call.ts';
import { formatProblem } from '../control/read-body.ts';
import type { Sent } from './order-item.ts';

/** The JSON of a request, whatever its type is said to be. Nothing at all is an empty object. */
export async function readSent({ request }: Pick<Call, 'request'>): Promise<Sent> {
	const body = await readBodyText(request);
	if (!body.ok) return body;
	const { text } = body;
	if (text.trim() === '') return { ok: true, value: {} };
	const json = parseJson(text);
	if (json.ok) return { ok: true, value: json.value };
	return { ok: false, status: 400, message: json.problems.map(formatProblem).join(' ') };
}
