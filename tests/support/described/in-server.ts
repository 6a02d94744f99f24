import { FAULT_HEADER } from '#lib/faults/asked.ts';
import { pathnameOf } from '#lib/server/programs/place.ts';
import { appendFileSync } from 'node:fs';
import { ServerResponse } from 'node:http';
import { hold } from './hold.ts';

// Loaded before a built server, it holds every answer to a program against what its API says of
// itself. One that is otherwise never arrives, and is written down for the end of the run.
const { end, writeHead } = ServerResponse.prototype;

/** Answers that say of themselves what went wrong with them on purpose. */
const spoiled = new WeakSet<ServerResponse>();

ServerResponse.prototype.writeHead = function (this: ServerResponse, ...given: unknown[]) {
	const headers = given.at(-1);
	if (typeof headers === 'object' && headers !== null && FAULT_HEADER in headers) {
		spoiled.add(this);
	}
	return Reflect.apply(writeHead, this, given);
};

ServerResponse.prototype.end = function (this: ServerResponse, ...given: unknown[]) {
	const [body] = given;
	const pathname = pathnameOf(this.req.url ?? '');
	// Without a host it is no request: Node refuses that by itself, as it does broken bytes.
	if (this.req.headers.host === undefined) return Reflect.apply(end, this, given);
	if (pathname === null || (body !== undefined && typeof body !== 'string')) {
		return Reflect.apply(end, this, given);
	}
	// What came piece by piece was sent already, and what was spoiled on purpose need not fit.
	if (body === undefined || spoiled.has(this)) return Reflect.apply(end, this, given);
	const text = body;
	hold({ method: this.req.method ?? '', pathname, status: this.statusCode, text }).then(
		(fault) => (fault === null ? Reflect.apply(end, this, given) : refuse(this, fault)),
		(error: unknown) => refuse(this, String(error))
	);
	return this;
};

function refuse(response: ServerResponse, fault: string): void {
	appendFileSync(process.env.ANSWER_FAULTS ?? '/dev/stderr', `${fault}\n`);
	response.destroy();
}
