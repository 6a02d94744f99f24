import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { SMTP_CERTIFICATE, SMTP_KEY } from './smtp-certificate.ts';

/** What came in by SMTP: who it is from, whom it is for, and the whole message. */
export interface ReceivedMail {
	readonly from: string;
	readonly to: readonly string[];
	readonly message: string;
	/** Whether nobody could read it on its way. */
	readonly encrypted: boolean;
}

interface Behavior {
	/** Offers STARTTLS, with a certificate of its own. */
	readonly tls?: boolean;
	/** What it answers to a command, or to a message (`.`), instead of taking it; null for nothing at all. */
	readonly answers?: Readonly<Record<string, string | null>>;
	/** Answers each line after so many milliseconds. */
	readonly slowly?: number;
}

/** As much of RFC 5321 as it takes to receive mail, on a port of its own. */
export async function startSmtpServer(behavior: Behavior = {}) {
	const received: ReceivedMail[] = [];
	const commands: string[] = [];
	const open = new Set<Socket>();
	const server = createServer((socket) => {
		open.add(socket);
		socket.on('close', () => open.delete(socket));
		talk(socket, behavior, { received, commands });
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
	return {
		url: `smtp://127.0.0.1:${port}`,
		received,
		/** The first word of every line that was not part of a message. */
		commands,
		/** How many connections there are. */
		connections: () => open.size,
		close: () => new Promise((resolve) => server.close(resolve))
	};
}

interface Log {
	readonly received: ReceivedMail[];
	readonly commands: string[];
}

function talk(socket: Socket, behavior: Behavior, { received, commands }: Log): void {
	const encrypted = socket instanceof TLSSocket;
	let waiting = '';
	let from = '';
	let to: string[] = [];
	let inData = false;
	const say = (line: string) => {
		setTimeout(() => socket.writable && socket.write(`${line}\r\n`), behavior.slowly ?? 0);
	};
	const answer = (to: string, line: string): boolean => {
		const other = behavior.answers?.[to];
		if (other !== null) say(other ?? line);
		return other === undefined;
	};
	const command = (line: string) => {
		const [, path = ''] = /<(.*)>/.exec(line) ?? [];
		const verb = line.slice(0, 4).toUpperCase();
		commands.push(verb);
		switch (verb) {
			case 'EHLO':
				return answer(verb, behavior.tls && !encrypted ? '250-test\r\n250 STARTTLS' : '250 test');
			case 'STAR':
				if (!answer(verb, '220 Go on')) return;
				socket.removeAllListeners('data');
				return talk(
					new TLSSocket(socket, { isServer: true, key: SMTP_KEY, cert: SMTP_CERTIFICATE }),
					behavior,
					{ received, commands }
				);
			case 'MAIL':
				from = path;
				to = [];
				return answer(verb, '250 OK');
			case 'RCPT':
				return answer(verb, '250 OK') && to.push(path);
			case 'DATA':
				return (inData = answer(verb, '354 Go on'));
			case 'QUIT':
				say('221 Bye');
				return socket.end();
			default:
				return answer(verb, '250 OK');
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
				if (answer('.', '250 Taken')) received.push({ from, to, message: piece, encrypted });
			}
		}
	});
	if (!encrypted) answer('hello', '220 test ESMTP');
}
