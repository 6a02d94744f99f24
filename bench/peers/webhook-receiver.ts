import { listen } from './announce.ts';

/**
 * A receiver of webhooks, which takes all that comes to it, or never answers where the path is
 * `/silent`. Says its address in one line.
 */
const port = await listen((request, response) => {
	request.resume();
	request.on('end', () => {
		if (request.url !== '/silent') response.end();
	});
});
process.stdout.write(`receiver http://127.0.0.1:${port}\n`);
