import { z } from 'zod';
import { PERMISSION_NAMES } from '../permission.ts';

const text = z.string().trim().min(1);

export const ItemCode = z
	.string()
	.max(80)
	.regex(/^[a-z0-9][a-zA-Z0-9]*(-[a-z0-9]+)*$/);

const ItemKind = z.enum(['signal', 'command', 'attribute', 'endpoint']);
const Powertrain = z.enum(['BEV', 'PHEV', 'HEV', 'ICE']);
export const Sensitivity = z.enum(['low', 'medium', 'high']);

export const EvidenceKind = z.enum(['documented', 'observed', 'inferred']);

/** How well the permission of an item is known. */
export const EvidenceGrade = z
	.strictObject({
		kind: EvidenceKind,
		confidence: z.enum(['high', 'medium', 'low']),
		/** Whether sources speak for the rival too, so that both may be needed. */
		contradicted: z.literal(true).optional()
	})
	.refine(({ kind, contradicted }) => !contradicted || kind === 'inferred', {
		error: 'What sources contradict each other about is inferred'
	});

/** What kind of thing a source is; how much that says stands with the words for each kind. */
export const SourceKind = z.enum([
	'platform',
	'platform-v2',
	'integration',
	'capture',
	'report',
	'dashboard',
	'table'
]);

const SourceId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** Where something about an item or a permission was learnt. */
export const Source = z.strictObject({
	kind: SourceKind,
	title: text.max(90),
	url: z.url({ protocol: /^https$/ }).optional(),
	/** What there is to know about this one, beyond its kind: one sentence. */
	about: text.max(160).optional()
});

/**
 * What a developer picks: the facts a list, a search and the derivation need.
 * An item needs all of its `permissions`; none means that any token reads it.
 */
export const CatalogItem = z.strictObject({
	kind: ItemKind,
	code: ItemCode,
	/** Spellings that selections stored or kept as code may still have. */
	formerCodes: z.array(ItemCode).min(1).readonly().optional(),
	name: text.max(60),
	group: text.max(40),
	permissions: z.array(z.enum(PERMISSION_NAMES)).readonly(),
	unit: text.optional(),
	/** `METHOD /path` as the API documents it. */
	path: text,
	apiVersion: z.enum(['v2', 'v3']),
	/** Absent when the source limits the item to no powertrain. */
	powertrains: z.array(Powertrain).min(1).readonly().optional(),
	/** Brands that have it, where it is not for all. */
	makes: z.array(text).readonly().optional(),
	evidence: EvidenceGrade
});

/** What each item is, in a sentence, by its code; kept apart so that what derives is light. */
export const Descriptions = z.record(ItemCode, text.max(200));

/** Other words that people search for, lower case, by item code; kept apart for the search. */
export const Synonyms = z.record(ItemCode, z.array(text.toLowerCase()).min(1).readonly());

/** One field of the answer or of the request body. */
const ItemField = z.strictObject({
	name: text,
	type: text,
	required: z.boolean().nullable(),
	unit: text.optional(),
	values: z
		.array(z.union([z.string(), z.number(), z.boolean()]))
		.readonly()
		.optional(),
	min: z.number().optional(),
	max: z.number().optional()
});

/** What is read once an item is opened; kept apart so that lists stay light. */
export const ItemDetail = z.strictObject({
	fields: z.array(ItemField).readonly(),
	/** Example of the answer's `body`, or of the request body for a command. */
	example: z.json().optional(),
	evidenceNote: text,
	/** A single permission that may turn out to be the right one instead. */
	rival: z.strictObject({ permission: z.enum(PERMISSION_NAMES), why: text }).optional(),
	/** Code of the item that does the same in the other API version. */
	equivalent: ItemCode.optional(),
	notes: text.optional(),
	sources: z.array(SourceId).min(1).readonly()
});

/** What an owner reads of a permission, and how careful to be with it. */
export const PermissionFacts = z.strictObject({
	name: z.enum(PERMISSION_NAMES),
	/** For the vehicle owner: a title. */
	ownerLabel: text.max(40),
	sensitivity: Sensitivity
});

/** What each permission lets an app do, in a plain sentence for the vehicle owner; kept apart as well. */
export const OwnerTexts = z.record(z.enum(PERMISSION_NAMES), text.max(160));

/** What is read once a permission is looked up; kept apart so that the picker stays light. */
export const PermissionDetail = z.strictObject({
	/** For the developer. */
	description: text,
	sensitivityReason: text,
	notes: text.optional(),
	sources: z.array(SourceId).min(1).readonly()
});

export const Make = z.strictObject({
	key: z.string().regex(/^[A-Z]+(_[A-Z]+)*$/),
	name: text,
	/** Where the brand is offered; absent means everywhere. */
	regions: z
		.array(z.enum(['US', 'CA', 'EU']))
		.min(1)
		.readonly()
		.optional(),
	/** Whether the platform's documents or SDK suites confirm the key's spelling. */
	confirmed: z.boolean()
});

export type Sensitivity = z.infer<typeof Sensitivity>;
export type CatalogItem = z.infer<typeof CatalogItem>;
export type Descriptions = z.infer<typeof Descriptions>;
export type OwnerTexts = z.infer<typeof OwnerTexts>;
export type Synonyms = z.infer<typeof Synonyms>;
export type EvidenceKind = z.infer<typeof EvidenceKind>;
export type SourceKind = z.infer<typeof SourceKind>;
export type Source = z.infer<typeof Source>;
export type ItemDetail = z.infer<typeof ItemDetail>;
export type PermissionFacts = z.infer<typeof PermissionFacts>;
export type PermissionDetail = z.infer<typeof PermissionDetail>;
export type Make = z.infer<typeof Make>;
