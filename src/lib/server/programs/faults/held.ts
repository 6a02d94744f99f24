import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Answer } from '../answer.ts';

const Execution = z.looseObject({
	data: z.looseObject({ attributes: z.looseObject({ executionMode: z.string() }) })
});

/**
 * What came of a command, told late under status 202: the connection stays open, and what comes in
 * the end may contradict it.
 */
export function held(answer: Answer, milliseconds: number): Answer {
	if (typeof answer === 'string' || 'pieces' in answer) return answer;
	const { headers, body } = answer;
	return { status: 202, headers, pieces: late(withMode(body), milliseconds) };
}

async function* late(body: string, milliseconds: number): AsyncGenerator<string> {
	await wait(milliseconds);
	yield body;
}

function withMode(body: string): string {
	const { success, data: read } = Execution.safeParse(JSON.parse(body));
	if (!success) return body;
	const { data } = read;
	const attributes = { ...data.attributes, executionMode: 'async' };
	return JSON.stringify({ ...read, data: { ...data, attributes } });
}
