import { buildConnectUrl } from '#lib/access/connect-url/build.ts';
import type { ConnectParameters } from '#lib/access/connect-url/parameters.ts';
import { endsWithCode, parametersOf } from '#lib/access/connect-url/snippets/sdk-call.ts';
import type { Snippet } from '#lib/access/connect-url/snippets/snippets.ts';
import { expect, test } from 'vitest';
import { LIVE, PARAMETER_SETS, SANDBOX, snippet } from './parameter-sets.ts';

/** Everything of a snippet, as somebody reads it. */
function written(id: Snippet['id'], parameters: ConnectParameters): string {
	const link = buildConnectUrl(parameters);
	return [LIVE, SANDBOX]
		.map((target) => {
			const { label, file, code, environment, run, note } = snippet(id, link, target);
			// Elsewhere the code is the same on both, and read once.
			const read = id === 'browser' || target === LIVE ? code : '';
			return [`--- ${label}, ${target.kind}: ${file}`, read, environment, ...run, note].join('\n');
		})
		.join('\n');
}

/** The lines that are in one text only. */
function difference(before: string, after: string): string {
	const [old, now] = [before.split('\n'), after.split('\n')];
	return [
		...old.filter((line) => !now.includes(line)).map((line) => `-${line}`),
		...now.filter((line) => !old.includes(line)).map((line) => `+${line}`)
	].join('\n');
}

// The same parameters are given to the programs in `programs.test.ts`, which run what stands there.
test.each(['node', 'browser', 'python', 'python-sdk', 'curl'] as const)(
	'the %s snippet is what was read and run when it last changed',
	async (id) => {
		const texts = PARAMETER_SETS.map(([title, set]) => ({ title, text: written(id, set) }));
		const first = texts[0]?.text ?? '';
		const others = texts
			.slice(1)
			.map(({ title, text }) => `====== ${title}\n${difference(first, text)}`);
		await expect([first, ...others].join('\n\n')).toMatchFileSnapshot(`./written/${id}.txt`);
	}
);

test('a code comes back unless the link says that none does', () => {
	const ends = (parameters: ConnectParameters) =>
		endsWithCode(parametersOf(buildConnectUrl(parameters)));
	expect(ends({ clientId: 'a' })).toBe(true);
	expect(ends({ clientId: 'a', responseType: 'none' })).toBe(false);
});
