import { randomUUID } from 'node:crypto';
import { OAuth2Server } from 'oauth2-mock-server';
import { announce } from './announce.ts';

/**
 * A program: oauth2-mock-server with one key. It takes any code, and signs what it issues.
 *
 * Argument: how many codes.
 */
const [, , count = '1000'] = process.argv;
const server = new OAuth2Server();
await server.issuer.keys.generate('RS256');
await server.start(0, '127.0.0.1');

announce({
	url: `http://127.0.0.1:${server.address().port}/token`,
	clientId: 'app',
	clientSecret: 'any',
	redirectUri: 'https://app.example/callback',
	codes: Array.from({ length: Number(count) }, () => randomUUID())
});
