import { generateIcsCalendar, type IcsDateObject, type IcsEvent, type IcsTimezone } from 'ts-ics'
import { addDays, type Day } from '../domain/rules/day.ts'
import type { Minutes } from '../domain/rules/clockTime.ts'
import type { MeetingEvent } from '../domain/rules/meetingEvent.ts'

export const calendarType = 'text/calendar;charset=utf-8'
const zone = 'Europe/London'

const lastSunday = (month: number) => ({
  frequency: 'YEARLY' as const,
  byMonth: [month],
  byDay: [{ day: 'SU' as const, occurrence: -1 }],
})

/** British time as it has been since 1996. The library writes these starts in the time that they lead to. */
const london: IcsTimezone = {
  id: zone,
  props: [
    {
      type: 'DAYLIGHT',
      start: new Date('1996-03-31T00:00:00Z'),
      offsetFrom: '+0000',
      offsetTo: '+0100',
      name: 'BST',
      recurrenceRule: lastSunday(2),
    },
    {
      type: 'STANDARD',
      start: new Date('1996-10-27T02:00:00Z'),
      offsetFrom: '+0100',
      offsetTo: '+0000',
      name: 'GMT',
      recurrenceRule: lastSunday(9),
    },
  ],
}

const inLondon = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' })
const summerTime = (instant: Date) => inLondon.format(instant).includes('+01:00')

/** Clocks on the wall in England. The offset is needed by the library's types; only the wall's time is written. */
const wallTime = (day: Day, minutes: Minutes): IcsDateObject => {
  const wall = new Date(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000)
  const earlier = new Date(wall.getTime() - 3_600_000)
  const summer = summerTime(earlier)
  return {
    date: summer ? earlier : wall,
    type: 'DATE-TIME',
    local: { date: wall, timezone: zone, tzoffset: summer ? '+0100' : '+0000' },
  }
}
const wholeDay = (day: Day): IcsDateObject => ({ date: new Date(`${day}T00:00:00Z`), type: 'DATE' })

/** Rises whenever the review is saved, so that a calendar takes the newer of two files: seconds since 2026. */
const sequenceOf = ({ changed }: MeetingEvent): number =>
  changed === null ? 0 : Math.max(0, Math.floor((Date.parse(changed) - Date.UTC(2026, 0, 1)) / 1000))

const eventOf = (event: MeetingEvent, now: Date): IcsEvent => ({
  uid: `${event.key}.review@goldthread`,
  stamp: { date: now },
  ...(event.changed ? { lastModified: { date: new Date(event.changed) } } : {}),
  sequence: sequenceOf(event),
  summary: event.title,
  description: event.notes,
  ...(event.place ? { location: event.place } : {}),
  class: 'PRIVATE',
  ...(event.begins === null
    ? { start: wholeDay(event.day), end: wholeDay(addDays(event.day, 1)), timeTransparent: 'TRANSPARENT' }
    : {
        start: wallTime(event.day, event.begins),
        end: wallTime(event.day, event.begins + event.minutes),
        timeTransparent: 'OPAQUE',
      }),
})

const bytesOf = new TextEncoder()
const longest = 75

/** The library folds by characters; the format counts bytes, and strict readers hold to it. */
const foldedByBytes = (text: string): string =>
  text
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .map((line) => {
      const parts: string[] = ['']
      let length = 0
      for (const letter of line) {
        const size = bytesOf.encode(letter).length
        if (length + size > longest) {
          parts.push(' ')
          length = 1
        }
        parts[parts.length - 1] += letter
        length += size
      }
      return parts.join('\r\n')
    })
    .join('\r\n')

/** Meetings as an iCalendar file (RFC 5545) that Outlook and others take: the same review has the same UID each time. */
export const calendarFile = (events: readonly MeetingEvent[], now: Date): Uint8Array =>
  bytesOf.encode(
    foldedByBytes(
      generateIcsCalendar({
        prodId: '-//Goldthread//SEND reviews//EN',
        version: '2.0',
        method: 'PUBLISH',
        name: 'Annual reviews',
        timezones: [london],
        events: events.map((event) => eventOf(event, now)),
      }),
    ),
  )
