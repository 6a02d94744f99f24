import { cpus, totalmem } from 'node:os';
import { buildWhenNeeded } from '../server/fresh-build.ts';
import { benchBrowser } from './browser.ts';
import { benchCore } from './core.ts';
import { benchExchange } from './exchange.ts';
import { benchGrown } from './grown.ts';
import { benchInsights } from './insights.ts';
import { benchServer } from './server.ts';

const processors = cpus();
console.log(
	`${processors.length} × ${processors[0]?.model ?? 'unknown CPU'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, ${process.platform}`
);
console.log('Figures of this machine and this moment; the ratios travel, the times do not.');

await buildWhenNeeded();
benchCore();
await benchInsights();
await benchServer();
await benchGrown();
await benchExchange();
await benchBrowser();
