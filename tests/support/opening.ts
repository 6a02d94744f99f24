import { once } from 'node:events';
import { createServer, request, type IncomingMessage } from 'node:http';
import { expect } from 'vitest';
import { programs } from '../../src/hooks.server.ts';

const MESSAGE = /^The (folder of the database cannot be|database server cannot be reached)/;

/**
 * Asks as a program for a token, while the storage is missing and again once it is there.
 */
export async function askBeforeItOpens(bring: () => Promise<void> | void): Promise<void> {
	const server = createServer((message, response) => {
		if (!programs(message, response)) response.writeHead(418).end();
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const port = typeof address === 'object' ? address?.port : undefined;
	const ask = async () => {
		const headers = { 'content-type': 'application/x-www-form-urlencoded' };
		const sent = request({ port, method: 'POST', path: '/oauth/token', agent: false, headers });
		sent.end('grant_type=authorization_code&client_id=nobody&client_secret=x');
		const [answer]: IncomingMessage[] = await once(sent, 'response');
		let text = '';
		for await (const chunk of answer ?? []) text += String(chunk);
		return { status: answer?.statusCode, headers: answer?.headers, text };
	};
	try {
		const refused = await ask();
		expect(refused).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
		expect(JSON.parse(refused.text)).toEqual({
			error: 'temporarily_unavailable',
			error_description: expect.stringMatching(MESSAGE)
		});
		await bring();
		expect((await ask()).status).toBe(401);
	} finally {
		server.close();
	}
}
