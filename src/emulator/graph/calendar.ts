import { context, type Call, type Reply } from './call.ts'
import { isObject, type Json, type JsonObject } from './json.ts'
import { allowOnly, selected } from './query.ts'
import { readBody } from './readBody.ts'
import { notEmulated, Refusal } from './refusal.ts'
import type { CalendarEvent } from './world.ts'

/** The calendar of each person's own mailbox. Its routes need a token with Calendars.ReadWrite: `;scp=Calendars.ReadWrite`. */

const zones: readonly string[] = ['UTC', 'GMT Standard Time']
const sensitivities: readonly string[] = ['normal', 'personal', 'private', 'confidential']
const showings: readonly string[] = ['free', 'tentative', 'busy', 'oof', 'workingElsewhere', 'unknown']

const bad = (code: string, message: string) => new Refusal(400, code, message)

const mustHaveScope = ({ headers }: Call) => {
  const marks = (headers.get('authorization') ?? '').split(';')
  if (!marks.includes('scp=Calendars.ReadWrite'))
    throw new Refusal(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.')
}

const textIn = (value: Json | undefined, what: string): string => {
  if (typeof value !== 'string')
    throw bad('RequestBodyRead', `Cannot convert the value of '${what}' to Edm.String.`)
  return value
}
const flagIn = (value: Json | undefined, what: string): boolean => {
  if (typeof value !== 'boolean')
    throw bad('RequestBodyRead', `Cannot convert the value of '${what}' to Edm.Boolean.`)
  return value
}
const oneOf = (value: Json | undefined, what: string, all: readonly string[]): string => {
  const text = textIn(value, what)
  if (!all.includes(text))
    throw bad('RequestBodyRead', `Requested value '${text}' of '${what}' was not found.`)
  return text
}

const momentIn = (value: Json | undefined, what: string): JsonObject => {
  if (!isObject(value)) throw bad('RequestBodyRead', `'${what}' is no dateTimeTimeZone.`)
  const dateTime = textIn(value['dateTime'], `${what}/dateTime`)
  const timeZone = textIn(value['timeZone'], `${what}/timeZone`)
  const parsed = Date.parse(`${dateTime}Z`)
  const real = !Number.isNaN(parsed) && new Date(parsed).toISOString().startsWith(dateTime.slice(0, 16))
  if (!real || !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,7})?)?$/.test(dateTime))
    throw bad('ErrorInvalidRequest', `The value '${dateTime}' is not a valid date and time.`)
  if (!zones.includes(timeZone)) throw notEmulated(`the time zone ${timeZone}`)
  return { dateTime: `${new Date(parsed).toISOString().slice(0, 19)}.0000000`, timeZone }
}

const attendeesIn = (value: Json | undefined): Json => {
  if (!Array.isArray(value)) throw bad('RequestBodyRead', "'attendees' is no collection.")
  return value.map((each) => {
    const address = isObject(each) ? each['emailAddress'] : undefined
    if (!isObject(each) || !isObject(address))
      throw bad('RequestBodyRead', 'An attendee has no emailAddress.')
    const mail = textIn(address['address'], 'emailAddress/address')
    if (!mail.includes('@')) throw bad('ErrorInvalidRecipients', 'At least one recipient is not valid.')
    return {
      type: oneOf(each['type'] ?? 'required', 'type', ['required', 'optional', 'resource']),
      status: { response: 'none', time: '0001-01-01T00:00:00Z' },
      emailAddress: { name: textIn(address['name'] ?? mail, 'emailAddress/name'), address: mail },
    }
  })
}

const bodyIn = (value: Json | undefined): JsonObject => {
  if (!isObject(value)) throw bad('RequestBodyRead', "'body' is no itemBody.")
  return {
    contentType: oneOf(value['contentType'] ?? 'text', 'body/contentType', ['text', 'html']),
    content: textIn(value['content'], 'body/content'),
  }
}

