import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { inProject } from './project.ts';

// Paths in settings, and those of the migrations and the database, are relative to the project.
process.chdir(inProject('.'));
// What is set in the environment stays.
if (existsSync('.env')) process.loadEnvFile('.env');
// From the second start on, nothing is compiled again. Only what is imported later is kept.
enableCompileCache(inProject('node_modules/.cache/valetkey'));
await import('./start-application.ts');
