import { Problem } from '../domain/problem.ts'
import { addDays, type Day } from '../domain/rules/day.ts'
import { type Minutes, showTime } from '../domain/rules/clockTime.ts'
import type { MeetingEvent } from '../domain/rules/meetingEvent.ts'
import type { Asking } from './asking.ts'
import type { Graph } from './client.ts'
import { refusalOf } from './problem.ts'

/** Asked for when somebody first wants a meeting in Outlook: nothing else needs a calendar. */
export const calendarScopes: readonly string[] = ['https://graph.microsoft.com/Calendars.ReadWrite']

/** Somebody who is to get Outlook's invitation. */
export type Invitee = { readonly name: string; readonly email: string }

/** The calendar of the signed-in person's own mailbox. Everything that fails is a Problem. */
export type Calendar = {
  /**
   * Makes a meeting's event, or brings `known` up to date; one that was deleted in Outlook is made again. Resolves with
   * its id. The same asking twice makes one event. Without `invite` nobody is invited and whoever was stays so.
   */
  put(event: MeetingEvent, known: string | null, invite?: readonly Invitee[]): Promise<string>
  /** Takes the event away, and cancels it for whoever was invited; gone already is no Problem. */
  cancel(id: string): Promise<void>
}

// The Windows name of British time: Graph takes it for every mailbox, IANA names only for some.
const timeZone = 'GMT Standard Time'
const moment = (day: Day, minutes: Minutes) => ({
  dateTime: `${addDays(day, Math.floor(minutes / 1440))}T${showTime(minutes % 1440)}:00`,
  timeZone,
})

const bodyOf = (event: MeetingEvent, invite: readonly Invitee[] | undefined) => ({
  subject: event.title,
  body: { contentType: 'text', content: event.notes },
  ...(event.begins === null
    ? { isAllDay: true, start: moment(event.day, 0), end: moment(addDays(event.day, 1), 0), showAs: 'free' }
    : {
        isAllDay: false,
        start: moment(event.day, event.begins),
        end: moment(event.day, event.begins + event.minutes),
        showAs: 'busy',
      }),
  location: { displayName: event.place ?? '' },
  // Colleagues with whom the calendar is shared see that the time is taken, and no more.
  sensitivity: 'private',
  ...(invite
    ? {
        attendees: invite.map(({ name, email }) => ({
          type: 'required',
          emailAddress: { name, address: email },
        })),
      }
    : {}),
})

/**
 * Names a request, so that Graph makes no second event when it is tried again; the same name with other content is
 * refused by Graph, so the content is part of it. So is `since`: what tells this asking from one before, such as an
 * event that is gone or was taken out again, which Graph may still know by its name.
 */
const transactionOf = (key: string, body: object, since: readonly (string | null)[]): string => {
  let hash = 0x811c9dc5
  for (const letter of JSON.stringify([body, ...since])) {
    hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0
  }
  return `${key}-${hash.toString(16).padStart(8, '0')}`
}

export const calendarOf = (graph: Graph): Calendar => {
  const ask = (asking: Pick<Asking, 'method' | 'path' | 'body'>) =>
    graph.ask({
      ...asking,
      about: { kind: 'person', name: 'Outlook calendar' },
      // Ids stay the same when the person moves an event to another calendar.
      headers: { Prefer: 'IdType="ImmutableId"' },
      scopes: calendarScopes,
    })
  const idIn = (body: unknown): string => {
    const id = (body as { id?: unknown } | null)?.id
    if (typeof id === 'string' && id !== '') return id
    throw new Problem({ code: 'unexpected' }, 'Graph did not say which event it made')
  }
  const at = (id: string) => `/me/events/${encodeURIComponent(id)}`
  /** Brings an event up to date; null where it is gone. */
  const change = async (id: string, body: object): Promise<string | null> => {
    try {
      return idIn((await ask({ method: 'PATCH', path: at(id), body })).body)
    } catch (thrown) {
      if (isGone(thrown)) return null
      throw thrown
    }
  }
  const make = async (body: object, transactionId: string): Promise<string> =>
    idIn((await ask({ method: 'POST', path: '/me/events', body: { ...body, transactionId } })).body)
  /** The event with this name around a day, for where Graph says that there is one and not which. */
  const named = async (transactionId: string, day: Day): Promise<string | null> => {
    const query = new URLSearchParams({
      startDateTime: `${addDays(day, -1)}T00:00:00Z`,
      endDateTime: `${addDays(day, 2)}T00:00:00Z`,
      $select: 'id,transactionId',
      $top: '100',
    })
    const { body } = await ask({ path: `/me/calendarView?${query}` })
    const rows = (body as { value?: unknown } | null)?.value
    const found = (Array.isArray(rows) ? rows : []).find(
      (row: { transactionId?: unknown } | null) => row?.transactionId === transactionId,
    )
    return found ? idIn(found) : null
  }
  return {
    put: async (event, known, invite) => {
      const body = bodyOf(event, invite)
      const changed = known === null ? null : await change(known, body)
      if (changed !== null) return changed
      const since = [known, event.changed]
      const transactionId = transactionOf(event.key, body, since)
      try {
        return await make(body, transactionId)
      } catch (thrown) {
        // Made by an earlier try whose answer was lost, then changed in Outlook: it is the one that is wanted.
        const refused = refusalOf(thrown)
        const taken = refused?.code === 'ErrorDuplicateTransactionId'
        if (!taken && refused?.status !== 409) throw thrown
        const id = refused.event ?? (await named(transactionId, event.day))
        const its = id === null ? null : await change(id, body)
        if (its !== null) return its
        if (!taken) throw thrown
        return make(body, transactionOf(event.key, body, [...since, transactionId]))
      }
    },
    cancel: async (id) => {
      try {
        await ask({ method: 'DELETE', path: at(id) })
      } catch (thrown) {
        if (!isGone(thrown)) throw thrown
      }
    },
  }
}

const isGone = (thrown: unknown) => refusalOf(thrown)?.status === 404
