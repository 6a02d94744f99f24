import type { PermissionTexts } from './permission-texts.ts';

export const GERMAN_PERMISSIONS: PermissionTexts = {
	read_alerts: { label: 'Warnungen', text: 'Sehen, welche Warnungen Ihr Fahrzeug anzeigt.' },
	read_battery: {
		label: 'Batterie',
		text: 'Sehen, wie voll Ihre Batterie ist und wie weit Sie damit fahren können.'
	},
	read_charge: {
		label: 'Ladezustand',
		text: 'Sehen, ob Ihr Fahrzeug am Kabel hängt, ob es lädt und wie schnell.'
	},
	read_charge_events: {
		label: 'Nachrichten zum Laden',
		text: 'Eine Nachricht bekommen, wenn Ihr Fahrzeug anfängt oder aufhört zu laden.'
	},
	read_charge_locations: {
		label: 'Ladeorte',
		text: 'Sehen, wo Sie schon geladen haben und was für jeden Ort eingestellt ist.'
	},
	read_charge_records: {
		label: 'Ladeverlauf',
		text: 'Sehen, wann und wo Sie schon geladen haben und was es gekostet hat.'
	},
	read_climate: {
		label: 'Klima',
		text: 'Sehen, ob Heizung, Kühlung oder Enteisung läuft und wie warm es eingestellt ist.'
	},
	read_compass: { label: 'Kompass', text: 'Sehen, in welche Richtung Ihr Fahrzeug zeigt.' },
	read_diagnostics: {
		label: 'Zustand des Fahrzeugs',
		text: 'Sehen, ob Teile Ihres Fahrzeugs einen Fehler melden.'
	},
	read_engine_oil: { label: 'Motoröl', text: 'Sehen, wie lange Ihr Motoröl noch hält.' },
	read_extended_vehicle_info: {
		label: 'Mehr über Ihr Fahrzeug',
		text: 'Mehr über Ihr Fahrzeug sehen, zum Beispiel Ausstattung und eingelegten Gang.'
	},
	read_fuel: {
		label: 'Kraftstoff',
		text: 'Sehen, wie viel Kraftstoff im Tank ist und wie weit er reicht.'
	},
	read_location: { label: 'Standort', text: 'Sehen, wo Ihr Fahrzeug auf der Karte ist.' },
	read_odometer: {
		label: 'Kilometerstand',
		text: 'Sehen, wie weit Ihr Fahrzeug insgesamt gefahren ist.'
	},
	read_security: {
		label: 'Schlösser und Türen',
		text: 'Sehen, ob Ihr Fahrzeug abgeschlossen ist und was offen steht.'
	},
	read_service_history: {
		label: 'Werkstattbesuche',
		text: 'Sehen, wann Ihr Fahrzeug gewartet wurde, was gemacht wurde und was es gekostet hat.'
	},
	read_speedometer: {
		label: 'Geschwindigkeit',
		text: 'Sehen, wie schnell Ihr Fahrzeug gerade fährt.'
	},
	read_thermometer: {
		label: 'Temperatur',
		text: 'Sehen, wie warm es in Ihrem Fahrzeug und draußen ist.'
	},
	read_tires: { label: 'Reifen', text: 'Sehen, wie viel Luft in Ihren Reifen ist.' },
	read_user_profile: {
		label: 'Ihre Kontaktdaten',
		text: 'E-Mail-Adresse und Telefonnummer Ihres Fahrzeugkontos sehen.'
	},
	read_vehicle_info: {
		label: 'Marke, Modell und Baujahr',
		text: 'Marke, Modell und Baujahr Ihres Fahrzeugs sehen.'
	},
	read_vin: {
		label: 'Fahrgestellnummer (VIN)',
		text: 'Die Nummer sehen, die nur Ihr Fahrzeug hat.'
	},
	control_charge: {
		label: 'Laden steuern',
		text: 'Das Laden starten und stoppen und ändern, wie und wann Ihr Fahrzeug lädt.'
	},
	control_climate: {
		label: 'Klima steuern',
		text: 'Heizung, Kühlung oder Enteisung ein- und ausschalten und die Wärme einstellen.'
	},
	control_navigation: {
		label: 'Ziele senden',
		text: 'Ein Ziel an das Navi Ihres Fahrzeugs senden.'
	},
	control_pin: {
		label: 'PIN ändern',
		text: 'Die PIN festlegen oder löschen, die Ihr Fahrzeug vor der Fahrt verlangt.'
	},
	control_security: {
		label: 'Auf- und zuschließen',
		text: 'Ihr Fahrzeug auf- und zuschließen.'
	},
	control_trunk: {
		label: 'Kofferraum öffnen',
		text: 'Die Kofferräume Ihres Fahrzeugs öffnen und schließen.'
	}
};
