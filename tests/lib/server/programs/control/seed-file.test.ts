import { createDemoOnce } from '#lib/server/applications/demo.ts';
import { listApplicationNames } from '#lib/server/applications/application-list.ts';
import { MAX_BODY_BYTES } from '#lib/server/http/limits.ts';
import { seedFromFile } from '#lib/server/programs/control/seed-file.ts';
import { listWebhooks } from '#lib/server/webhooks/webhooks.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { everything } from '../../../../support/everything.ts';
import { useReceiver } from '../../../../support/receiver.ts';
import { clientIdOf, ENTRY } from '../../../../support/seeds.ts';
import { START, useFolder, useStorage } from '../../../../support/storage.ts';

const storage = useStorage();
const folder = useFolder();
const receiver = useReceiver();

function write(content: unknown): string {
	const file = join(folder.path, 'seed.json');
	const isWritten = typeof content === 'string' || Buffer.isBuffer(content);
	writeFileSync(file, isWritten ? content : JSON.stringify(content));
	return file;
}

const names = async () =>
	(await listApplicationNames(storage.context)).names.map(({ name }) => name);

describe('SEED', () => {
	it('stands in place of the demo, which does not come later either', async () => {
		await seedFromFile(storage.context, write({ applications: [{ ...ENTRY, name: 'Mine' }] }));
		expect(await names()).toEqual(['Mine']);
		await createDemoOnce(storage.context, storage.context.settings.origin);
		expect(await names()).toEqual(['Mine']);
	});

	it('leaves a demo that is there already', async () => {
		await createDemoOnce(storage.context, storage.context.settings.origin);
		await seedFromFile(storage.context, write({ applications: [{ ...ENTRY, name: 'Mine' }] }));
		expect((await names()).toSorted()).toEqual(['Charge Planner', 'Mine']);
	});

	it('changes nothing at the next start, whatever an editor put before the text', async () => {
		const text = JSON.stringify({ applications: [ENTRY] });
		await seedFromFile(storage.context, write(text));
		const before = await everything(storage.context);
		await seedFromFile(storage.at(START + 1000), write(`\uFEFF${text}`));
		expect(await everything(storage.context)).toEqual(before);
	});

	it('waits for no receiver, which proves itself as soon as it answers', async () => {
		let answer = () => {};
		receiver.answer = (_received, response) => (answer = () => response.end());
		const signals = ['odometer-traveleddistance'];
		const webhooks = [{ callbackUri: receiver.uri, triggers: signals, signals }];
		await seedFromFile(storage.context, write({ applications: [{ ...ENTRY, webhooks }] }));
		const verified = async () => (await listWebhooks(storage.context, null))[0]?.verifiedAt;
		expect(await verified()).toBeNull();
		await expect.poll(() => receiver.received.length).toBe(1);
		answer();
		await expect.poll(verified).not.toBeNull();
	});

	it.each([
		['no JSON', '{"applications":', 'This is not JSON: it ends too early, at line 1, column 17.'],
		['no seed', {}, 'applications: Write a list of applications.'],
		[
			'in another encoding',
			Buffer.from('{"applications":[]}é', 'latin1'),
			'This is not UTF-8 text.'
		],
		['too large', ' '.repeat(MAX_BODY_BYTES + 1), 'Larger than 64 kB.'],
		[
			'wrong by the catalog',
			{ applications: [{ ...ENTRY, selection: { version: 1, items: [{ code: 'xyz' }] } }] },
			'applications[0].selection.items[0].code: “xyz” is not in the catalog; look its code up there.'
		],
		[
			'wrong in two places',
			{
				applications: [
					{ name: 'First', clientId: clientIdOf(1) },
					{ ...ENTRY, name: '', clientId: 'x' }
				]
			},
			'applications[1].name: Give the application a name; vehicle owners will read it. (and 1 more)'
		]
	])('that is %s ends the start with one line, and changes nothing', async (_, content, words) => {
		const before = await everything(storage.context);
		const file = write(content);
		await expect(seedFromFile(storage.context, file)).rejects.toMatchObject({
			name: 'SettingsError',
			message: `SEED is ${JSON.stringify(file)}, which cannot be used: ${words}`
		});
		expect(await everything(storage.context)).toEqual(before);
	});

	it('that never ends is read no further than it may be large', async () => {
		await expect(seedFromFile(storage.context, '/dev/zero')).rejects.toMatchObject({
			name: 'SettingsError',
			message: 'SEED is "/dev/zero", which cannot be used: Larger than 64 kB.'
		});
	});

	it.each([
		['missing.json', 'there is no such file'],
		['folder', 'that is a folder; name a file in it']
	])('that names %s says that %s', async (name, words) => {
		mkdirSync(join(folder.path, 'folder'));
		const file = join(folder.path, name);
		await expect(seedFromFile(storage.context, file)).rejects.toMatchObject({
			name: 'SettingsError',
			message: `SEED is ${JSON.stringify(file)}, and ${words}.`
		});
	});
});
