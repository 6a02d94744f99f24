import type { Problem } from '#lib/access/configuration.ts';
import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { leaveOutDemo } from '../../applications/demo.ts';
import type { Context } from '../../context.ts';
import { MAX_BODY_BYTES } from '../../http/limits.ts';
import * as words from '../../http/words.en.ts';
import { log } from '../../log.ts';
import { SettingsError } from '../../settings.ts';
import { formatProblem, readText } from './read-body.ts';
import { readSeed } from './read-seed.ts';
import { seedAll, type WantedSeed } from './seed-all.ts';
import { SEED_FORM } from './seed-request.ts';
import { proveSeeded, type SeededWebhook } from './seed-webhooks.ts';

/**
 * Makes the applications, vehicles and webhooks of a file at the start, in place of the demo.
 *
 * @throws {SettingsError} one line that names the file, and the field that is wrong.
 */
export async function seedFromFile(context: Context, file: string): Promise<void> {
	const wanted = await readSeedFile(file);
	const { applications, vehicles, webhooks } = await context.write(async (transaction) => {
		await leaveOutDemo(transaction);
		const outcome = await seedAll(transaction, wanted);
		if (!outcome.ok) throw faultIn(file, outcome.problems);
		return outcome;
	});
	for (const { clientId, change, draft } of applications) {
		log.info({ clientId, change, draft }, 'an application of SEED is there');
	}
	for (const { id, vin, change } of vehicles) {
		log.info({ id, vin, change }, 'a vehicle of SEED is there');
	}
	// No start waits for receivers, which may be started later.
	void tellWebhooks(context, webhooks);
}

async function tellWebhooks(context: Context, seeded: readonly SeededWebhook[]): Promise<void> {
	try {
		for (const one of await proveSeeded(context, seeded)) {
			log.info(one, 'a webhook of SEED is there');
		}
	} catch (error) {
		log.warn({ err: error }, 'receivers of SEED were not asked to prove themselves');
	}
}

async function readSeedFile(file: string): Promise<WantedSeed> {
	const text = readText(await textOf(file), SEED_FORM);
	if (!text.ok) throw faultIn(file, text.problems);
	const read = readSeed(text.data);
	if (!read.ok) throw faultIn(file, read.problems);
	return read.wanted;
}

async function textOf(file: string): Promise<string> {
	// A byte more than may be, since a device never ends.
	const beginning = createReadStream(file, { end: MAX_BODY_BYTES });
	const bytes = await buffer(beginning).catch((error: NodeJS.ErrnoException) => {
		const why = WHY[error.code ?? ''] ?? `it cannot be read (${error.code})`;
		throw new SettingsError(`SEED is ${JSON.stringify(file)}, and ${why}.`);
	});
	if (bytes.length > MAX_BODY_BYTES) {
		throw faultIn(file, [{ path: '', message: `Larger than ${MAX_BODY_BYTES / 1024} kB.` }]);
	}
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		throw faultIn(file, [{ path: '', message: words.notUtf8 }]);
	}
}

const WHY: Readonly<Record<string, string>> = {
	ENOENT: 'there is no such file',
	EISDIR: 'that is a folder; name a file in it',
	EACCES: 'this user may not read it'
};

function faultIn(file: string, problems: readonly Problem[]): SettingsError {
	const [first = { path: '', message: 'It cannot be used.' }, ...more] = problems;
	const others = more.length === 0 ? '' : ` (and ${more.length} more)`;
	return new SettingsError(
		`SEED is ${JSON.stringify(file)}, which cannot be used: ${formatProblem(first)}${others}`
	);
}
