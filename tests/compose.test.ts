import { readSettings } from '#lib/server/settings.ts';
import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { parseDocument } from 'yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const file = parseDocument(readFileSync('compose.yaml', 'utf8'), { strict: true });

const Compose = z.strictObject({
	services: z.strictObject({
		valetkey: z.strictObject({
			build: z.literal('.'),
			environment: z.record(z.string(), z.string()),
			ports: z.array(z.string().regex(/^127\.0\.0\.1:\d+:3000$/)).length(1),
			volumes: z.array(z.string()),
			read_only: z.literal(true),
			tmpfs: z.array(z.string()),
			security_opt: z.array(z.string()),
			cap_drop: z.array(z.string()),
			init: z.literal(true),
			stop_grace_period: z.string(),
			restart: z.string(),
			healthcheck: z.strictObject({
				test: z.array(z.string()).min(2),
				interval: z.string(),
				timeout: z.string(),
				start_period: z.string()
			})
		})
	}),
	volumes: z.record(z.string(), z.null())
});

describe('compose.yaml', () => {
	it('is YAML without a fault, of the parts that Compose knows', () => {
		expect([...file.errors, ...file.warnings]).toEqual([]);
		const { services, volumes } = Compose.parse(file.toJS());
		const [volume = ''] = services.valetkey.volumes[0]?.split(':') ?? [];
		expect(Object.keys(volumes)).toEqual([volume]);
	});

	it('sets what the server starts with, and names every address that it is asked under', () => {
		const { valetkey } = Compose.parse(file.toJS()).services;
		const settings = readSettings(valetkey.environment);
		const [, published] = valetkey.ports[0]?.split(':') ?? [];
		expect(settings).toMatchObject({
			port: 3000,
			isPublic: true,
			origins: [
				`http://localhost:${published}`,
				'http://valetkey:3000',
				`http://host.docker.internal:${published}`
			]
		});
	});

	it('asks for health by a program that can be parsed', () => {
		const [kind, program, flag, code = ''] = Compose.parse(file.toJS()).services.valetkey
			.healthcheck.test;
		expect([kind, program, flag]).toEqual(['CMD', 'node', '-e']);
		expect(() => new Script(code)).not.toThrow();
		expect(code).toContain('/healthz');
	});
});

it('the Dockerfile names files that exist, and starts as npm does', () => {
	const lines = readFileSync('Dockerfile', 'utf8').split('\n');
	const { scripts } = z
		.object({ scripts: z.object({ start: z.string() }) })
		.parse(JSON.parse(readFileSync('package.json', 'utf8')));
	const command = lines.find((line) => line.startsWith('CMD '))?.slice(4) ?? '[]';
	expect(z.array(z.string()).parse(JSON.parse(command)).join(' ')).toBe(
		scripts.start.replace(/^exec /, '')
	);
});
