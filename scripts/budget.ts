import { findVehicleAccess, weighPage } from './page-weight.ts';
import { startTemporaryServer } from './temporary-server.ts';

const KILOBYTE = 1000;

/** What the first load of Vehicle Access may weigh, in bytes after gzip. */
const BUDGET = { scripts: 75 * KILOBYTE, styles: 15 * KILOBYTE, html: 60 * KILOBYTE };

const server = await startTemporaryServer();
try {
	const weight = await weighPage(await findVehicleAccess(server.origin));
	const rows = [
		row('JavaScript', sum(weight.scripts), BUDGET.scripts, weight.scripts.size),
		row('CSS', sum(weight.styles), BUDGET.styles, weight.styles.size),
		row('HTML', weight.html, BUDGET.html, 1)
	];
	console.log('First load of Vehicle Access, after gzip:');
	for (const { text } of rows) console.log(text);
	if (rows.some(({ over }) => over)) {
		for (const [path, bytes] of heaviest(weight.scripts))
			console.log(`  ${kilobytes(bytes)}  ${path}`);
		console.error('The page is over its budget. Load what the first view does not need on demand.');
		process.exitCode = 1;
	}
} finally {
	await server.stop();
}

function row(title: string, bytes: number, budget: number, files: number) {
	const over = bytes > budget;
	const text = `  ${title.padEnd(10)} ${kilobytes(bytes)} of ${kilobytes(budget)}  ${files} file(s)  ${over ? 'OVER' : 'within'}`;
	return { over, text };
}

function sum(weights: ReadonlyMap<string, number>): number {
	return [...weights.values()].reduce((total, bytes) => total + bytes, 0);
}

function heaviest(weights: ReadonlyMap<string, number>): readonly [string, number][] {
	return [...weights].sort(([, a], [, b]) => b - a).slice(0, 10);
}

function kilobytes(bytes: number): string {
	return `${(bytes / KILOBYTE).toFixed(1).padStart(6)} kB`;
}
