import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inProject } from '../server/project.ts';
import { CHECK_GROUPS } from './scorecard/groups.ts';
import { countResults, judge, type JudgedGroup } from './scorecard/judge.ts';
import { formatLine, formatMarkdown, formatTotals } from './scorecard/report.ts';
import { prepareTarget } from './scorecard/target.ts';
import { startTemporaryServer } from './temporary-server.ts';

// Judges a running server, given by an argument or VALETKEY_ORIGIN, or a temporary one of its own.
const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { markdown: { type: 'boolean', default: false } }
});
const given = positionals[0] ?? process.env.VALETKEY_ORIGIN;

if (given === undefined) {
	const server = await startTemporaryServer({ env: { RATE_LIMITS: 'off' } });
	try {
		await report(await judgeServer(server.origin));
	} finally {
		await server.stop();
	}
} else {
	await report(await judgeServer(new URL(given).origin));
}

async function judgeServer(origin: string): Promise<readonly JudgedGroup[]> {
	const target = await prepareTarget(origin);
	try {
		return await judge(CHECK_GROUPS, target, (judged) => console.log(formatLine(judged)));
	} finally {
		await target.clear();
	}
}

async function report(groups: readonly JudgedGroup[]): Promise<void> {
	console.log(`\n${formatTotals(groups)}`);
	if (countResults(groups).failed > 0) process.exitCode = 1;
	if (!values.markdown) return;
	const { format } = await import('prettier');
	const [date = ''] = new Date().toISOString().split('T');
	const page = formatMarkdown(groups, { date, version: readVersion() });
	writeFileSync(inProject('docs/scorecard.md'), await format(page, { parser: 'markdown' }));
}

function readVersion(): string {
	const manifest: unknown = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
	const known = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
	return known ? String(manifest.version) : '';
}
