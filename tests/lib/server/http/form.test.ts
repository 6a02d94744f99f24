import type { Context } from '#lib/server/context.ts';
import { text, texts, wholeNumber } from '#lib/server/http/fields.ts';
import { form } from '#lib/server/http/form.ts';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { formEvent } from '../../../support/form-event.ts';
import { useStorage } from '../../../support/storage.ts';

const storage = useStorage();

const Color = z.enum(['red', 'green'], { error: 'A color is red or green.' });

const action = form(
	z.object({ name: text, item: texts, revision: wholeNumber, color: Color }),
	(input, { params, locals }) => ({ input, params, at: locals.context }),
	({ message, field = 'name', typed }) => ({ error: message, field, typed })
);

function send(context: Context, body: string) {
	return action(formEvent(context, { clientId: 'c' }, new URLSearchParams(body)));
}

describe('a form', () => {
	test('hands over what its schema reads, with the context and the parameters', async () => {
		const { context } = storage;
		expect(await send(context, 'name=a&name=b&item=1&item=2&revision=7&color=red')).toEqual({
			input: { name: 'a', item: ['1', '2'], revision: 7, color: 'red' },
			params: { clientId: 'c' },
			at: context
		});
	});

	test('reads what is missing as empty', async () => {
		expect(await send(storage.context, 'color=green')).toMatchObject({
			input: { name: '', item: [], revision: null, color: 'green' }
		});
	});

	test.each(['color=blue&name=a', 'name=a'])(
		'answers %s with the sentence of the field, and what was typed',
		async (body) => {
			expect(await send(storage.context, body)).toMatchObject({
				status: 400,
				data: {
					error: 'A color is red or green.',
					field: 'color',
					typed: Object.fromEntries(new URLSearchParams(body))
				}
			});
		}
	);

	test('refuses a field that its schema does not have', async () => {
		expect(await send(storage.context, 'color=red&nmae=a')).toMatchObject({
			status: 400,
			data: {
				error:
					'The form has a field that is not known here, “nmae”; it takes name, item, revision, color. Nothing was saved.',
				field: 'name',
				typed: {}
			}
		});
	});

	test('refuses a body that is too large', async () => {
		expect(await send(storage.context, `name=${'x'.repeat(70_000)}`)).toMatchObject({
			status: 413,
			data: { error: expect.stringContaining('larger than 64 kB') }
		});
	});
});
