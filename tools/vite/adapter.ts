import adapterNode from '@sveltejs/adapter-node';
import type { Adapter, Builder } from '@sveltejs/kit';
import { appendFileSync, renameSync } from 'node:fs';
import { bundleServer } from './bundle-server.ts';

const OUT = 'build';

/**
 * The adapter for Node without its way of serving files, which ends the process over a request that
 * asks for odd bytes: src/lib/server/door/static-files.ts serves them, from a folder of another name.
 * Beside the handler of pages there is what answers programs, and all of it is one program with
 * what starts it.
 */
export function adapter(): Adapter {
	return {
		name: 'valetkey',
		async adapt(builder) {
			const adapted = builder.getBuildDirectory('adapted');
			const node = adapterNode({ out: adapted, precompress: true, envPrefix: 'VALETKEY_ADAPTER_' });
			await node.adapt(withPrograms(builder));
			builder.rimraf(OUT);
			await bundleServer(adapted, OUT);
			renameSync(`${adapted}/client`, `${OUT}/static`);
		}
	};
}

/** Has the handler export what answers programs, too. */
function withPrograms(builder: Builder): Builder {
	const entries = `${builder.getBuildDirectory('adapter-node')}/entries`;
	const hooks = `${builder.getServerDirectory()}/entries/hooks.server.js`;
	const copy: Builder['copy'] = (from, to, options) => {
		const copied = builder.copy(from, to, options);
		if (to === entries) {
			appendFileSync(
				`${entries}/handler.js`,
				`\nexport { programs } from ${JSON.stringify(hooks)};\n`
			);
		}
		return copied;
	};
	return new Proxy(builder, {
		get: (target, key): unknown => (key === 'copy' ? copy : Reflect.get(target, key))
	});
}
