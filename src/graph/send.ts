import type { Middleware } from '@microsoft/microsoft-graph-client'
import { Problem } from '../domain/problem.ts'
import { middleware, optionsOf } from './asking.ts'

/** Carries one request to Microsoft 365. The one part that differs where there is no Microsoft 365. */
export type Send = (request: Request) => Promise<Response>

export const overNetwork: Send = (request) => fetch(request)

/** Longer than a slow answer, shorter than a person's belief that something still happens. */
const answerTime = 30_000
/** 5 MB over a school's slow evening line. */
const fileTime = 300_000

/** A request that gives itself up: after 30 seconds, a file's after five minutes, or when the caller does. */
export const requestFor = (
  address: RequestInfo,
  options: RequestInit,
  what: 'answer' | 'file' = options.method === 'PUT' ? 'file' : 'answer',
): Request => {
  const late = AbortSignal.timeout(what === 'file' ? fileTime : answerTime)
  return new Request(address, {
    ...options,
    signal: options.signal ? AbortSignal.any([options.signal, late]) : late,
  })
}

/** Files come from and go to SharePoint alone: an address elsewhere, whoever gave it, gets none of a school's. */
export const mustBeSharePoint = (address: string): void => {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url?.protocol === 'https:' && url.host.endsWith('.sharepoint.com')) return
  throw new Problem({ code: 'unexpected' }, 'Graph gave an address outside SharePoint for a file')
}

/** Browsers carry at most 64 KB of such requests at a time: small ones alone, and none that reads. */
const mostKept = 4_000
/** A write that the browser sends to its end although the page is closed: a saved field, a row of the log. */
const outlivesPage = ({ method, body }: RequestInit): boolean =>
  (method === 'POST' || method === 'PATCH') && typeof body === 'string' && body.length <= mostKept

export const sendLast = (send: Send): Middleware =>
  middleware(async (context) => {
    const { bytes } = optionsOf(context).asking
    const options = { ...(context.options as RequestInit), ...(bytes ? { body: bytes } : {}) }
    const kept = { ...options, keepalive: outlivesPage(options) }
    context.response = await send(requestFor(context.request, kept))
  })
