import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** The way to a server of PostgreSQL, which can be cut. */
export class Line {
	#target: URL;
	#server: Server | null = null;
	#port = 0;
	#sockets = new Set<Socket>();
	isSilent = false;
	/** It is cut as soon as this is sent over it, once. */
	breaksAt: string | null = null;

	constructor(target: URL) {
		this.#target = target;
	}

	static async to(url: string): Promise<Line> {
		const line = new Line(new URL(url));
		await line.mend();
		return line;
	}

	get url(): string {
		const url = new URL(this.#target);
		url.host = `127.0.0.1:${this.#port}`;
		return url.href;
	}

	/** @param url of the server that it leads to from now on */
	async mend(url = this.#target.href): Promise<void> {
		this.#target = new URL(url);
		this.#server = createServer((near) => {
			const far = connect(Number(this.#target.port), this.#target.hostname);
			for (const socket of [near, far]) {
				this.#sockets.add(socket);
				socket.on('error', () => {});
				socket.on('close', () => {
					near.destroy();
					far.destroy();
				});
			}
			near.on('data', (bytes) => {
				if (this.breaksAt === null || !bytes.includes(this.breaksAt)) return far.write(bytes);
				this.breaksAt = null;
				return near.destroy();
			});
			far.on('data', (bytes) => {
				if (!this.isSilent) near.write(bytes);
			});
		}).listen(this.#port, '127.0.0.1');
		await once(this.#server, 'listening');
		this.#port = (this.#server.address() as AddressInfo).port;
	}

	async cut(): Promise<void> {
		const server = this.#server;
		if (!server?.listening) return;
		server.close();
		for (const socket of this.#sockets) socket.destroy();
		this.#sockets.clear();
		await once(server, 'close');
	}
}
