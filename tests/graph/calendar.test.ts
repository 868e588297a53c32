import { expect, test } from 'vitest'
import { createGraphEmulator } from '../../src/emulator/graph/index.ts'
import { localHost, localPersonas, localSites } from '../../src/emulator/graph/local.ts'
import type { MeetingEvent } from '../../src/domain/rules/meetingEvent.ts'
import { connect, type TokenOptions } from '../../src/graph/connect.ts'
import { Problem } from '../../src/domain/problem.ts'
import { oakfield } from './oakfield.ts'

const event: MeetingEvent = {
  key: '01JCZ5Q4M8X2V7K3N9T6R1W0YB',
  title: 'Annual review A.K.',
  day: '2027-03-29',
  begins: 570,
  minutes: 90,
  place: 'Room 4',
  notes: 'Report by 12 Apr 2027.',
  changed: null,
}
type Sent = { method: string; path: string; body: Record<string, unknown> | null; prefer: string | null }

const started = async (persona = 'senco', agrees = true) => {
  const emulator = await createGraphEmulator({ host: localHost, personas: localPersonas, sites: localSites })
  const sent: Sent[] = []
  const asked: (readonly string[] | undefined)[] = []
  const token = async (options?: TokenOptions) => {
    asked.push(options?.scopes)
    return emulator.admin.tokenFor(persona, false, agrees && options?.scopes ? ['Calendars.ReadWrite'] : [])
  }
  const send = async (request: Request) => {
    const text = await request.clone().text()
    sent.push({
      method: request.method,
      path: new URL(request.url).pathname,
      body: text ? JSON.parse(text) : null,
      prefer: request.headers.get('prefer'),
    })
    return emulator.handle(request)
  }
  const { calendar } = connect({ school: oakfield, token, send, sleep: async () => {} })
  const events = () =>
    emulator.admin
      .snapshot()
      .flatMap((change) => ('put' in change && change.put === 'event' ? [change.event] : []))
  return { emulator, calendar, sent, asked, events }
}

test('a meeting becomes a private event in British time, with initials, nobody invited, under its own scope', async () => {
  const { calendar, sent, asked, events } = await started()
  const id = await calendar.put(event, null)
  expect(asked).toEqual([['https://graph.microsoft.com/Calendars.ReadWrite']])
  expect(events()).toMatchObject([
    {
      id,
      owner: 'senco',
      properties: {
        subject: 'Annual review A.K.',
        sensitivity: 'private',
        showAs: 'busy',
        attendees: [],
        start: { dateTime: '2027-03-29T09:30:00.0000000', timeZone: 'GMT Standard Time' },
        end: { dateTime: '2027-03-29T11:00:00.0000000', timeZone: 'GMT Standard Time' },
        location: { displayName: 'Room 4' },
      },
    },
  ])
  expect(sent[0]).toMatchObject({ method: 'POST', path: '/v1.0/me/events', prefer: 'IdType="ImmutableId"' })
  expect(sent[0]!.body).not.toHaveProperty('attendees')
})

test('an answer that was lost does not leave two events', async () => {
  const { emulator, calendar, events } = await started()
  emulator.admin.fault({ method: 'POST', path: '/me/events', answer: 'lostAfter' })
  await expect(calendar.put(event, null)).rejects.toMatchObject({ trouble: { code: 'offline' } })
  const id = await calendar.put(event, null)
  expect(events().map((each) => each.id)).toEqual([id])
})

const duplicate = (status: number, more: Record<string, string> = {}) => ({
  status,
  body: { error: { code: 'ErrorDuplicateTransactionId', message: 'Already used.', ...more } },
})

test('an event that was made by a lost try and then moved in Outlook is taken and put right, none is made beside it', async () => {
  const { emulator, calendar, events, sent } = await started()
  emulator.admin.fault({ method: 'POST', path: '/me/events', answer: 'lostAfter' })
  await expect(calendar.put(event, null)).rejects.toMatchObject({ trouble: { code: 'offline' } })
  const [made] = events()
  // Graph names the event in its refusal.
  emulator.admin.fault({
    method: 'POST',
    path: '/me/events',
    answer: duplicate(400, { '@event.existingEventId': made!.id }),
  })
  expect(await calendar.put(event, null)).toBe(made!.id)
  expect(sent.map(({ method }) => method)).toEqual(['POST', 'POST', 'PATCH'])
  // It does not: then it is looked for around its day.
  for (const status of [400, 409]) {
    emulator.admin.fault({ method: 'POST', path: '/me/events', answer: duplicate(status) })
    expect(await calendar.put(event, null)).toBe(made!.id)
  }
  expect(sent.slice(3).map(({ method, path }) => `${method} ${path.slice(5)}`)).toEqual(
    [0, 1].flatMap(() => [
      'POST /me/events',
      'GET /me/calendarView',
      `PATCH /me/events/${encodeURIComponent(made!.id)}`,
    ]),
  )
  expect(events()).toHaveLength(1)
})

