import { z } from 'zod';
import { PERMISSION_NAMES } from './permission.ts';

export const PermissionName = z.enum(PERMISSION_NAMES);

/** Names alone, such as those that an owner refused. */
export const PermissionNames = z.array(PermissionName).readonly();

/** One picked catalog item; `required` locks its permissions on the grant screen. */
const SelectedItem = z.object({ code: z.string(), required: z.boolean() }).readonly();
export type SelectedItem = z.infer<typeof SelectedItem>;

/** The items a developer picked. Canonical form: unique codes in ascending order. */
export const Selection = z.array(SelectedItem).readonly();
export type Selection = z.infer<typeof Selection>;

/** One permission of an access, with the selected codes it is there for. */
const AccessPermission = z
	.object({
		name: PermissionName,
		/** True when at least one item marked Required needs it. */
		required: z.boolean(),
		/** Codes of the selected items that need it, in the order of the selection. */
		neededBy: z.array(z.string()).readonly(),
		/** Those of them that are marked Required. */
		requiredBy: z.array(z.string()).readonly()
	})
	.readonly();
export type AccessPermission = z.infer<typeof AccessPermission>;

/** What a selection derives to: the smallest set of permissions, in scope order. */
export const Access = z.array(AccessPermission).readonly();
export type Access = z.infer<typeof Access>;

/** What an application says that a permission is for, or with it what stops where that is refused. */
const Purpose = z.union([
	z.string(),
	z.object({ purpose: z.string(), without: z.string() }).readonly()
]);
export type Purpose = z.infer<typeof Purpose>;

/** What an application says of its permissions, in sentences for owners. */
export const Purposes = z.partialRecord(PermissionName, Purpose).readonly();
export type Purposes = z.infer<typeof Purposes>;

const RequestedPermission = z
	.object({
		name: PermissionName,
		required: z.boolean(),
		/** What the owner was told it is for, in the words of the application. */
		purpose: z.string().optional(),
		/** What the owner was told that stops without it, in the words of the application. */
		without: z.string().optional()
	})
	.readonly();
export type RequestedPermission = z.infer<typeof RequestedPermission>;

/** What an owner is asked, in scope order. */
export const RequestedPermissions = z.array(RequestedPermission).readonly();

/** Of what an owner connected at one time. */
export const VehicleIds = z.array(z.string()).readonly();

/** Which vehicles an application lets be connected, by what drives them; hybrids count as ICE. */
export const PowertrainFilter = z
	.strictObject({
		ICE: z.boolean(),
		BEV: z.boolean(),
		PHEV: z.boolean(),
		allowUnknownPowertrain: z.boolean()
	})
	.readonly();
export type PowertrainFilter = z.infer<typeof PowertrainFilter>;
