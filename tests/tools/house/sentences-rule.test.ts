import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { noSentences } from '../../../tools/house/sentences-rule.ts';

const linter = new Linter({ configType: 'flat', cwd: process.cwd() });

function messagesOf(code: string): readonly string[] {
	const config: Linter.Config[] = [
		{
			files: ['**/*.ts'],
			languageOptions: { parser: tseslint.parser },
			plugins: { house: { rules: { sentences: noSentences } } },
			rules: { 'house/sentences': 'error' }
		}
	];
	return linter.verify(code, config, 'src/lib/connect/a.ts').map(({ message }) => message);
}

describe('house/sentences', () => {
	it.each([
		["const message = 'Invalid code.';", 'Invalid code.'],
		["refuse('invalid_request', 'response_type is missing.');", 'response_type is missing.'],
		["const advice = 'Ask whoever gave it to you';", 'Ask whoever gave it to you'],
		["const message = '400: The link is too long';", '400: The link is too long'],
		[
			"const message = '“required:” stands alone; write more.';",
			'“required:” stands alone; write more.'
		],
		['const advice = `${name} stands more than once.`;', '… stands more than once.'],
		['const message = `Invalid code: ${code}.`;', 'Invalid code: ….'],
		["answer({ message: found ? 'It is there.' : null });", 'It is there.']
	])('refuses the sentence in %s', (code, text) => {
		expect(messagesOf(code)).toEqual([
			`“${text}” is worded below the doors. Tell a code with its data; a door has the words.`
		]);
	});

	it.each([
		"refuse({ code: 'nothing-asked' });",
		"const model = 'Range Rover Sport';",
		"const names = 'Doors EngineCover FrontTrunk IsLocked RearTrunk'.split(' ');",
		'const location = `${uri}?code=${code}`;',
		"const query = 'SELECT tag FROM migrations';",
		"const begin = 'begin isolation level serializable;';",
		'db.execute(sql`Select more than one.`);',
		"throw new TypeError('No program asks at this place.');",
		"log.warn({ file }, 'Others may read the database.');",
		"log.error({ id }, found ? 'It is there again.' : 'a request failed');",
		"type Said = 'This is a type of text.';",
		"import a from './A file with a name.ts';"
	])('has nothing against %s', (code) => {
		expect(messagesOf(code)).toEqual([]);
	});
});