test('a name that Graph keeps for an event that is gone is not used again; any other conflict is told', async () => {
  const { emulator, calendar, events, sent } = await started()
  emulator.admin.fault({
    method: 'POST',
    path: '/me/events',
    answer: duplicate(409, { '@event.existingEventId': 'gone' }),
  })
  const id = await calendar.put(event, null)
  expect(events().map((each) => each.id)).toEqual([id])
  const names = sent.flatMap(({ method, body }) => (method === 'POST' ? [body!['transactionId']] : []))
  expect(new Set(names).size).toBe(2)
  emulator.admin.fault({
    method: 'POST',
    path: '/me/events',
    answer: { status: 409, body: { error: { code: 'ErrorIrresolvableConflict', message: 'Try again.' } } },
  })
  await expect(calendar.put({ ...event, begins: 660 }, null)).rejects.toMatchObject({
    trouble: { code: 'refused' },
  })
  expect(events()).toHaveLength(1)
})

test('what was taken out and put in again is asked for under another name, as Graph may still know the first', async () => {
  const { calendar, sent } = await started()
  await calendar.cancel(await calendar.put({ ...event, changed: '2026-11-20T09:00:00Z' }, null))
  await calendar.put({ ...event, changed: '2026-11-20T09:05:00Z' }, null)
  const [first, second] = sent.flatMap(({ method, body }) =>
    method === 'POST' ? [body!['transactionId']] : [],
  )
  expect(second).not.toBe(first)
})

test('a meeting that moved moves its event; one deleted in Outlook is made again', async () => {
  const { calendar, events, emulator } = await started()
  const id = await calendar.put(event, null)
  expect(await calendar.put({ ...event, day: '2027-04-06', begins: 840 }, id)).toBe(id)
  expect(events()[0]!.properties['start']).toMatchObject({ dateTime: '2027-04-06T14:00:00.0000000' })
  await calendar.cancel(id)
  expect(events()).toEqual([])
  await calendar.cancel(id)
  const again = await calendar.put(event, id)
  expect(again).not.toBe(id)
  expect(events()).toHaveLength(1)
  expect(emulator.admin.log().map(({ status }) => status)).toEqual([201, 200, 204, 404, 404, 201])
})

test('a meeting back at an earlier time is no request of before', async () => {
  const { calendar, events } = await started()
  const id = await calendar.put(event, null)
  await calendar.put({ ...event, begins: 660 }, id)
  await calendar.put(event, id)
  expect(events()).toMatchObject([{ id, properties: { start: { dateTime: '2027-03-29T09:30:00.0000000' } } }])
})

test('a meeting without a time is an event of the day that keeps nobody busy', async () => {
  const { calendar, events } = await started()
  await calendar.put({ ...event, begins: null }, null)
  expect(events()[0]!.properties).toMatchObject({
    isAllDay: true,
    showAs: 'free',
    end: { dateTime: '2027-03-30T00:00:00.0000000' },
  })
})

test('only who is named is invited, and a later change leaves them invited', async () => {
  const { calendar, events } = await started()
  const id = await calendar.put(event, null, [{ name: 'Dana Swope', email: 'dana@council.example' }])
  await calendar.put({ ...event, place: 'Hall' }, id)
  expect(events()[0]!.properties).toMatchObject({
    location: { displayName: 'Hall' },
    attendees: [{ emailAddress: { name: 'Dana Swope', address: 'dana@council.example' } }],
  })
})

test('a refused consent is a Problem of access to the calendar, and nothing was written', async () => {
  const { calendar, events } = await started('senco', false)
  const thrown = await calendar.put(event, null).catch((problem: unknown) => problem)
  expect(thrown).toBeInstanceOf(Problem)
  expect((thrown as Problem).trouble).toEqual({ code: 'noAccess', to: 'Outlook calendar' })
  expect(events()).toEqual([])
})
