import { build, BuildError } from '../server/build.ts';

try {
	await build();
} catch (error) {
	if (!(error instanceof BuildError)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}
