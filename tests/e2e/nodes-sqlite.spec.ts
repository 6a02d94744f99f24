import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Nodes } from '../../tools/nodes.ts';
import { test } from './support/test.ts';
import { testVehiclesOn } from './support/vehicles-on-nodes.ts';

let folder: string;
let nodes: Nodes;

test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'valetkey-two-'));
	nodes = await Nodes.start(`file:${join(folder, 'valetkey.db')}`, 2);
});
test.afterAll(async () => {
	await nodes.stop();
	rmSync(folder, { recursive: true, force: true });
});

testVehiclesOn((index) => nodes.originOf(index));
