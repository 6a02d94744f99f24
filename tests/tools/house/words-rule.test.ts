import { Linter } from 'eslint';
import svelte from 'eslint-plugin-svelte';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { wordsInCatalogs } from '../../../tools/house/words-rule.ts';

const linter = new Linter({ configType: 'flat', cwd: process.cwd() });

function messagesOf(code: string, file: string): readonly string[] {
	const config: Linter.Config[] = [
		{ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } },
		...svelte.configs.base,
		{
			files: ['**/*.svelte'],
			languageOptions: { parserOptions: { parser: tseslint.parser } }
		},
		{
			files: ['**/*.svelte', '**/*.ts'],
			plugins: { house: { rules: { words: wordsInCatalogs } } },
			rules: { 'house/words': 'error' }
		}
	];
	return linter.verify(code, config, file).map(({ message }) => message);
}

describe('house/words in a component', () => {
	it.each([
		['<p>Save</p>', 'Save'],
		['<p>{n} of them</p>', 'of them'],
		['<p aria-label="Kinds of items"></p>', 'Kinds of items'],
		['<Field label="Name" />', 'Name'],
		["<p>{n ? 'yes' : words.no}</p>", 'yes'],
		["<p>{n ?? 'none'}</p>", 'none'],
		['<p>{`version ${n}`}</p>', 'version'],
		["<p title={n ? 'Up' : undefined}></p>", 'Up'],
		["<script>const mode = { label: 'Live' };</script>", 'Live'],
		["<script>announce('copied the scope');</script>", 'copied the scope']
	])('finds the text in %s', (code, text) => {
		expect(messagesOf(code, 'src/routes/A.svelte')).toEqual([
			`“${text}” belongs into a catalog, words.en.ts beside the page.`
		]);
	});

	it.each([
		'<p>{words.save} · {n}</p>',
		'<p>{words.count(n)}</p>',
		'<p class="soft note"></p>',
		'<code>GET /vehicles</code>',
		'<h1>Valetkey</h1>',
		'<input name="redirect_uri" type="text" />',
		"<p>{kind === 'Two words' ? n : 0}</p>",
		'<style>.a { color: red; }</style>',
		"<script>import a from 'a b';</script>",
		"<script>throw new TypeError('No such place');</script>",
		"<script>document.querySelector('main h1');</script>"
	])('has nothing against %s', (code) => {
		expect(messagesOf(code, 'src/routes/A.svelte')).toEqual([]);
	});
});

describe('house/words in a module', () => {
	it.each([
		"fail(400, 'Not saved.');",
		"const title = 'Sessions';",
		'say(`Removed ${n} of them`);'
	])('finds the text in %s', (code) => {
		expect(messagesOf(code, 'src/routes/a.ts')).not.toEqual([]);
	});

	it.each([
		"const path = '/oauth/token';",
		"const headers = { 'content-type': 'text/html; charset=utf-8' };",
		"if (event.key === 'Tab') stop();",
		"const call = `curl -H 'Authorization: Bearer ${token}' ${origin}`;",
		"type Mode = 'Live mode' | 'other mode';"
	])('has nothing against %s', (code) => {
		expect(messagesOf(code, 'src/routes/a.ts')).toEqual([]);
	});
});
