import { expect, test } from 'vitest'
import { startGraph } from './world.ts'

const token = 'local:senco;scp=Calendars.ReadWrite'
const meeting = {
  subject: 'Annual review A.K.',
  body: { contentType: 'text', content: 'Report by 23 Mar 2027.' },
  start: { dateTime: '2027-03-09T09:30:00', timeZone: 'GMT Standard Time' },
  end: { dateTime: '2027-03-09T11:00:00', timeZone: 'GMT Standard Time' },
  location: { displayName: 'Room 4' },
  sensitivity: 'private',
  transactionId: '01JCZ5Q4M8X2V7K3N9T6R1W0YB-1',
}
const started = async () => {
  const { graph, as } = await startGraph()
  return { graph, ask: as(token), as }
}

test('an event is made, read, changed and deleted in the person’s own calendar', async () => {
  const { ask, as } = await started()
  const made = await ask('POST', '/me/events', meeting)
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({
    subject: 'Annual review A.K.',
    sensitivity: 'private',
    showAs: 'busy',
    isOrganizer: true,
    attendees: [],
    start: { dateTime: '2027-03-09T09:30:00.0000000', timeZone: 'GMT Standard Time' },
    transactionId: meeting.transactionId,
  })
  const at = `/me/events/${encodeURIComponent(made.body.id)}`
  const moved = await ask('PATCH', at, { location: { displayName: 'Hall' } })
  expect(moved).toMatchObject({
    status: 200,
    body: { id: made.body.id, location: { displayName: 'Hall' }, subject: meeting.subject },
  })
  expect(moved.body['@odata.etag']).not.toBe(made.body['@odata.etag'])
  expect((await ask('GET', at)).body.location.displayName).toBe('Hall')
  // Nobody else has it in theirs.
  expect(await as('local:head;scp=Calendars.ReadWrite')('GET', at)).toMatchObject({
    status: 404,
    body: { error: { code: 'ErrorItemNotFound' } },
  })
  expect((await ask('DELETE', at)).status).toBe(204)
  expect((await ask('DELETE', at)).status).toBe(404)
})

test('a token without the scope is refused, whatever is asked', async () => {
  const { as } = await started()
  const ask = as('local:senco')
  for (const [method, path, body] of [
    ['POST', '/me/events', meeting],
    ['GET', '/me/events/x', undefined],
    ['PATCH', '/me/events/x', {}],
    ['DELETE', '/me/events/x', undefined],
  ] as const)
    expect(await ask(method, path, body)).toMatchObject({
      status: 403,
      body: { error: { code: 'ErrorAccessDenied' } },
    })
})

test('the same request again makes no second event; another under the same name is refused', async () => {
  const { graph, ask } = await started()
  const first = await ask('POST', '/me/events', meeting)
  const again = await ask('POST', '/me/events', meeting)
  expect([again.status, again.body.id]).toEqual([201, first.body.id])
  const other = await ask('POST', '/me/events', { ...meeting, subject: 'Something else' })
  expect(other).toMatchObject({
    status: 400,
    body: { error: { code: 'ErrorDuplicateTransactionId', '@event.existingEventId': first.body.id } },
  })
  expect(graph.admin.snapshot().filter((change) => 'put' in change && change.put === 'event')).toHaveLength(1)
})

test.each([
  ['no end', { ...meeting, end: undefined }],
  ['an end before its beginning', { ...meeting, end: { ...meeting.end, dateTime: '2027-03-09T09:00:00' } }],
  ['a day that is none', { ...meeting, start: { ...meeting.start, dateTime: '2027-02-30T09:00' } }],
  ['an unknown sensitivity', { ...meeting, sensitivity: 'secret' }],
  ['an attendee without an address', { ...meeting, attendees: [{ type: 'required' }] }],
  ['an all-day event from half past nine', { ...meeting, isAllDay: true }],
])('an event with %s is refused', async (_, body) => {
  const { ask } = await started()
  expect((await ask('POST', '/me/events', body)).status).toBe(400)
})

test('a view of the calendar shows what lies in it, and nobody else’s', async () => {
  const { ask, as } = await started()
  const made = await ask('POST', '/me/events', meeting)
  await as('local:head;scp=Calendars.ReadWrite')('POST', '/me/events', meeting)
  const view = (from: string, to: string) =>
    ask('GET', `/me/calendarView?startDateTime=${from}&endDateTime=${to}&$select=id,transactionId&$top=50`)
  const day = await view('2027-03-08T00:00:00Z', '2027-03-10T00:00:00Z')
  expect(day.body.value).toMatchObject([{ id: made.body.id, transactionId: meeting.transactionId }])
  expect(day.body.value[0]).not.toHaveProperty('subject')
  expect((await view('2027-03-10T00:00:00Z', '2027-03-12T00:00:00Z')).body.value).toEqual([])
  expect((await view('soon', 'later')).status).toBe(400)
})

test('what it doesn’t know of events it refuses rather than forgets', async () => {
  const { ask } = await started()
  expect((await ask('POST', '/me/events', { ...meeting, recurrence: {} })).status).toBe(501)
  expect((await ask('GET', '/me/events')).status).toBe(501)
})

test('events are kept with everything else', async () => {
  const { graph, ask } = await started()
  const made = await ask('POST', '/me/events', meeting)
  const { as } = await startGraph({ begin: graph.admin.snapshot() })
  expect((await as(token)('GET', `/me/events/${encodeURIComponent(made.body.id)}`)).status).toBe(200)
})
