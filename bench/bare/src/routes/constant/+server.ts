import { json } from '@sveltejs/kit';

export const GET = () => json({ distance: 59695.9 });
