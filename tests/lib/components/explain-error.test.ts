import { explainError } from '#lib/components/explain-error.ts';
import { describe, expect, it } from 'vitest';

describe('explainError', () => {
	it.each([
		[404, 'No item has this code.', 'Not found', 'No item has this code.', false],
		[404, '', 'Not found', 'There is no page at this address.', false],
		[403, '', 'Refused', 'The server does not allow this request.', false],
		[405, '', 'This did not work', 'The server could not read this request.', false],
		[503, 'The disk is full.', 'Not available right now', 'The disk is full.', true],
		[
			500,
			'Internal Error',
			'Something failed on the server',
			'The server could not finish this request. What was saved before is unchanged.',
			true
		]
	])('%i with “%s” is “%s”', (status, message, title, sentence, retry) => {
		const explained = explainError({ status, message, online: true });
		expect(explained).toEqual({ title, sentence, retry, offline: false });
	});

	it.each([
		'Unexpected token \'R\', "Refused: t"... is not valid JSON',
		'JSON.parse: unexpected character at line 1 column 1 of the JSON data',
		"JSON Parse error: Unrecognized token '<'"
	])('says that something in between answered a form: %s', (message) => {
		const explained = explainError({ status: 500, message, online: true });
		expect(explained.title).toBe('Something in between answered');
		expect(explained.sentence).not.toContain(message);
	});

	it.each([
		'Failed to fetch',
		'NetworkError when attempting to fetch resource.',
		'Load failed',
		'Failed to fetch dynamically imported module: https://keys.example.com/_app/4.js'
	])('says that the server cannot be reached, in no browser’s own words: %s', (message) => {
		const explained = explainError({ status: 500, message, online: true });
		expect(explained.title).toBe('The server cannot be reached');
		expect(explained.sentence).not.toContain(message);
	});

	it('says offline, not failed, when the browser has no connection', () => {
		const explained = explainError({ status: 500, message: 'Internal Error', online: false });
		expect(explained).toMatchObject({ title: 'You are offline', retry: true, offline: true });
	});
});
