import { ownersPage } from '../../portal-page.ts';
import { receiptAt } from '../receipt.ts';

export const load = ownersPage('/my/receipts/[receiptId]', receiptAt);