const locationIn = (value: Json | undefined): JsonObject => {
  if (!isObject(value)) throw bad('RequestBodyRead', "'location' is no location.")
  const displayName = textIn(value['displayName'] ?? '', 'location/displayName')
  return { displayName, locationType: 'default', uniqueId: displayName, uniqueIdType: 'private' }
}

/** Each property that a request may write, and what becomes of it. */
const writable: Readonly<Record<string, (value: Json) => Json>> = {
  subject: (value) => textIn(value, 'subject'),
  body: bodyIn,
  start: (value) => momentIn(value, 'start'),
  end: (value) => momentIn(value, 'end'),
  location: locationIn,
  attendees: attendeesIn,
  sensitivity: (value) => oneOf(value, 'sensitivity', sensitivities),
  showAs: (value) => oneOf(value, 'showAs', showings),
  isAllDay: (value) => flagIn(value, 'isAllDay'),
  isReminderOn: (value) => flagIn(value, 'isReminderOn'),
  responseRequested: (value) => flagIn(value, 'responseRequested'),
  transactionId: (value) => textIn(value, 'transactionId'),
}

const propertiesIn = (body: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) => {
      const read = writable[name]
      if (!read) throw notEmulated(`the property ${name} of an event`)
      return [name, read(value)]
    }),
  )

const usual: JsonObject = {
  body: { contentType: 'text', content: '' },
  location: { displayName: '', locationType: 'default', uniqueIdType: 'unknown' },
  attendees: [],
  sensitivity: 'normal',
  showAs: 'busy',
  isAllDay: false,
  isReminderOn: true,
  responseRequested: true,
  transactionId: null,
}

const instantOf = (moment: Json | undefined) =>
  Date.parse(`${String((moment as JsonObject)['dateTime']).slice(0, 19)}Z`)
const mustBeInOrder = ({ start, end, isAllDay }: JsonObject) => {
  if (instantOf(end) < instantOf(start))
    throw bad(
      'ErrorPropertyValidationFailure',
      'At least one property failed validation. The event ends before it begins.',
    )
  const midnight = (moment: Json | undefined) =>
    String((moment as JsonObject)['dateTime']).slice(11, 16) === '00:00'
  if (isAllDay === true && (!midnight(start) || !midnight(end) || instantOf(end) === instantOf(start)))
    throw bad(
      'ErrorPropertyValidationFailure',
      'An all-day event lasts from midnight to midnight, a day at least.',
    )
}

