import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { calendarFile } from '../../src/documents/calendarFile.ts'
import { initialsOf, type MeetingEvent } from '../../src/domain/rules/meetingEvent.ts'

const event = (more: Partial<MeetingEvent> = {}): MeetingEvent => ({
  key: '01JCZ5Q4M8X2V7K3N9T6R1W0YB',
  title: 'Annual review A.K.',
  day: '2027-03-09',
  begins: 570,
  minutes: 90,
  place: 'Room 4; upstairs, left',
  notes: 'Invitations and papers by 23 Feb 2027. Report by 23 Mar 2027. The authority decides by 6 Apr 2027.',
  changed: '2026-11-22T10:00:00Z',
  ...more,
})
const now = new Date('2026-11-22T12:00:00Z')
const textOf = (...events: MeetingEvent[]) => new TextDecoder().decode(calendarFile(events, now))

/** The file as another library reads it, with the zone that the file itself describes. */
const read = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone')!)
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const { uid, summary, location, description, sequence, startDate, endDate } = new ICAL.Event(component)
    for (const time of [startDate, endDate]) if (!time.isDate) time.zone = zone
    return {
      uid,
      summary,
      location,
      description,
      sequence,
      wholeDay: startDate.isDate,
      zone: component.getFirstProperty('dtstart')!.getParameter('tzid'),
      starts: startDate.isDate ? startDate.toString() : startDate.toJSDate().toISOString(),
      ends: endDate.isDate ? endDate.toString() : endDate.toJSDate().toISOString(),
      private: component.getFirstPropertyValue('class'),
    }
  })
}

test('another reader finds the meeting as it was written', () => {
  expect(read(textOf(event()))).toEqual([
    {
      uid: '01JCZ5Q4M8X2V7K3N9T6R1W0YB.review@goldthread',
      summary: 'Annual review A.K.',
      location: 'Room 4; upstairs, left',
      description: event().notes,
      sequence: 28_116_000,
      wholeDay: false,
      zone: 'Europe/London',
      starts: '2027-03-09T09:30:00.000Z',
      ends: '2027-03-09T11:00:00.000Z',
      private: 'PRIVATE',
    },
  ])
})

// Worked out by hand: clocks go forward on the last Sunday of March at 01:00, back on that of October.
test.each([
  ['2027-03-26', '2027-03-26T09:30:00.000Z'],
  ['2027-03-27', '2027-03-27T09:30:00.000Z'],
  ['2027-03-28', '2027-03-28T08:30:00.000Z'],
  ['2027-03-29', '2027-03-29T08:30:00.000Z'],
  ['2027-07-01', '2027-07-01T08:30:00.000Z'],
  ['2027-10-30', '2027-10-30T08:30:00.000Z'],
  ['2027-10-31', '2027-10-31T09:30:00.000Z'],
  ['2027-11-01', '2027-11-01T09:30:00.000Z'],
  ['2030-03-31', '2030-03-31T08:30:00.000Z'],
  ['2030-10-26', '2030-10-26T08:30:00.000Z'],
])('half past nine on %s is %s', (day, instant) => {
  expect(read(textOf(event({ day })))[0]).toMatchObject({ starts: instant })
})

test('the file is the same wherever the computer stands', () => {
  const here = textOf(event({ day: '2027-03-29' }))
  expect(here).toContain('DTSTART;VALUE=DATE-TIME;TZID=Europe/London:20270329T093000')
  expect(here).toContain('BEGIN:DAYLIGHT\r\nDTSTART:19960331T010000\r\n')
  expect(here).toContain('BEGIN:STANDARD\r\nDTSTART:19961027T020000\r\n')
})

test('a meeting without a time is an event of its day that keeps nobody busy', () => {
  const text = textOf(event({ begins: null }))
  expect(read(text)[0]).toMatchObject({ wholeDay: true, starts: '2027-03-09', ends: '2027-03-10' })
  expect(text).toContain('TRANSP:TRANSPARENT')
})

test('a review that was saved again comes later in sequence under the same name', () => {
  const [first] = read(textOf(event()))
  const [second] = read(textOf(event({ day: '2027-03-16', changed: '2026-11-22T10:00:05Z' })))
  expect(second!.uid).toBe(first!.uid)
  expect(second!.sequence).toBe(first!.sequence + 5)
})

test('no line is longer than the 75 bytes that the format allows, and every one ends as it says', () => {
  const text = textOf(event({ place: 'Ystafell Ŵy '.repeat(12).trim(), title: 'Phase transfer review Å.Ö.' }))
  const lines = text.split('\r\n')
  const bytes = new TextEncoder()
  expect(lines.filter((line) => bytes.encode(line).length > 75)).toEqual([])
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(read(text)[0]).toMatchObject({ location: 'Ystafell Ŵy '.repeat(12).trim() })
})

test('initials are of the name that the child goes by', () => {
  expect(initialsOf({ forename: 'Amira', preferredForename: null, surname: 'Khan' })).toBe('A.K.')
  expect(initialsOf({ forename: 'Robert', preferredForename: 'bobby', surname: 'O’Neill' })).toBe('B.O.')
})
