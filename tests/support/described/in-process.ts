import { FAULT_HEADER } from '#lib/faults/asked.ts';
import type { Asked } from '#lib/server/programs/call.ts';
import type { Answer } from '#lib/server/programs/answer.ts';
import { afterEach, expect, vi } from 'vitest';
import { faults } from './faults.ts';
import { hold } from './hold.ts';

// Every answer to a program, in whatever test, is held against what its API says of itself.
vi.mock(import('#lib/server/programs/pipeline.ts'), async (original) => {
	const { answerProgram, ...others } = await original();
	return {
		...others,
		async answerProgram(asked: Asked, ...more) {
			const answer = await answerProgram(asked, ...more);
			const fault = await faultOf(asked, answer);
			if (fault !== null) faults.push(fault);
			return answer;
		}
	};
});

async function faultOf({ request, pathname }: Asked, answer: Answer): Promise<string | null> {
	if (typeof answer === 'string' || !('body' in answer)) return null;
	const { status, body, headers } = answer;
	// What went wrong with an answer on purpose may be that it does not fit.
	if (FAULT_HEADER in headers) return null;
	return hold({ method: request.method, pathname, status, text: body });
}

afterEach(() => {
	expect(faults.splice(0), 'answers that are not as their API describes them').toEqual([]);
});
