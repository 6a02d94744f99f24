import { lookAtSignal } from '#lib/vehicles/platform/read.ts';
import { signalsOf } from '#lib/vehicles/profiles/capabilities.ts';
import type { SignalCode } from '#lib/vehicles/signals/signals.ts';
import { addVehicle } from '../../fleet/add-vehicle.ts';
import { deleteVehicle } from '../../fleet/delete-vehicle.ts';
import { happenTo } from '../../fleet/happen.ts';
import { listVehicles, MOST_VEHICLES_LISTED } from '../../fleet/list-vehicles.ts';
import { findVehicle, type KeptVehicle } from '../../fleet/vehicles.ts';
import type { Answer } from '../answer.ts';
import { queryOf, type Call } from '../call.ts';
import { happenToAccount, isAccountEvent } from './account-event.ts';
import { controlAnswer, controlRefusal } from './answers.ts';
import { controlEndpoint, controlReading } from './endpoint.ts';
import { refuseProblems } from './read-body.ts';
import { readEvent } from './read-event.ts';
import { EVENT_FORM, VEHICLE_FORM } from './vehicle-request.ts';
import { WHY_REFUSED, wordNotAdded } from './vehicle-words.ts';

const USUAL_LIMIT = 100;

/** `GET /sandbox/api/vehicles`: the vehicles that are there. */
export const listingVehicles = controlReading(async ({ context, envelope, request }) => {
	const query = queryOf(request);
	const text = query.get('limit') ?? String(USUAL_LIMIT);
	const most = /^\d{1,4}$/.test(text) ? Number(text) : 0;
	if (most < 1 || most > MOST_VEHICLES_LISTED) {
		const message = `Write a number from 1 to ${MOST_VEHICLES_LISTED}.`;
		return controlRefusal(envelope.id, refuseProblems([{ path: 'limit', message }]));
	}
	const found = await listVehicles(context, { after: query.get('after') ?? '', most });
	return controlAnswer({ ...found, vehicles: found.vehicles.map(inAnswer) }, envelope.id);
});

/** `POST /sandbox/api/vehicles`: adds one by hand. */
export const addingVehicle = controlEndpoint(VEHICLE_FORM, async (call, { routine, ...wanted }) => {
	const { context, envelope } = call;
	const added = await context.write(async (transaction) => {
		const outcome = await addVehicle(transaction, wanted);
		if (outcome.ok && routine) {
			await happenTo(transaction, outcome.id, { event: 'routine', routine });
		}
		return outcome;
	});
	if (!added.ok) {
		return controlRefusal(envelope.id, refuseProblems([wordNotAdded(added.code)]));
	}
	return withVehicle(call, added.id, inAnswer);
});

/** `GET /sandbox/api/vehicles/{id}`: one, with what it tells. */
export const readingVehicle = controlReading(async (call) =>
	withVehicle(call, idIn(call), (vehicle) => ({
		...inAnswer(vehicle),
		signals: told(vehicle, [...signalsOf(vehicle.profile)])
	}))
);

/** `DELETE /sandbox/api/vehicles/{id}`: takes one from its account. */
export const deletingVehicle = controlReading(async (call) => {
	const id = idIn(call);
	if (!(await deleteVehicle(call.context, id))) return noSuchVehicle(call);
	return controlAnswer({ id, deleted: true }, call.envelope.id);
});

/** `POST /sandbox/api/vehicles/{id}/events`: lets something happen to it or its account, or sets its signals. */
export const vehicleEvent = controlEndpoint(EVENT_FORM, async (call, asked) => {
	const { context, envelope } = call;
	const id = idIn(call);
	if (isAccountEvent(asked.event)) {
		await happenToAccount(context, id, asked.event);
		return withVehicle(call, id, ({ life }) => ({ at: isoTime(life.state.time), changed: [] }));
	}
	const read = readEvent(asked);
	if (!read.ok) return controlRefusal(envelope.id, refuseProblems(read.problems));
	const outcome = await happenTo(context, id, read.event);
	if (outcome.ok) {
		return withVehicle(call, id, (vehicle) => ({
			at: isoTime(vehicle.life.state.happenedAt),
			changed: told(vehicle, outcome.changed)
		}));
	}
	const { code } = outcome;
	if (code === 'NO_SUCH_VEHICLE') return noSuchVehicle(call);
	return controlRefusal(envelope.id, { status: 409, message: WHY_REFUSED[code], reason: code });
});

async function withVehicle(
	call: Call,
	id: string,
	body: (vehicle: KeptVehicle) => object
): Promise<Answer> {
	const vehicle = await findVehicle(call.context, id);
	if (!vehicle || vehicle.deletedAt !== null) return noSuchVehicle(call);
	return controlAnswer(body(vehicle), call.envelope.id);
}

function noSuchVehicle({ envelope }: Call): Answer {
	const message =
		'There is no vehicle with this id; GET /sandbox/api/vehicles lists those there are.';
	return controlRefusal(envelope.id, { status: 404, message });
}

const idIn = ({ params }: Call) => params.vehicleId ?? '';
const isoTime = (time: number) => new Date(time).toISOString();

function inAnswer({ id, vin, make, model, year, profile, fault, login, life }: KeptVehicle) {
	const { state } = life;
	return {
		...{ id, vin, make, model, year, powertrain: profile.powertrain, profile: profile.id },
		...{ fault, login },
		now: isoTime(state.time),
		routine: state.routine,
		asleep: state.power.asleep,
		online: state.online.value,
		driving: state.drive !== null,
		pluggedIn: state.plug.in !== null,
		charging: state.charging.session !== null,
		locked: state.lock.locked
	};
}

/** What the vehicle itself says now. */
function told({ life }: KeptVehicle, codes: readonly SignalCode[]) {
	return codes.flatMap((code) => {
		const body = lookAtSignal(life, code);
		return body ? [{ code, body }] : [];
	});
}
