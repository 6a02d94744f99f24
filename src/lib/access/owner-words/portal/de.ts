import type { PortalWords } from './en.ts';

/** What an owner reads in the portal, in German. */
export const GERMAN_PORTAL: PortalWords = {
	portalName: 'Mein Fahrzeugzugriff',
	skip: 'Zum Inhalt',
	navApplications: 'Apps',
	navAccount: 'Konto',
	signOut: 'Abmelden',
	language: 'Sprache',
	signInTitle: 'Anmelden',
	signInHeading: 'Sehen Sie, welche Apps Ihr Fahrzeug erreichen',
	signInLead: 'Und nehmen Sie den Schlüssel zurück, wann immer Sie wollen.',
	email: 'E-Mail',
	emailHint: 'Jede Ihrer Adressen ist recht. Es muss nicht die Ihres Fahrzeugkontos sein.',
	sendCode: 'Code senden',
	factCode: 'Sie bekommen einen Code aus sechs Ziffern. Ein Passwort gibt es nicht.',
	factBrowser: 'Der Code gilt zehn Minuten, nur in diesem Browser.',
	addressMissing: 'E-Mail ist leer. Schreiben Sie Ihre Adresse, etwa sam@example.org.',
	addressLong: 'Diese E-Mail-Adresse ist länger als {most} Zeichen. Schreiben Sie eine kürzere.',
	addressCharacter:
		'Die E-Mail-Adresse enthält {character}. Schreiben Sie sie in einfachen Buchstaben, a bis z, auf einer Zeile.',
	addressSeveral: 'E-Mail nimmt eine Adresse. Schreiben Sie eine einzige.',
	addressNotAlone:
		'Schreiben Sie die E-Mail-Adresse allein, ohne Namen, Klammern oder Anführungszeichen.',
	addressNoAt: 'Der E-Mail-Adresse fehlt das @. Schreiben Sie sie ganz, etwa sam@example.org.',
	addressBeforeAt:
		'Die E-Mail-Adresse hat einen Fehler vor dem @. Sehen Sie dort noch einmal nach.',
	addressAfterAt:
		'Die E-Mail-Adresse hat einen Fehler nach dem @. Schreiben Sie sie ganz, etwa example.org.',
	waitAddress: 'An diese Adresse ging schon ein Code. Einen weiteren bekommen Sie in {time}.',
	waitClient:
		'Zu viele Codes wurden verlangt oder waren falsch. Versuchen Sie es in {time} wieder.',
	seconds: { one: '{count} Sekunde', other: '{count} Sekunden' },
	minutes: { one: '{count} Minute', other: '{count} Minuten' },
	codeHeading: 'Schreiben Sie den Code',
	codeLead: 'Er ist unterwegs an {address}. Er gilt bis {time}, in diesem Browser.',
	codeOverLead: 'Der Code an {address} gilt nicht mehr.',
	code: 'Code',
	codeHint: 'Sechs Ziffern. Sie können sie mit Leerzeichen einfügen.',
	signIn: 'Anmelden',
	newCode: 'Neuen Code senden',
	otherAddress: 'Andere Adresse nehmen',
	outboxNote: 'In der Sandbox verlässt keine E-Mail diesen Rechner.',
	outboxLink: 'Postausgang öffnen',
	codeMalformed: 'Das ist kein Code. Schreiben Sie ihn so, wie er in der E-Mail steht.',
	codeWrong: {
		one: 'Das ist nicht der Code. Noch {count} Versuch.',
		other: 'Das ist nicht der Code. Noch {count} Versuche.'
	},
	codeOver:
		'Dieser Code gilt nicht mehr: Er wurde benutzt, ersetzt oder zu oft falsch geschrieben, oder zehn Minuten sind vorbei. Lassen Sie sich einen neuen senden.',
	mailSubject: 'Ihr Code für Mein Fahrzeugzugriff',
	mailText:
		'Ihr Code: {code}\n\nSchreiben Sie ihn auf die Seite, auf der Sie ihn verlangt haben. Er gilt zehn Minuten, nur in jenem Browser.\n\nSie haben keinen verlangt? Dann hat jemand Ihre Adresse geschrieben, und ohne diesen Code geschieht nichts. Geben Sie ihn niemandem.',
	accountsHeading: 'Ihre Fahrzeugkonten',
	accountsLead: 'Wer sich beim selben Fahrzeugkonto anmeldet, sieht hier dieselben Apps.',
	accountsNone: 'Noch keine. Verbinden Sie Ihr Fahrzeug, dann sehen Sie, welche Apps es erreichen.',
	vehicles: { one: '{count} Fahrzeug', other: '{count} Fahrzeuge' },
	connectCar: 'Fahrzeug verbinden',
	connectLead: 'Über sein Konto finden wir die Apps, die es erreichen. Keine App erfährt davon.',
	brandRefuses:
		'{make} hat dieses Konto nicht eingelassen. Versuchen Sie es später, oder nehmen Sie ein anderes.',
	tooManyAccounts:
		'Sie haben hier {most} Fahrzeugkonten, mehr sind nicht möglich. Lösen Sie zuerst eines.',
	unlink: 'Lösen',
	unlinkHeading: 'Dieses Fahrzeugkonto lösen?',
	unlinkApps:
		'Seine Apps verschwinden aus Ihrer Liste. Ihr Zugriff bleibt: Soll er enden, widerrufen Sie ihn zuerst.',
	unlinkAgain: 'Sie können es jederzeit wieder verbinden.',
	keep: 'Behalten',
	sessionsHeading: 'Wo Sie angemeldet sind',
	signedInAs: 'Sie sind angemeldet als {address}.',
	thisBrowser: 'Dieser Browser',
	unknownBrowser: 'Unbekannter Browser',
	sessionTimes: 'Seit {since}. Zuletzt gesehen {seen}.',
	signOutThere: 'Dort abmelden',
	signOutEverywhere: 'Überall abmelden',
	deleteData: 'Meine Daten löschen',
	deleteLead: 'Sie lesen zuerst, was geht und was bleiben muss.',
	deleteHeading: 'Ihre Daten löschen?',
	deleteGoes:
		'Gelöscht werden Ihre Adresse {address}, die Verbindungen zu Ihren Fahrzeugkonten, Ihre Anmeldungen und E-Mails an Sie.',
	deleteStays:
		'Was Sie Apps gegeben haben, bleibt stehen, mit Tag und Zeit: Die Apps und wer ein Fahrzeugkonto teilt, müssen es vielleicht belegen. Ihre Adresse steht nicht darin.',
	deleteApps: 'Apps behalten ihren Zugriff. Soll er enden, widerrufen Sie ihn zuerst.',
	deleted: 'Ihre Daten sind gelöscht, und Sie sind abgemeldet.',
	signedOut: 'Sie sind abgemeldet.',
	errorHeading: 'Das hat nicht geklappt',
	errorBack: 'Zu Ihren Apps',
	request: 'Anfrage'
};
