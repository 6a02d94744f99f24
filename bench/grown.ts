import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyFileOf } from '../src/lib/server/key-file.ts';
import { findVehicleAccess } from '../tools/page-weight.ts';
import { startTemporaryServer } from '../tools/temporary-server.ts';
import { median, quantile } from './figures.ts';
import { fillGrown, GROWN, LIVELY } from './fill-grown.ts';
import { fetchOnce } from './http-load.ts';
import { printFigure } from './line.ts';

const ROUNDS = 5;
const REQUESTS = 20;
const MEGABYTE = 2 ** 20;

/** Measures every page over a database that has grown, and the memory that it takes beside an empty one. */
export async function benchGrown(rounds = ROUNDS): Promise<void> {
	const held = Object.entries(GROWN).map(
		([what, count]) => `${count.toLocaleString('en')} ${what}`
	);
	console.log(`\nPages with ${held.join(', ')}`);
	const folder = mkdtempSync(join(tmpdir(), 'valetkey-grown-'));
	try {
		const file = join(folder, 'valetkey.db');
		const clientId = await fillGrown(file);
		const grown: Round[] = [];
		const empty: Round[] = [];
		for (let round = 0; round < rounds; round++) {
			grown.push(
				await measure(
					(target) => {
						copyFileSync(file, target);
						copyFileSync(keyFileOf(file), keyFileOf(target));
					},
					() => pagesOf(clientId)
				)
			);
			empty.push(await measure(() => {}, emptyPages));
		}
		for (const path of pagesOf(clientId)) {
			const times = grown.map(({ p95 }) => p95.get(path) ?? NaN);
			printFigure(path.replace(clientId, '…'), median(times), 'ms', { most: 150 });
		}
		const memory = (rounds: readonly Round[]) => median(rounds.map(({ peak }) => peak / MEGABYTE));
		printFigure('memory at its peak, more than empty', memory(grown) - memory(empty), 'MB', {
			most: 150
		});
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function pagesOf(clientId: string): readonly string[] {
	const ofApplication = [
		'/vehicle-access',
		'/connections',
		'/connections?page=400',
		'/connections?lacking=true',
		'/connections?lacking=true&page=200',
		'/refusals',
		'/sessions',
		'/sessions?page=4000',
		'/sessions?end=going_on',
		'/sessions?end=abandoned&page=1000',
		'/sessions?user=user-42',
		'/sessions?left=consent&version=3',
		'/sessions?refused=read_vin',
		'/sessions?without_user=true&end=granted&page=300',
		'/history',
		'/history?page=400',
		'/history?compare=5..19000',
		'/history/10000',
		'/credentials',
		'/share',
		'/publish',
		'/import',
		'/settings',
		'/vehicles',
		'/vehicles?page=800',
		'/vehicles?powertrain=BEV&q=account-19',
		`/vehicles/${LIVELY}`,
		`/vehicles/${LIVELY}?values=all`
	];
	const all = ofApplication.map((path) => `/apps/${clientId}${path}`);
	return ['/', '/?page=20', ...all, '/catalog', '/clock'];
}

interface Round {
	/** Milliseconds within which 95 of 100 answers of a page came. */
	readonly p95: ReadonlyMap<string, number>;
	/** Bytes. */
	readonly peak: number;
}

/** The same pages of an application that holds nothing, but those of versions and vehicles. */
async function emptyPages(origin: string): Promise<readonly string[]> {
	const clientId = new URL(await findVehicleAccess(origin)).pathname.split('/')[2] ?? '';
	return pagesOf(clientId).filter((path) => !/\/(?:history|vehicles)\//.test(path));
}

async function measure(
	fill: (file: string) => void,
	pages: (origin: string) => readonly string[] | Promise<readonly string[]>
): Promise<Round> {
	const server = await startTemporaryServer({
		fill: (file) => Promise.resolve(fill(file)),
		env: { RATE_LIMITS: 'off' }
	});
	try {
		const p95 = new Map<string, number>();
		for (const path of await pages(server.origin)) {
			const times: number[] = [];
			for (let request = 0; request < REQUESTS; request++) {
				const began = performance.now();
				await fetchOnce(`${server.origin}${path}`);
				times.push(performance.now() - began);
			}
			p95.set(path, quantile(times, 0.95));
		}
		return { p95, peak: peakOf(server.pid) };
	} finally {
		await server.stop();
	}
}

/** The most memory that a process held so far, in bytes; Linux tells it. */
function peakOf(pid: number): number {
	const [, kilobytes] =
		/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
	return Number(kilobytes) * 1024;
}