const shown = (call: Call, event: CalendarEvent): JsonObject => ({
  '@odata.context': context(`users('${call.persona.user.id}')/events/$entity`),
  '@odata.etag': `W/"${event.changeKey}"`,
  id: event.id,
  createdDateTime: event.created,
  lastModifiedDateTime: event.modified,
  changeKey: event.changeKey,
  iCalUId: event.uid,
  isCancelled: false,
  isOrganizer: true,
  type: 'singleInstance',
  webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(event.id)}&exvsurl=1&path=/calendar/item`,
  organizer: { emailAddress: { name: call.persona.user.displayName, address: call.persona.user.mail } },
  ...event.properties,
})

const eventIn = (call: Call): CalendarEvent => {
  const event = call.graph.world.events.get(call.params['event'] ?? '')
  if (!event || event.owner !== call.persona.id)
    throw new Refusal(404, 'ErrorItemNotFound', 'The specified object was not found in the store.')
  return event
}

const same = (one: JsonObject, other: JsonObject) => JSON.stringify(one) === JSON.stringify(other)

/**
 * POST /me/events. A request with the transactionId of an event that was made before makes no second: the same again
 * is answered with the first (201, as people who work for Microsoft tell), another is refused, with the first one's id.
 * Microsoft documents neither; clients in the wild meet the refusal as a 400.
 */
export const makeEvent = async (call: Call): Promise<Reply> => {
  mustHaveScope(call)
  allowOnly(call.query)
  const asked = propertiesIn(readBody(call))
  const properties = { ...usual, ...asked }
  if (!asked['start'] || !asked['end'])
    throw bad(
      'ErrorPropertyValidationFailure',
      'At least one property failed validation: start and end are needed.',
    )
  mustBeInOrder(properties)
  const { transactionId } = asked
  const before = [...call.graph.world.events.values()].find(
    ({ owner, properties: { transactionId: known } }) =>
      owner === call.persona.id && transactionId !== undefined && known === transactionId,
  )
  if (before && !same(before.made, asked))
    throw new Refusal(
      400,
      'ErrorDuplicateTransactionId',
      "Your request can't be completed. The TransactionId specified in the request has already been used to create a different event.",
      { beside: { '@event.existingEventId': before.id } },
    )
  if (before) return { status: 201, body: shown(call, before) }
  const now = call.graph.now().toISOString()
  const guid = () => call.graph.newGuid().replaceAll('-', '')
  const event: CalendarEvent = {
    id: `AAkALgAA${guid()}${guid()}${guid()}==`,
    owner: call.persona.id,
    uid: `040000008200E00074C5B7101A82E008${guid().toUpperCase()}`,
    changeKey: guid(),
    created: now,
    modified: now,
    made: asked,
    properties,
  }
  await call.graph.commit([{ put: 'event', event }])
  return { status: 201, body: shown(call, event) }
}

/** GET /me/events/{id}. */
export const oneEvent = (call: Call): Reply => {
  mustHaveScope(call)
  allowOnly(call.query)
  return { status: 200, body: shown(call, eventIn(call)) }
}

const instantIn = (value: string | undefined, what: string): number => {
  const at = Date.parse(/Z|[+-]\d\d:\d\d$/.test(value ?? '') ? (value ?? '') : `${value}Z`)
  if (Number.isNaN(at)) throw bad('ErrorInvalidParameter', `The value of the parameter '${what}' is invalid.`)
  return at
}

/** GET /me/calendarView: what lies between two instants, in order. `$select` and `$top` only; no next page. */
export const calendarView = (call: Call): Reply => {
  mustHaveScope(call)
  allowOnly(call.query, 'startDateTime', 'endDateTime', '$select', '$top')
  const from = instantIn(call.query.get('startDateTime'), 'startDateTime')
  const to = instantIn(call.query.get('endDateTime'), 'endDateTime')
  const top = Number(call.query.get('$top') ?? 10)
  const wanted = selected(call.query)
  const own = [...call.graph.world.events.values()]
    .filter(({ owner, properties: { start, end } }) => {
      const inside = instantOf(start) < to && instantOf(end) > from
      return owner === call.persona.id && inside
    })
    .toSorted((a, b) => instantOf(a.properties['start']) - instantOf(b.properties['start']))
  if (own.length > top) throw notEmulated('a second page of a calendar view')
  const value = own.map((event) => {
    const { '@odata.context': _, ...all } = shown(call, event)
    if (!wanted) return all
    return Object.fromEntries(
      Object.entries(all).filter(([name]) => name === '@odata.etag' || wanted.includes(name)),
    )
  })
  return {
    status: 200,
    body: { '@odata.context': context(`users('${call.persona.user.id}')/calendarView`), value },
  }
}

/** PATCH /me/events/{id}. A transactionId is for making only. */
export const changeEvent = async (call: Call): Promise<Reply> => {
  mustHaveScope(call)
  allowOnly(call.query)
  const event = eventIn(call)
  const changes = propertiesIn(readBody(call))
  if ('transactionId' in changes)
    throw bad('ErrorInvalidRequest', 'The property transactionId can only be set when an event is made.')
  const changed: CalendarEvent = {
    ...event,
    changeKey: call.graph.newGuid().replaceAll('-', ''),
    modified: call.graph.now().toISOString(),
    properties: { ...event.properties, ...changes },
  }
  mustBeInOrder(changed.properties)
  await call.graph.commit([{ put: 'event', event: changed }])
  return { status: 200, body: shown(call, changed) }
}

/** DELETE /me/events/{id}. Attendees would hear that it is cancelled. */
export const dropEvent = async (call: Call): Promise<Reply> => {
  mustHaveScope(call)
  await call.graph.commit([{ drop: 'event', id: eventIn(call).id }])
  return { status: 204 }
}
