import type { BrowserContext, Page } from 'playwright-core'
import type { GraphEmulator } from '../../src/emulator/graph/index.ts'

/** What of a pupil's must never be left behind: the value as it may stand somewhere, and a word for it in a report. */
type Telling = { readonly pattern: RegExp; readonly what: string }

type Dumped = {
  sites: { lists: { displayName: string; rows: { fields: Record<string, unknown> }[] }[] }[]
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
/** In an address a blank is `%20` or `+`. */
const asWritten = (text: string) => escaped(text).replaceAll(/\s+/g, String.raw`(?:\s|%20|\+|_)+`)

/**
 * The UPNs, full names (either way round) and long texts of every pupil in a Graph. A forename or a surname alone is
 * left out: made-up names are words too.
 */
export const tellingOf = (emulator: GraphEmulator): Telling[] => {
  const { sites } = emulator.admin.dump() as unknown as Dumped
  const pupils = sites
    .flatMap(({ lists }) => lists)
    .filter(({ displayName }) => displayName === 'Pupils')
    .flatMap(({ rows }) => rows)
  const values = { UPN: new Set<string>(), name: new Set<string>() }
  for (const { fields } of pupils) {
    const { gtUpn: upn, gtSurname: surname, gtForename: forename, gtPreferredForename: called } = fields
    if (typeof upn === 'string') values.UPN.add(escaped(upn))
    for (const first of [forename, called]) {
      if (typeof first !== 'string' || typeof surname !== 'string') continue
      values.name.add(asWritten(`${first} ${surname}`))
      values.name.add(asWritten(`${surname}, ${first}`))
    }
  }
  return Object.entries(values).flatMap(([what, all]) =>
    all.size === 0
      ? []
      : [{ what, pattern: new RegExp(`(?<![\\p{L}\\d])(?:${[...all].join('|')})(?![\\p{L}\\d])`, 'iu') }],
  )
}

/** Everything that a context showed or asked for outside the pages' own text, as it went. */
export const traceable = (context: BrowserContext): { where: string; text: string }[] => {
  const seen: { where: string; text: string }[] = []
  const note = (where: string, text: string) => void seen.push({ where, text: decoded(text) })
  context.on('console', (message) => note('console', message.text()))
  context.on('weberror', (error) => note('an error that nobody caught', String(error.error().stack)))
  context.on('request', (request) => note('an address', request.url()))
  context.on('page', (page) => {
    page.on('framenavigated', (frame) => note('the address bar', frame.url()))
    page.on('download', (download) => note('the name of a file', download.suggestedFilename()))
    page.on('dialog', (dialog) => note('a browser’s own dialog', dialog.message()))
  })
  return seen
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** What stays in a browser when a page closes: its storage of every kind, titles and addresses, frame by frame. */
export const leftBehind = async (context: BrowserContext): Promise<{ where: string; text: string }[]> => {
  const cookies = (await context.cookies()).map(({ name, value }) => ({
    where: 'a cookie',
    text: `${name}=${value}`,
  }))
  const frames = context.pages().flatMap((page: Page) => page.frames())
  const each = await Promise.all(
    frames.map((frame) => frame.evaluate(readStorage).catch(() => [] as { where: string; text: string }[])),
  )
  return [...cookies, ...each.flat()]
}

/** Runs in the page. */
const readStorage = async (): Promise<{ where: string; text: string }[]> => {
  const all: { where: string; text: string }[] = [
    { where: 'the title', text: document.title },
    { where: 'the address', text: decodeURI(location.href) },
    { where: 'the name of the window', text: window.name },
    { where: 'the history’s state', text: JSON.stringify(history?.state ?? null) },
  ]
  for (const [where, storage] of [
    ['local storage', () => localStorage],
    ['session storage', () => sessionStorage],
  ] as const) {
    try {
      for (const [key, value] of Object.entries(storage())) all.push({ where, text: `${key}=${value}` })
    } catch {
      // A frame that may have none.
    }
  }
  for (const { name } of await indexedDB.databases()) {
    all.push({ where: 'IndexedDB', text: name ?? '' })
    const database = await new Promise<IDBDatabase>((done, fail) => {
      const opening = indexedDB.open(name!)
      opening.onsuccess = () => done(opening.result)
      opening.onerror = () => fail(opening.error!)
    })
    for (const store of database.objectStoreNames) {
      const rows = await new Promise<unknown[]>((done, fail) => {
        const reading = database.transaction(store).objectStore(store).getAll()
        reading.onsuccess = () => done(reading.result as unknown[])
        reading.onerror = () => fail(reading.error!)
      })
      all.push({ where: 'IndexedDB', text: JSON.stringify(rows) })
    }
    database.close()
  }
  if ('caches' in window) {
    for (const name of await caches.keys()) {
      for (const request of await (await caches.open(name)).keys()) {
        all.push({ where: 'a cache', text: decodeURI(request.url) })
      }
    }
  }
  return all
}

/** Where a pupil's value stands that must not, without the value. */
export const found = (
  telling: readonly Telling[],
  traces: readonly { where: string; text: string }[],
): string[] => [
  ...new Set(
    traces.flatMap(({ where, text }) =>
      telling.flatMap(({ what, pattern }) => (pattern.test(text) ? [`a pupil’s ${what} in ${where}`] : [])),
    ),
  ),
]
