import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { curlOf } from '../../../../../../../src/routes/(dashboard)/apps/[clientId]/webhooks/deliveries/curl.ts';

it('sends the same bytes, whatever stands in them', () => {
	const body = `{"name":"Sam's \\"car\\" $HOME \`x\`"}`;
	const uri = 'http://127.0.0.1:9/hook';
	const headers = {
		'content-type': 'application/json',
		'content-length': '9',
		'sc-signature': 'ab'
	};
	const command = curlOf({ uri, headers, body });
	// A shell in the place of curl says what it was handed.
	const said = execFileSync('sh', ['-c', command.replace(/^curl/, String.raw`printf '%s\n'`)]);
	expect(said.toString().split('\n')).toEqual([
		'-i',
		uri,
		'-H',
		'content-type: application/json',
		'-H',
		'sc-signature: ab',
		'--data-binary',
		body,
		''
	]);
});
