import { enableCompileCache } from 'node:module';
import { inProject } from './project.ts';

// From the second start on, nothing is compiled again. Only what is imported later is kept.
enableCompileCache(inProject('node_modules/.cache/valetkey'));
await import('./start-application.ts');
