import { csvLine } from '#lib/server/http/csv.ts';
import { describe, expect, it } from 'vitest';

describe('csvLine', () => {
	it.each([
		[[], ''],
		[['a', 'b'], 'a,b'],
		[['a', '', 'c'], 'a,,c'],
		[['a b', 'ä'], 'a b,ä'],
		[['a,b'], '"a,b"'],
		[['say "a"'], '"say ""a"""'],
		[['a\nb', 'c\rd'], '"a\nb","c\rd"'],
		// What a spreadsheet would calculate.
		[['=1+1'], "'=1+1"],
		[['=HYPERLINK("https://x.example","a")'], `"'=HYPERLINK(""https://x.example"",""a"")"`],
		[['+49 30'], "'+49 30"],
		[['-1'], "'-1"],
		[['@SUM(A1)'], "'@SUM(A1)"],
		[['\t=1'], "'\t=1"],
		[['\r=1'], `"'\r=1"`],
		[['\n=1'], `"'\n=1"`],
		[['＝1', '＋1', '－1', '＠a'], "'＝1,'＋1,'－1,'＠a"],
		[[' =1', '\u00a0=1'], "' =1,'\u00a0=1"],
		// A semicolon parts cells where a comma is written in numbers.
		[['u;=1+1', 'u; +1;-2'], "u;'=1+1,u;' +1;'-2"],
		[['u|@a', 'u\t=1', 'u\t\t=1'], "u|'@a,u\t'=1,u\t'\t'=1"],
		[['u\n=1'], `"u\n'=1"`],
		// What only holds such a sign.
		[['a=1', "'=1", 'x@example.com', 'u-1'], "a=1,'=1,x@example.com,u-1"]
	])('writes %j', (cells, line) => {
		expect(csvLine(cells)).toBe(`${line}\r\n`);
	});
});
