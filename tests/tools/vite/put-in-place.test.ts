import { compile } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';
import { putInPlace, putIntoModule } from '../../../tools/vite/put-in-place.ts';

const CATALOGS = new Map([
	[
		'words',
		new Map([
			['save', ['Save']],
			['odd', ['a <b> & "{c}"']],
			['quoted', ['It’s a \'single\' and a "double" one.']],
			['allOf', ['All of ', 0]],
			['ofThem', [1, ' of `', 0, '`, ${a}']]
		])
	]
]);

describe('putInPlace', () => {
	it.each([
		['<p>{words.save}</p>', '<p>Save</p>'],
		['<p>{words.save} {n}</p>', '<p>Save {n}</p>'],
		['<p title={words.save}></p>', '<p title="Save"></p>'],
		['<p title="{words.save}: {n}"></p>', '<p title="Save: {n}"></p>'],
		['<Field label={words.save} />', '<Field label="Save" />'],
		['<p>{words.allOf(name)}</p>', '<p>All of {name}</p>'],
		['<p title={words.allOf(a.b)}></p>', '<p title="All of {a.b}"></p>'],
		['<p>{words.ofThem(a, b.length)}</p>', '<p>{b.length} of `{a}`, $&#123;a&#125;</p>'],
		['<p>{n ? words.ofThem(a, b) : n}</p>', '<p>{n ? `${b} of \\`${a}\\`, \\${a}` : n}</p>'],
		['<p>{words.allOf(words.save)}</p>', '<p>All of {"Save"}</p>'],
		['<p>{n > 1 ? words.save : n}</p>', '<p>{n > 1 ? "Save" : n}</p>'],
		['{#each [words.save] as word}{word}{/each}', '{#each ["Save"] as word}{word}{/each}'],
		[
			'<script lang="ts">const a: string = words.save;</script>',
			'<script lang="ts">const a: string = "Save";</script>'
		]
	])('makes of %s what would be written without a catalog', (source, expected) => {
		expect(putInPlace(source, CATALOGS)).toBe(expected);
	});

	it.each([
		'<p>{words.count(3)}</p>',
		'<p>{words.allOf}</p>',
		'<p>{words.allOf(...names)}</p>',
		'<p>{words[name]}</p>',
		'<p>{others.save}</p>',
		'<p>words.save</p>',
		'<p>{save}</p>'
	])('leaves %s alone', (source) => {
		expect(putInPlace(source, CATALOGS)).toBe(source);
	});

	it.each([
		['<p>{words.odd}</p>', 'a &lt;b> &amp; &quot;{c}&quot;'],
		['<p title={words.odd}></p>', 'a &lt;b> &amp; &quot;{c}&quot;'],
		['<p>{words.quoted}</p>', "It’s a 'single' and a &quot;double&quot; one."]
	])('says the same in %s, whatever stands in the text', (source, html) => {
		const { code } = compile(putInPlace(source, CATALOGS), { generate: 'server' }).js;
		const decoded = (text: string) =>
			text.replaceAll('&quot;', '"').replaceAll('&#123;', '{').replaceAll('&#125;', '}');
		expect(decoded(code)).toContain(decoded(html));
	});

	it('says the same in code, whatever stands in the text', () => {
		const source = putInPlace('<script>const text = words.quoted;</script>', CATALOGS);
		expect(source).toContain(JSON.stringify('It’s a \'single\' and a "double" one.'));
	});
});

describe('putIntoModule', () => {
	it('says in code what the catalog says', () => {
		const source =
			'export const a = { label: words.save };\nexport const b = (n: number): string => words.allOf(n);\n';
		expect(putIntoModule(source, CATALOGS)).toBe(
			'export const a = { label: "Save" };\nexport const b = (n: number): string => `All of ${n}`;\n'
		);
	});
});
