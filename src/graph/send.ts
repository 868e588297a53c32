import type { Middleware } from '@microsoft/microsoft-graph-client'
import { middleware } from './asking.ts'

/** Carries one request to Microsoft 365. The one part that differs where there is no Microsoft 365. */
export type Send = (request: Request) => Promise<Response>

/** Longer than a slow answer, shorter than a person's belief that something still happens. */
const tooLong = 30_000

/** fetch, given up after 30 seconds; the redirect to a file's address carries no token there. */
export const overNetwork: Send = (request) =>
  fetch(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(tooLong)]) })

export const sendLast = (send: Send): Middleware =>
  middleware(async (context) => {
    context.response = await send(new Request(context.request, context.options as RequestInit))
  })
