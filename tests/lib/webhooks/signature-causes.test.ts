import { recipesOf, type SignatureCause } from '#lib/webhooks/signature-causes.ts';
import { expect, it } from 'vitest';

const BODY = JSON.stringify({
	eventId: 'bead',
	data: { vehicle: { model: 'ID.4 <Café>' }, url: 'a/b' },
	meta: { webhookName: 'Zuhause', n: 3 }
});

const known = { body: BODY, key: 'now', formerKey: null, otherAttempts: [] };

type Given = Partial<Parameters<typeof recipesOf>[0]>;

function textsOf(code: SignatureCause['code'], signed: Given = {}) {
	return recipesOf({ ...known, ...signed })
		.filter(({ cause }) => cause.code === code)
		.map(({ text }) => text);
}

it('hashes what programs make of a body that they parse and write again', () => {
	expect(textsOf('reserialised')).toEqual([
		JSON.stringify(JSON.parse(BODY), null, 2),
		JSON.stringify(JSON.parse(BODY), null, 4),
		JSON.stringify(JSON.parse(BODY), null, '\t'),
		String.raw`{"eventId": "bead", "data": {"vehicle": {"model": "ID.4 <Caf\u00e9>"}, "url": "a/b"}, "meta": {"webhookName": "Zuhause", "n": 3}}`,
		'{"eventId": "bead", "data": {"vehicle": {"model": "ID.4 <Café>"}, "url": "a/b"}, "meta": {"webhookName": "Zuhause", "n": 3}}',
		String.raw`{"eventId":"bead","data":{"vehicle":{"model":"ID.4 <Caf\u00e9>"},"url":"a\/b"},"meta":{"webhookName":"Zuhause","n":3}}`,
		String.raw`{"data":{"url":"a/b","vehicle":{"model":"ID.4 \u003cCafé\u003e"}},"eventId":"bead","meta":{"n":3,"webhookName":"Zuhause"}}`
	]);
});

it('counts a body that comes out as it was sent for no mistake', () => {
	const styles = recipesOf({ ...known, body: '[1]' }).filter(
		({ cause }) => cause.code === 'reserialised'
	);
	// Of the ways to write it, only those on several lines differ.
	expect(styles.map(({ text }) => text)).toEqual(['[\n  1\n]', '[\n    1\n]', '[\n\t1\n]']);
});

it('knows the key before this one, where there was one', () => {
	expect(textsOf('former-key')).toEqual([]);
	expect(recipesOf({ ...known, formerKey: 'before' })).toContainEqual({
		cause: { code: 'former-key' },
		text: BODY,
		key: 'before'
	});
});

it.each<[SignatureCause['code'], Given, readonly string[]]>([
	['newline-cut', { body: `${BODY}\n` }, [BODY]],
	['newline-cut', {}, []],
	['newline-added', {}, [`${BODY}\n`, `${BODY}\r\n`]],
	['other-attempt', { otherAttempts: ['{"x":1}'] }, ['{"x":1}']],
	['whole-body', {}, []],
	['whole-body', { body: 'nsQs', whole: BODY }, [BODY]],
	['empty-body', {}, ['', '{}']],
	['object-text', {}, ['[object Object]']],
	['part-of-body', {}, ['{"vehicle":{"model":"ID.4 <Café>"},"url":"a/b"}']],
	['part-of-body', { body: '[1]' }, []],
	['challenge', {}, []],
	['challenge', { body: '{"data":{"challenge":"nsQs"}}' }, ['nsQs']],
	['wrong-charset', {}, [BODY.replace('é', 'Ã©')]],
	['wrong-charset', { body: '{}' }, []],
	['no-key', {}, [BODY, `now${BODY}`]]
])('%s of %j', (code, signed, texts) => {
	expect(textsOf(code, signed)).toEqual(texts);
});

it('asks for a key only where one goes into it', () => {
	const others = recipesOf(known).filter(({ key }) => key !== 'now');
	expect(others.map(({ cause, key }) => [cause.code, key])).toEqual([
		['key-with-newline', 'now\n'],
		['no-key', null],
		['no-key', null]
	]);
});

it('takes a body that is no JSON for what it is', () => {
	expect(recipesOf({ ...known, body: 'hello' }).map(({ cause }) => cause.code)).toEqual([
		'newline-added',
		'newline-added',
		'key-with-newline',
		'empty-body',
		'empty-body',
		'object-text',
		'no-key',
		'no-key'
	]);
});
