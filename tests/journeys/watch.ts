import type { BrowserContext } from 'playwright-core'

const local = /^(http:\/\/(localhost|127\.0\.0\.1)(:\d+)?\/|data:|blob:|about:)/

/** teams-js looks for a list of origins in Microsoft's network when it loads; the pages' policy stops it. */
const stoppedLookUp = /res\.cdn\.office\.net/

/** What Chromium says of any answer that is not a success; those of Graph are part of how it is talked to. */
const refusedByGraph = (text: string, address: string): boolean =>
  /^Failed to load resource: the server responded with a status of (4\d\d|503)/.test(text) &&
  /\/(graph|sharepoint)\//.test(address)

/**
 * Notes whatever must not happen on any page of a context: an error on the console, an exception that nobody caught,
 * a call that the local Graph does not know (501), a request to another machine.
 */
export const watch = (
  context: BrowserContext,
): { readonly seen: readonly string[]; ignore(pattern: RegExp): void } => {
  const found: string[] = []
  const ignored: RegExp[] = [stoppedLookUp]
  context.on('console', (message) => {
    const { url } = message.location()
    if (message.type() === 'error' && !refusedByGraph(message.text(), url)) {
      found.push(`console: ${message.text()} (${url})`)
    }
  })
  context.on(
    'weberror',
    (error) => void found.push(`not caught: ${error.error().stack ?? error.error().message}`),
  )
  context.on('request', (request) => {
    if (!local.test(request.url())) found.push(`left this machine: ${request.url()}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 500 && response.status() !== 503) {
      found.push(`${response.status()}: ${response.request().method()} ${response.url()}`)
    }
  })
  return {
    get seen() {
      return found.filter((line) => !ignored.some((pattern) => pattern.test(line)))
    },
    ignore: (pattern) => void ignored.push(pattern),
  }
}
