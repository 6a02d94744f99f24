import { readFileSync, writeFileSync } from 'node:fs';
import { inProject } from '../server/project.ts';
import { placeDrawing } from './house/document.ts';
import { drawHouse, readArrows } from './house/draw.ts';
import { ROOMS } from './house/rooms.ts';

// Imports are read from the top of the project.
process.chdir(inProject('.'));
const file = 'ARCHITECTURE.md';
const before = readFileSync(file, 'utf8');
const after = placeDrawing(before, drawHouse(ROOMS, readArrows()));
writeFileSync(file, after);
console.log(before === after ? `${file} shows the house as it is.` : `${file} is drawn anew.`);
