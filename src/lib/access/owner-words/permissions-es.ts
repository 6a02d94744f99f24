import type { PermissionTexts } from './permission-texts.ts';

export const SPANISH_PERMISSIONS: PermissionTexts = {
	read_alerts: { label: 'Avisos', text: 'Ver los avisos que muestra su vehículo.' },
	read_battery: {
		label: 'Batería',
		text: 'Ver cuánta batería le queda y hasta dónde puede llegar con ella.'
	},
	read_charge: {
		label: 'Estado de la carga',
		text: 'Ver si su vehículo está enchufado, si se está cargando y a qué velocidad.'
	},
	read_charge_events: {
		label: 'Mensajes de carga',
		text: 'Recibir un mensaje cuando su vehículo empieza o deja de cargarse.'
	},
	read_charge_locations: {
		label: 'Lugares de carga',
		text: 'Ver dónde ha cargado antes y los ajustes guardados para cada lugar.'
	},
	read_charge_records: {
		label: 'Cargas anteriores',
		text: 'Ver cuándo y dónde ha cargado antes, y cuánto costó.'
	},
	read_climate: {
		label: 'Climatización',
		text: 'Ver si la calefacción, el frío o el deshielo están en marcha y a qué temperatura.'
	},
	read_compass: { label: 'Brújula', text: 'Ver hacia dónde mira su vehículo.' },
	read_diagnostics: {
		label: 'Estado del vehículo',
		text: 'Ver si alguna parte de su vehículo avisa de una avería.'
	},
	read_engine_oil: {
		label: 'Aceite del motor',
		text: 'Ver cuánto le durará el aceite del motor.'
	},
	read_extended_vehicle_info: {
		label: 'Más sobre su vehículo',
		text: 'Ver más sobre su vehículo, como su equipamiento y la marcha puesta.'
	},
	read_fuel: {
		label: 'Combustible',
		text: 'Ver cuánto combustible hay en el depósito y hasta dónde le alcanza.'
	},
	read_location: { label: 'Ubicación', text: 'Ver dónde está su vehículo en el mapa.' },
	read_odometer: {
		label: 'Cuentakilómetros',
		text: 'Ver cuántos kilómetros ha hecho su vehículo en total.'
	},
	read_security: {
		label: 'Cierres y puertas',
		text: 'Ver si su vehículo está cerrado con llave y qué está abierto.'
	},
	read_service_history: {
		label: 'Visitas al taller',
		text: 'Ver cuándo se revisó su vehículo, qué se hizo y cuánto costó.'
	},
	read_speedometer: { label: 'Velocidad', text: 'Ver a qué velocidad va su vehículo.' },
	read_thermometer: {
		label: 'Temperatura',
		text: 'Ver qué temperatura hace dentro y fuera de su vehículo.'
	},
	read_tires: { label: 'Neumáticos', text: 'Ver cuánto aire tienen sus neumáticos.' },
	read_user_profile: {
		label: 'Sus datos de contacto',
		text: 'Ver el correo electrónico y el teléfono de su cuenta del vehículo.'
	},
	read_vehicle_info: {
		label: 'Marca, modelo y año',
		text: 'Ver la marca, el modelo y el año de su vehículo.'
	},
	read_vin: {
		label: 'Número de bastidor (VIN)',
		text: 'Ver el número que solo tiene su vehículo.'
	},
	control_charge: {
		label: 'Controlar la carga',
		text: 'Iniciar y parar la carga, y cambiar cómo y cuándo se carga su vehículo.'
	},
	control_climate: {
		label: 'Controlar el clima',
		text: 'Encender y apagar la calefacción, el frío o el deshielo, y elegir la temperatura.'
	},
	control_navigation: {
		label: 'Enviar destinos',
		text: 'Enviar un lugar al navegador de su vehículo.'
	},
	control_pin: {
		label: 'Controlar el PIN',
		text: 'Poner o quitar el PIN que su vehículo pide antes de arrancar.'
	},
	control_security: {
		label: 'Cerrar y abrir',
		text: 'Cerrar con llave y abrir su vehículo.'
	},
	control_trunk: {
		label: 'Abrir el maletero',
		text: 'Abrir y cerrar los maleteros de su vehículo.'
	}
};
