import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/** What came in by SMTP: who it is from, whom it is for, and the whole message. */
export interface ReceivedMail {
	readonly from: string;
	readonly to: readonly string[];
	readonly message: string;
}

/** As much of RFC 5321 as it takes to receive mail, on a port of its own. */
export async function startSmtpServer() {
	const received: ReceivedMail[] = [];
	const server = createServer((socket) => talk(socket, received));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
	return {
		url: `smtp://127.0.0.1:${port}`,
		received,
		close: () => new Promise((resolve) => server.close(resolve))
	};
}

function talk(socket: Socket, received: ReceivedMail[]): void {
	const say = (line: string) => socket.write(`${line}\r\n`);
	let waiting = '';
	let from = '';
	let to: string[] = [];
	let inData = false;
	const command = (line: string) => {
		const [, path = ''] = /<(.*)>/.exec(line) ?? [];
		switch (line.slice(0, 4).toUpperCase()) {
			case 'MAIL':
				from = path;
				to = [];
				return say('250 OK');
			case 'RCPT':
				to.push(path);
				return say('250 OK');
			case 'DATA':
				inData = true;
				return say('354 Go on');
			case 'QUIT':
				say('221 Bye');
				return socket.end();
			default:
				return say('250 OK');
		}
	};
	socket.setEncoding('utf8');
	socket.on('error', () => {});
	socket.on('data', (text: string) => {
		waiting += text;
		for (;;) {
			const end = inData ? '\r\n.\r\n' : '\r\n';
			const length = waiting.indexOf(end);
			if (length < 0) return;
			const piece = waiting.slice(0, length);
			waiting = waiting.slice(length + end.length);
			if (!inData) command(piece);
			else {
				inData = false;
				received.push({ from, to, message: piece });
				say('250 Taken');
			}
		}
	});
	say('220 test ESMTP');
}
