import { createApplication } from '#lib/server/applications/applications.ts';
import { readV3Dialect } from '#lib/server/applications/v3-dialect.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { v3Action } from '../../../../../../src/routes/(dashboard)/apps/[clientId]/settings/v3-action.ts';
import { formEvent } from '../../../../../support/form-event.ts';
import { done } from '../../../../../support/outcome.ts';
import { useStorage } from '../../../../../support/storage.ts';

const storage = useStorage();
let clientId = '';
beforeEach(async () => {
	({ clientId } = done(await createApplication(storage.context, { name: 'Charge Planner' })));
});

function save(body: string): unknown {
	const event = formEvent(storage.context, { clientId }, new URLSearchParams(body));
	return Reflect.apply(v3Action.v3, undefined, [event]);
}

describe('the form of API v3', () => {
	it('is 2026 until another is chosen', async () => {
		expect(await readV3Dialect(storage.context, clientId)).toBe('2026');
		for (const dialect of ['2025', '2026'] as const) {
			expect(await save(`v3Dialect=${dialect}`)).toEqual({ form: 'v3', saved: true });
			expect(await readV3Dialect(storage.context, clientId)).toBe(dialect);
		}
	});

	it.each(['v3Dialect=2024', ''])('refuses “%s”', async (body) => {
		expect(await save(body)).toMatchObject({
			status: 400,
			data: { form: 'v3', error: 'The form of answers is 2026 or 2025.' }
		});
	});
});
