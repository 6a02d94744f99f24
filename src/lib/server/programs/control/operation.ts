import type { z } from 'zod';
import type { DescribedParameter } from '../openapi/document.ts';
import {
	AuthorizeAnswer,
	ClockAnswer,
	ConnectRefusal,
	ControlRefusal,
	SeedAnswer
} from './answer-schemas.ts';
import { AuthorizeRequest } from './authorize-request.ts';
import { ClockRequest } from './clock-request.ts';
import { AnewAnswer, RecordingAnswer } from './recording-answer.ts';
import { FaultsAnswer, FaultsRemoved, FaultsRequest } from './faults-request.ts';
import { RequestsAnswer } from './request-answer.ts';
import { SeedRequest } from './seed-request.ts';
import {
	DeletedAnswer,
	EventAnswer,
	VehicleAnswer,
	VehicleDetail,
	VehiclesAnswer
} from './vehicle-answer.ts';
import { EventRequest, VehicleRequest } from './vehicle-request.ts';
import {
	DeletedWebhookAnswer,
	DeliveriesAnswer,
	MadeWebhookAnswer,
	SandboxWebhookAnswer,
	SandboxWebhooksAnswer,
	TestAnswer,
	VehicleSubscriptionAnswer
} from './webhook-answer.ts';
import {
	TestRequest,
	VehicleSubscriptionRequest,
	WebhookRequest,
	WebhookStateRequest
} from './webhook-request.ts';
import { WipeAnswer, WipeRequest } from './wipe-request.ts';

/** A schema that the description names, so that it is told once. */
export const NAMED_SCHEMAS = {
	SeedRequest,
	SeedAnswer,
	AuthorizeRequest,
	AuthorizeAnswer,
	ClockRequest,
	ClockAnswer,
	VehicleRequest,
	VehicleAnswer,
	VehicleDetail,
	VehiclesAnswer,
	DeletedAnswer,
	EventRequest,
	EventAnswer,
	WebhookRequest,
	MadeWebhookAnswer,
	SandboxWebhooksAnswer,
	WebhookStateRequest,
	SandboxWebhookAnswer,
	DeletedWebhookAnswer,
	VehicleSubscriptionRequest,
	VehicleSubscriptionAnswer,
	TestRequest,
	TestAnswer,
	DeliveriesAnswer,
	WipeRequest,
	WipeAnswer,
	RecordingAnswer,
	AnewAnswer,
	FaultsRequest,
	FaultsAnswer,
	FaultsRemoved,
	RequestsAnswer,
	ConnectRefusal,
	ControlRefusal
} satisfies Record<string, z.ZodType>;

type SchemaName = keyof typeof NAMED_SCHEMAS;

/** A body of JSON with examples by a name each. */
export interface DescribedBody {
	readonly description: string;
	/** One of these it is. */
	readonly schemas: readonly SchemaName[];
	readonly examples: Readonly<Record<string, unknown>>;
}

/** What the description says of one address and method. */
export interface Operation {
	readonly path: string;
	readonly method: 'get' | 'post' | 'put' | 'delete';
	readonly id: string;
	readonly summary: string;
	readonly description: string;
	/** Beside the body; none where it is absent. */
	readonly parameters?: readonly DescribedParameter[];
	/** Null where nothing is sent. */
	readonly request: DescribedBody | null;
	readonly answer: DescribedBody;
	/** With the status 400; null where there is nothing to be refused. */
	readonly refusal: DescribedBody | null;
	/** Refusals with other statuses, in words. */
	readonly others?: Readonly<Record<number, string>>;
}

export const CANNOT_BE_READ = 'The body cannot be used; problems names the fields.';
