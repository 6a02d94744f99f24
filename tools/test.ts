import { runBrowserTests, runVitest } from './test/suites.ts';
import { runTool } from './test/tool.ts';
import { closingLines } from './test/total.ts';

// All tests, one suite after the other. The last line has their totals.
await runTool({ title: 'Prepare', tool: 'svelte-kit', args: ['sync'] });
const totals = [
	await runVitest({ title: 'Unit, component and crash tests', args: [] }),
	await runBrowserTests()
];
console.log(`\n${closingLines(totals).join('\n')}`);
process.exitCode = totals.some(({ failed }) => failed > 0) ? 1 : 0;
