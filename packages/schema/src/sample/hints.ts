import { choose, type Place } from './place.ts';

type Hint<T> = readonly [words: RegExp, values: readonly T[]];

/** What texts of such a name usually look like; the first that fits counts. */
const TEXTS: readonly Hint<string>[] = [
  [/\bcurrency( code)?$/, ['EUR', 'USD', 'GBP', 'SEK']],
  [/\b(country|nationality)( code)?$/, ['PT', 'DE', 'FR', 'NL']],
  [/\b(locale|language|lang)( code)?$/, ['en', 'pt', 'de', 'fr']],
  [/\b(sku|article number|product (code|number))$/, ['SKU-1001', 'SKU-1002', 'SKU-1003', 'SKU-1004']],
  [/\be ?mail( address)?$/, ['alex@example.com', 'info@example.com', 'orders@example.com']],
  [/\b(phone|mobile|telephone|fax)( number)?$/, ['+351 210 000 000', '+49 30 000000', '+33 1 00 00 00 00']],
  [/\b(city|town)$/, ['Lisbon', 'Hamburg', 'Marseille', 'Rotterdam']],
  [/\b(street|address)( name| line( ?\d)?)?$/, ['12 Harbour Street', '3 Market Square', '45 Station Road']],
  [/\b(zip|post(al)?)( ?code)?$/, ['1100-038', '20457', '13002']],
  [
    /\b(url|uri|link|href|endpoint|website|callback)$/,
    ['https://example.com/', 'https://example.com/orders', 'https://example.org/'],
  ],
  [/\b(time ?zone|tz)$/, ['Europe/Lisbon', 'Europe/Berlin', 'UTC']],
  [
    /\b(created|updated|occurred|changed|sent|received|deleted|started|ended|ordered|shipped|paid|measured)( ?(at|on|time))?$/,
    ['2026-03-14T09:26:53Z', '2026-03-15T17:05:12Z', '2026-03-16T06:40:00Z'],
  ],
  [/\b(timestamp|date ?time|at)$/, ['2026-03-14T09:26:53Z', '2026-03-15T17:05:12Z', '2026-03-16T06:40:00Z']],
  [/\b(date|day|birthday)$/, ['2026-03-14', '2026-03-15', '2026-03-16']],
  [/\btime$/, ['09:26:53Z', '17:05:12Z', '06:40:00Z']],
  [/\b(ip|ip address)$/, ['192.0.2.10', '192.0.2.11', '192.0.2.12']],
  [/\b(host|hostname|domain)$/, ['example.com', 'api.example.com', 'example.org']],
  [/\bversion$/, ['1.0.0', '1.1.0', '2.0.0']],
  [/\b(colou?r)$/, ['blue', 'green', 'red']],
  [/\bunit$/, ['piece', 'kg', 'litre']],
  [/\b(status|state)$/, ['active', 'pending', 'closed']],
  [/\b(type|kind|category)$/, ['standard', 'express', 'other']],
  [/\b(first|given) name$/, ['Alex', 'Robin', 'Sam']],
  [/\b(last|family) name|surname$/, ['Example', 'Sample', 'Specimen']],
  [
    /\b(description|notes?|comments?|text|message|reason|summary|details?)$/,
    ['A short text', 'Another short text', 'Some more text'],
  ],
  [/\b(title|subject|label)$/, ['A title', 'Another title', 'A third title']],
  [/\b(company|organi[sz]ation)( name)?$/, ['Example Ltd', 'Sample GmbH', 'Specimen SA']],
];

/** Names that end like this hold an identifier: `orderId` is `order-1001`. */
const IDENTIFIER = /^(?:(.*) )?(?:id|ref|reference|key|number|no|code|identifier)$/;

const NUMBERS: readonly Hint<number>[] = [
  [/\b(price|amount|total|sub ?total|cost|fee|value|balance|tax|sum)$/, [19.5, 49, 7.25, 120]],
  [/\b(quantity|qty|count|stock|pieces|remaining)$/, [2, 1, 5, 12]],
  [/\b(temperature|temp|celsius)$/, [21.5, 19, 24.25]],
  [/\b(humidity|moisture|percent(age)?|level|battery)$/, [42, 61, 87]],
  [/\b(latitude|lat)$/, [38.75, 53.5, 43.25]],
  [/\b(longitude|lon|lng)$/, [-9.25, 10, 5.375]],
  [/\b(weight|height|width|length|depth|distance)$/, [1.5, 12, 0.75]],
  [/\b(lumens|lux)$/, [800, 450, 1200]],
  [/\b(rate|ratio|factor|confidence|probability)$/, [0.5, 0.25, 0.75]],
  [/\bage$/, [34, 51, 27]],
  [/\byear$/, [2026, 2025, 2024]],
  [/\bmonth$/, [3, 6, 11]],
  [/\bday$/, [14, 15, 16]],
  [/\bport$/, [8080, 1883, 9092]],
  [/\bversion|revision|sequence|attempts?|retries$/, [1, 2, 3]],
  [/\b(timestamp|time|at|epoch|millis|ms)$/, [1773480413000, 1773594312000, 1773643200000]],
  [/\b(id|number|no)$/, [1001, 1002, 1003]],
];

/** Texts that somebody would expect under such a name, most likely first. */
export function textsFor(place: Place): readonly string[] {
  const found = valuesFor(TEXTS, place);
  if (found !== undefined) return [found];
  const subject = IDENTIFIER.exec(place.words);
  const number = 1001 + place.turn;
  if (subject) return subject[1] ? [`${subject[1].replaceAll(' ', '-')}-${number}`, `${number}`] : [`${number}`];
  const name = /^(?:(.*) )?name$/.exec(place.words);
  const noun = (name ? name[1] : place.words) || 'example';
  const text = noun === 'example' ? 'Example' : name ? `Example ${noun}` : noun;
  return [place.turn === 0 ? text : `${text} ${place.turn + 1}`];
}

/** Numbers that somebody would expect under such a name. */
export function numbersFor(place: Place): readonly number[] {
  const found = valuesFor(NUMBERS, place);
  return found === undefined ? [] : [found];
}

function valuesFor<T>(hints: readonly Hint<T>[], place: Place): T | undefined {
  const values = hints.find(([words]) => words.test(place.words))?.[1];
  return values && place.turn < values.length ? choose(values, place) : undefined;
}
