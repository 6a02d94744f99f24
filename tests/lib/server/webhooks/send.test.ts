import type { Resolve } from '#lib/server/webhooks/may-reach.ts';
import { createSender, type Sender } from '#lib/server/webhooks/send.ts';
import { sign } from '#lib/server/webhooks/sign.ts';
import { createServer, Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useReceiver } from '../../../support/receiver.ts';

const receiver = useReceiver();
const senders: Sender[] = [];
afterEach(() => {
	vi.restoreAllMocks();
	for (const sender of senders.splice(0)) sender.close();
});

/** What `remoteAddress` asks, which itself cannot be replaced. */
type Peer = Socket & { _getpeername(): { address: string } };

/** As if sockets had ended up elsewhere than their look-up said. */
const endUpAt = (address: string) =>
	vi.spyOn(Socket.prototype as Peer, '_getpeername').mockReturnValue({ address });

function senderOf(options: Partial<Parameters<typeof createSender>[0]> = {}): Sender {
	const sender = createSender({ named: [], ...options });
	senders.push(sender);
	return sender;
}

const post = (sender: Sender, uri = receiver.uri, body = '{}') =>
	sender.send({ uri, headers: { 'content-length': String(body.length) }, body: Buffer.from(body) });

describe('a sender', () => {
	it('posts the very bytes, and gives back what was answered', async () => {
		receiver.answer = (_received, response) => {
			response.writeHead(202, { 'x-mine': 'yes' }).end('thanks');
		};
		const body = Buffer.from('{"a":"é"}');
		const headers = { 'sc-signature': sign(body, 'token'), 'content-type': 'application/json' };
		const sent = await senderOf().send({ uri: `${receiver.uri}?a=b`, headers, body });
		expect(sent).toMatchObject({ status: 202, body: 'thanks', fault: null });
		expect(sent.headers['x-mine']).toBe('yes');
		expect(receiver.received).toHaveLength(1);
		expect(receiver.received[0]).toMatchObject({ method: 'POST', url: '/hook?a=b', body });
		expect(receiver.received[0]?.headers).toMatchObject(headers);
	});

	it('uses a connection again', async () => {
		const sender = senderOf();
		for (let count = 0; count < 5; count += 1) await post(sender);
		expect(receiver.received).toHaveLength(5);
		expect(receiver.connections).toBe(1);
	});

	it.each([301, 302, 303, 307, 308])('follows no redirect with %i', async (status) => {
		receiver.answer = (_received, response) => {
			response.writeHead(status, { location: '/elsewhere' }).end();
		};
		expect(await post(senderOf())).toMatchObject({ status, fault: null });
		expect(receiver.received).toHaveLength(1);
	});

	it.each([
		['http://user:pass@127.0.0.1:9/', 'address-refused'],
		['ftp://127.0.0.1/', 'address-refused'],
		['file:///etc/passwd', 'address-refused'],
		['http://169.254.169.254/latest/meta-data/', 'host-not-named'],
		['http://[fd00:ec2::254]/', 'host-not-named'],
		['http://10.0.0.1/', 'host-not-named'],
		['http://hooks.example.com/', 'host-not-named']
	])('sends nothing to %s', async (uri, fault) => {
		expect(await post(senderOf(), uri)).toMatchObject({ status: null, fault });
	});

	it('sends nothing to a name that leads here once and elsewhere the next time', async () => {
		let asked = 0;
		const resolve: Resolve = (_host, _options, callback) => {
			asked += 1;
			callback(null, [{ address: asked === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }]);
		};
		const sender = senderOf({ named: ['hooks.example.com'], resolve });
		const uri = `http://hooks.example.com:${receiver.port}/hook`;
		receiver.answer = (_received, response) => response.setHeader('connection', 'close').end();
		expect(await post(sender, uri)).toMatchObject({ status: 200 });
		expect(await post(sender, uri)).toMatchObject({ status: null, fault: 'address-refused' });
		expect(receiver.received).toHaveLength(1);
	});

	it.each([
		['10.0.0.1', ['hooks.example.com'], 'address-refused'],
		['::ffff:169.254.169.254', ['hooks.example.com'], 'address-refused'],
		['93.184.215.14', [], 'host-not-named']
	])(
		'sends nothing over a socket that ended up at %s, new or kept',
		async (address, named, fault) => {
			const host = named[0] ?? 'here.localhost';
			const resolve: Resolve = (_host, _options, callback) => {
				callback(null, [{ address: '127.0.0.1', family: 4 }]);
			};
			const uri = `http://${host}:${receiver.port}/hook`;
			const [kept, fresh] = [senderOf({ named, resolve }), senderOf({ named, resolve })];
			expect(await post(kept, uri)).toMatchObject({ status: 200 });
			endUpAt(address);
			for (const sender of [kept, fresh]) {
				expect(await post(sender, uri)).toMatchObject({ status: null, fault });
			}
			expect(receiver.received).toHaveLength(1);
			expect(receiver.connections).toBe(2);
		}
	);

	it('says that nobody listens', async () => {
		const server = createServer().listen(0, '127.0.0.1');
		await new Promise((resolve) => server.once('listening', resolve));
		const address = server.address();
		const port = typeof address === 'object' ? address?.port : 0;
		await new Promise((resolve) => server.close(resolve));
		const sent = await post(senderOf(), `http://127.0.0.1:${port}/`);
		expect(sent).toMatchObject({ status: null, fault: 'refused-connection' });
	});

	it('waits for an answer no longer than it may take, however it trickles in', async () => {
		receiver.answer = (_received, response) => {
			response.writeHead(200);
			const drops = setInterval(() => response.write('.'), 5);
			response.on('close', () => clearInterval(drops));
		};
		expect(await post(senderOf({ within: 60 }))).toMatchObject({
			status: null,
			fault: 'timed-out'
		});
	});

	it('reads no more of an answer than is kept', async () => {
		receiver.answer = (_received, response) => {
			response.writeHead(200);
			const more = () => {
				while (!response.destroyed && response.write('x'.repeat(10_000)));
			};
			response.on('drain', more);
			more();
		};
		const sent = await post(senderOf());
		expect(sent.status).toBe(200);
		expect(sent.body).toHaveLength(64 * 1024);
	});

	it('says what broke off in the middle of an answer', async () => {
		receiver.answer = (_received, response) => {
			response.writeHead(200, { 'content-length': '100' }).write('x');
			setTimeout(() => response.destroy(), 5);
		};
		expect(await post(senderOf())).toMatchObject({ status: null, fault: 'broken' });
	});

	it('is done with who changes to another protocol', async () => {
		const head = ['HTTP/1.1 101 Switching Protocols', 'Connection: Upgrade', 'Upgrade: websocket'];
		receiver.answer = (_received, response) => {
			response.socket?.write([...head, '', ''].join('\r\n'));
		};
		expect(await post(senderOf())).toMatchObject({ status: null, fault: 'broken' });
	});

	it('tries once more where a kept connection was closed the moment before', async () => {
		const sender = senderOf();
		await post(sender);
		let closed = 0;
		const { answer } = receiver;
		receiver.answer = (received, response) => {
			closed += 1;
			if (closed === 1) response.socket?.destroy();
			else answer(received, response);
		};
		expect(await post(sender)).toMatchObject({ status: 200, fault: null });
		expect(closed).toBe(2);
	});

	it('ends what is under way when it is closed', async () => {
		receiver.answer = () => {};
		const sender = senderOf();
		const sending = post(sender);
		await new Promise((resolve) => setTimeout(resolve, 20));
		sender.close();
		expect(await sending).toMatchObject({ status: null, fault: 'stopped' });
	});

	it('speaks TLS where the address asks for it', async () => {
		const uri = receiver.uri.replace('http:', 'https:');
		expect(await post(senderOf(), uri)).toMatchObject({ status: null, fault: 'tls' });
	});
});
