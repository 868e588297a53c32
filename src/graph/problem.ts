import { GraphError } from '@microsoft/microsoft-graph-client'
import { Problem, type Trouble } from '../domain/problem.ts'
import { askedWait, refusalIn, type Answer, type Refusal } from './answer.ts'
import type { Asking, Subject } from './asking.ts'
import { isBusy } from './patience.ts'

type Asked = Pick<Asking, 'about' | 'method'>

/** The Problem that an answer of 400 or more stands for. Its cause is a Refusal: codes, and no record's value. */
export const problemOf = (answer: Answer, asked: Asked, now: Date): Problem => {
  const refusal = refusalIn(answer)
  const trouble = isBusy(answer.status) ? busy(answer.headers, now) : troubleIn(refusal, asked)
  const said = [answer.status, refusal.code, refusal.innerCode].filter(Boolean).join(' ')
  return new Problem(trouble, `Graph answered ${said} for ${asked.about.kind} ${asked.about.name}`, refusal)
}

const busy = (headers: Headers, now: Date): Trouble => {
  const wait = askedWait(headers, now)
  return wait === null
    ? { code: 'busy' }
    : { code: 'busy', until: new Date(now.getTime() + wait).toISOString() }
}

const troubleIn = (refusal: Refusal, { about, method = 'GET' }: Asked): Trouble => {
  const { status, code, innerCode, requestId, duplicate, column } = refusal
  if (duplicate) return { code: 'refused', why: 'There is already one with the same key' }
  if (column) return { code: 'notSetUp', missing: `${about.name}: ${column}` }
  if (status === 401) return { code: 'signedOut' }
  if (status === 403) return { code: 'noAccess', to: about.name }
  if (status === 404) return missing(about)
  if (status === 410) return { code: 'gone' }
  // A read changes nothing: the same answer to one only means that SharePoint stumbled.
  if (method !== 'GET' && (status === 412 || code === 'resourceModified'))
    return { code: 'changed', mine: null, theirs: null }
  if (status === 423 || innerCode === 'resourceLocked')
    return { code: 'refused', why: 'It is locked in SharePoint' }
  if (status === 507 || code === 'quotaLimitReached') {
    return { code: 'refused', why: 'There is no room left in SharePoint' }
  }
  if (status === 409) return { code: 'refused', why: 'There is already one with this name' }
  if (status < 500 && method !== 'GET') return { code: 'refused', why: 'SharePoint did not take it' }
  return { code: 'unexpected', ...(requestId ? { requestId } : {}) }
}

const missing = ({ kind, name }: Subject): Trouble =>
  kind === 'list' || kind === 'site' ? { code: 'notSetUp', missing: name } : { code: 'gone' }

/**
 * The Problem that something thrown stands for. What the caller aborted comes out as it went in: nothing is wrong.
 */
export const problemOfThrown = (thrown: unknown, asked: Asked): unknown => {
  if (thrown instanceof Problem || nameOf(thrown) === 'AbortError') return thrown
  if (thrown instanceof GraphError && thrown.statusCode > 0) {
    const answer = { status: thrown.statusCode, headers: thrown.headers ?? new Headers(), body: null }
    return problemOf(answer, asked, new Date(thrown.date))
  }
  const what = `${asked.about.kind} ${asked.about.name}`
  const noNetwork =
    thrown instanceof TypeError || nameOf(thrown) === 'TimeoutError' || thrown instanceof GraphError
  return noNetwork
    ? new Problem({ code: 'offline' }, `No answer from Graph for ${what}`, thrown)
    : new Problem({ code: 'unexpected' }, `Asking Graph for ${what} failed`, thrown)
}

const nameOf = (thrown: unknown) => (thrown as { name?: unknown } | null)?.name

/** What Graph said, where a Problem comes from an answer of it. */
export const refusalOf = (thrown: unknown): Refusal | null => {
  const cause = thrown instanceof Problem ? (thrown.cause as Partial<Refusal> | undefined) : undefined
  return cause && typeof cause.status === 'number' && 'duplicate' in cause ? (cause as Refusal) : null
}

/**
 * Whether a write may have happened although this came back: the answer was lost, late, or says that the key is
 * already there. A plain refusal did nothing.
 */
export const isUncertain = (thrown: unknown): boolean => {
  if (!(thrown instanceof Problem)) return false
  const refusal = refusalOf(thrown)
  return refusal === null
    ? thrown.code === 'offline' || thrown.code === 'unexpected'
    : refusal.duplicate || refusal.status === 409 || refusal.status === 400 || refusal.status >= 500
}

/**
 * Whether the same write is worth one more try once its row shows that it was not done: the answer was lost, Graph
 * broke down, or SharePoint stumbled over two writes at once (409 resourceModified).
 */
export const isPassing = (thrown: unknown): boolean => {
  if (!(thrown instanceof Problem)) return false
  const refusal = refusalOf(thrown)
  if (refusal === null) return thrown.code === 'offline'
  const stumbled = refusal.status >= 500 || refusal.code === 'resourceModified'
  return thrown.code === 'changed' || (thrown.code === 'unexpected' && stumbled)
}
