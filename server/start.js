// @ts-check
// Plain JavaScript, with what it imports: to strip types from one file takes as long as a tenth of a start.
import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { pathToFileURL } from 'node:url';
import { inProject, PROJECT } from './launch/project.js';
import { isBuildFresh } from './sources.js';

// Paths in settings, and those of the migrations and the database, are relative to the project.
process.chdir(PROJECT);
// What is set in the environment stays.
if (existsSync('.env')) process.loadEnvFile('.env');
// From the second start on, nothing is compiled again. Only what is imported later is kept.
enableCompileCache(inProject('node_modules/.cache/valetkey'));

if (!isBuildFresh()) {
	const { buildFirst } = await import('./build-first.ts');
	await buildFirst();
}
const { startApplication } = await import(pathToFileURL(inProject('build/start.js')).href);
await startApplication();
