import { asChecked } from './checked-data.ts';
import makes from './data/makes.json' with { type: 'json' };
import type { Make } from './schema.ts';

/** The brands of the platform, by key. */
export const MAKES: readonly Make[] = asChecked<readonly Make[]>(makes);
