import { checkCopy } from '#lib/server/db/sqlite/copy.ts';
import type { Draft } from '#lib/server/configurations/drafts.ts';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../tests/support/bundle.ts';
import { draftOf } from '../tests/support/outcome.ts';
import { runAndKill } from './kill-loop.ts';
import { count, type Soak, type SoakOutcome } from './soak.ts';
import { withStorage } from '../tools/storage.ts';

export const killBackupsSoak: Soak = { name: 'kill-backups', run: () => killBackups(250) };

/**
 * Kills programs that save a draft, and others that back the database up meanwhile. No acknowledged
 * save may be lost, and what stands under the name of a backup is whole.
 *
 * @param kills of each of the two
 */
export async function killBackups(kills: number): Promise<SoakOutcome> {
	const folder = mkdtempSync(join(tmpdir(), 'valetkey-kill-'));
	try {
		const saver = await bundle('tests/support/save-loop.ts', folderIn(folder, 'saver'));
		const backer = await bundle('tests/support/backup-loop.ts', folderIn(folder, 'backer'));
		const file = join(folder, 'valetkey.db');
		const backups = folderIn(folder, 'backups');

		const first = await runAndKill(saver, [file, ''], 'saved');
		const clientId = /^application (\S+)$/m.exec(first)?.[1] ?? '';
		const outputs = [first];
		const acknowledged: string[] = [];
		for (let kill = 1; kill < kills; kill++) {
			const [saves, copies] = await Promise.all([
				runAndKill(saver, [file, clientId], 'saved'),
				runAndKill(backer, [file, backups], 'backed up')
			]);
			outputs.push(saves);
			acknowledged.push(...namesIn(copies));
		}

		const saved = outputs.flatMap(revisionsIn);
		const draft = await draftIn(file, clientId);
		const names = readdirSync(backups).filter((name) => name.endsWith('.db'));
		const faults = [
			...draftFaults(draft, file),
			...(draft.revision < Math.max(...saved) ? ['An acknowledged save is lost.'] : []),
			...acknowledged.filter((path) => !existsSync(path)).map((path) => `${path} is lost.`),
			...(await copyFaults(
				names.map((name) => join(backups, name)),
				clientId
			))
		];
		return {
			figures: [
				count(2 * kills - 1, 'kill'),
				count(saved.length, 'acknowledged save'),
				count(names.length, 'backup')
			],
			faults
		};
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function folderIn(folder: string, name: string): string {
	const path = join(folder, name);
	mkdirSync(path);
	return path;
}

function revisionsIn(output: string): readonly number[] {
	return [...output.matchAll(/^saved (\d+)$/gm)].map(([, revision]) => Number(revision));
}

function namesIn(output: string): readonly string[] {
	return [...output.matchAll(/^backed up (.+)$/gm)].map(([, name = '']) => name);
}

async function copyFaults(paths: readonly string[], clientId: string): Promise<readonly string[]> {
	const faults: string[] = [];
	for (const path of paths) {
		try {
			checkCopy(path);
			faults.push(...draftFaults(await draftIn(path, clientId), path));
		} catch (error) {
			faults.push(`${path}: ${error instanceof Error ? error.message : String(error)}`);
		}
	}
	return faults;
}

function draftIn(path: string, clientId: string): Promise<Draft> {
	return withStorage(path, (context) => draftOf(context, clientId));
}

/** What a saver wrote with a revision tells whether both are of the same save. */
function draftFaults({ revision, selection }: Draft, path: string): readonly string[] {
	const expected = revision % 2 === 1 ? 'vin' : 'make';
	const [item, ...more] = selection;
	const isWhole = more.length === 0 && (item === undefined || item.code === expected);
	return isWhole ? [] : [`${path} holds half a save.`];
}
