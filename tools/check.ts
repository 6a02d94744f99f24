import { runBrowserTests, runVitest } from './test/suites.ts';
import { runTool } from './test/tool.ts';
import { closingLines } from './test/total.ts';

/** What reads the code without running it, the longest first. */
const READERS = [
	{ title: 'Lint', tool: 'eslint', args: ['.'] },
	{
		title: 'Types',
		tool: 'svelte-check',
		args: ['--tsconfig', './tsconfig.json', '--fail-on-warnings']
	},
	{
		title: 'Format',
		tool: 'prettier',
		args: ['--check', '--cache', '--cache-location=.svelte-kit/prettier.json', '.']
	},
	{ title: 'Unused code', tool: 'knip', args: [] }
];

// Everything but the browser tests, or with them (`--browser`), each once. On two cores the readers
// and the quick tests fill one each; programs that are killed want the machine for themselves.
await runTool({ title: 'Prepare', tool: 'svelte-kit', args: ['sync'] });
const [faults, quick] = await Promise.all([
	readCode(),
	runVitest({ title: 'Unit and component tests', args: ['--project=!crash'], apart: true })
]);
const totals = [quick, await runVitest({ title: 'Crash tests', args: ['--project=crash'] })];
if (process.argv.includes('--browser')) totals.push(await runBrowserTests());

if (faults.length > 0) console.error(`\nTo mend: ${faults.join(', ')}`);
console.log(`\n${closingLines(totals).join('\n')}`);
process.exitCode = faults.length > 0 || totals.some(({ failed }) => failed > 0) ? 1 : 0;

/** @returns the titles of those that found something */
async function readCode(): Promise<readonly string[]> {
	const faults: string[] = [];
	for (const reader of READERS)
		if (!(await runTool({ ...reader, apart: true }))) faults.push(reader.title);
	return faults;
}
