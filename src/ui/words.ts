import { inLocale } from '../words/locale.ts'
import { t } from '../words/t.ts'
import type { ProblemCode, Trouble, TroubleOf } from '../domain/problem.ts'
import { documentWords } from './documentWords.ts'
import { type NamedSchool, noAccessWords } from './noAccessWords.ts'

/** A sentence about what happened, and one about what to do. */
export type Words = { readonly title: string; readonly todo: string }

const clock = inLocale(
  (locale) =>
    new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' }),
)

/** `09:14`, in England. */
export const clockTime = (instant: Date): string => clock().format(instant)

/** When a wait ends, seen from when it began: less than a minute is not told by the clock, which would read as now. */
export const soonOrAt = (instant: Date, now = new Date()): string =>
  instant.getTime() - now.getTime() < 60_000 ? t`in a moment` : t`at ${clockTime(instant)}`

const toSetUp = t`Whoever looks after Microsoft 365 at your school can put that right under School, Lists in SharePoint.`

/** `Pupils` is a list, `Pupils: Class, Year` columns of one. */
const notMade = (missing: string): Words => {
  const [list, columns] = missing.split(/: (.*)/)
  if (columns) {
    const many = columns.includes(', ')
    return {
      title: t`The list “${list ?? ''}” lacks ${many ? 'columns' : t`a column`} that Goldthread needs`,
      todo: t`Missing or changed: ${columns}. After a new version lists have to be brought up to date; or somebody changed the list in SharePoint. ${toSetUp} What doesn’t need ${many ? 'them' : 'it'} works as before.`,
    }
  }
  return {
    title: t`This school isn’t set up yet, or not fully`,
    todo: t`“${missing}” isn’t there. ${toSetUp} What doesn’t need it works as before.`,
  }
}

const words: { [C in ProblemCode]: (trouble: TroubleOf<C>, school?: NamedSchool) => Words } = {
  signedOut: () => ({
    title: t`You are signed out`,
    todo: t`Sign in again to go on. Nothing that you typed is lost.`,
  }),
  noAccess: noAccessWords,
  notSetUp: ({ missing }) =>
    missing.startsWith('site for ')
      ? {
          title: t`This school has no ${missing} yet`,
          todo: t`Whoever looks after Microsoft 365 at your school makes the site and names it in the settings of this app (config.json). Everything else works without it.`,
        }
      : notMade(missing),
  newer: ({ list }) => ({
    title: t`A newer version of Goldthread has been set up for your school`,
    todo: t`This page is still the old version and can’t add to “${list}”. Load the page anew; copy what you have typed here first. What was stored is safe.`,
  }),
  gone: () => ({
    title: t`This record isn’t here any more`,
    todo: t`It may have been archived, or the link may be old. Look for it in the register.`,
  }),
  changed: () => ({
    title: t`Someone else changed this while you had it open`,
    todo: t`Look at both versions and choose which to keep.`,
  }),
  refused: ({ why }) => ({ title: t`SharePoint didn’t take this`, todo: why }),
  busy: ({ until }) => ({
    title: t`SharePoint is busy`,
    todo: until
      ? t`It asked us to wait until ${clockTime(new Date(until))}. Try again then.`
      : t`It asked us to wait. Try again in a minute.`,
  }),
  offline: () => ({
    title: t`You are offline`,
    todo: t`Check the connection. We go on as soon as it is back.`,
  }),
  document: documentWords,
  unsupported: ({ what }) => ({
    title: t`This can’t be done here`,
    todo: t`${what} isn’t there on this device or in this version.`,
  }),
  unexpected: ({ requestId }) => ({
    title: t`Microsoft 365 gave an answer that we didn’t expect`,
    todo: requestId
      ? `Try again. If it happens again, give this number to your IT support: ${requestId}.`
      : t`Try again. If it happens again, tell your IT support what you were doing.`,
  }),
}

/** What a person is told about any trouble, in this school: never a technical word, never a pupil's value. */
export const wordsOf = (trouble: Trouble, school?: NamedSchool): Words =>
  (words[trouble.code] as (t: Trouble, school?: NamedSchool) => Words)(trouble, school)

const notSaved: { [C in ProblemCode]?: string } = {
  signedOut: t`you are signed out`,
  noAccess: t`you may read this but not change it`,
  gone: t`this record isn’t in the list any more`,
  changed: t`someone else changed this meanwhile`,
  newer: t`a newer version of Goldthread has been set up`,
  notSetUp: t`the list in SharePoint is not up to date`,
  busy: t`SharePoint is busy`,
  offline: t`you are offline`,
}
/** Why a field is not saved, as the end of a sentence. */
export const whyNotSaved = (trouble: Trouble): string =>
  notSaved[trouble.code] ?? t`we couldn’t save to SharePoint`
