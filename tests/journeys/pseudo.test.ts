import { expect, test } from 'vitest'
import { limits } from '../../src/domain/rules/limitRows.ts'
import { type Local, openLocal } from './harness.ts'
import { type OwnWords, ownWordsOf } from './ownWords.ts'
import { arriveAt, keysIn, placesAt } from './places.ts'

/** Each text that stands on the screen or is read out from it, as one run of the page; what is not drawn is no text. */
const texts = async ({ frame }: Local): Promise<string[]> =>
  frame.locator('body').evaluate((body) => {
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
    const found = new Set<string>([document.title])
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement!.closest('style, script') && node.parentElement!.checkVisibility())
        found.add(node.textContent!.trim())
    for (const one of [...body.querySelectorAll('*')].filter((each) => each.checkVisibility()))
      for (const name of ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt'])
        found.add((one.getAttribute(name) ?? '').trim())
    return [...found]
  })

/** The made-up language writes days as English does, since its code is one of English. */
const days =
  /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t|tember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b/g
/** Such as SEND and UPN; `EHCPs`. */
const abbreviations = /\b[A-Z]{2,}s?\b/g

/** Words that the made-up language would have marked: none of its words has one of these letters without a mark. */
const plainWords = (said: string, own: OwnWords): string[] => {
  if (own.has(said)) return []
  const left = own.without(said).replace(days, ' ').replace(abbreviations, ' ')
  return (left.match(/\p{L}[\p{L}\p{M}]+/gu) ?? []).filter((word) => /[aeiouywncsAEIOUWS]/.test(word))
}

/**
 * Places where rules still keep some English that is shown as it is, or that show what no language changes: names of
 * lists, addresses, headings of minutes. A place comes off this list once all else on it is said.
 */
const notWhole: ReadonlySet<string> = new Set([
  ...['', 'today', 'register', 'census', 'forms', 'concerns', 'reviews?view=board'],
  'leading/sections',
  ...['catalogue', 'timetable', 'delivery', 'impact', 'money', 'scenarios'].map((one) => `provision/${one}`),
  ...['retention', 'archived', 'log'].map((one) => `records/${one}`),
  ...['settings', 'calendar', 'limits', 'levels', 'costing', 'tools', 'wording', 'minutes'].map(
    (one) => `school/${one}`,
  ),
  ...['access', 'lists'].map((one) => `school/${one}`),
])

test('the tab speaks a made-up language in each place: what is plain is a name or what somebody wrote', async () => {
  const local = await openLocal({ page: 'teams', query: { lang: 'pseudo' }, purpose: null })
  const keys = await keysIn(local)
  const laws = Object.values(limits).flatMap(({ rows }) => rows.map(({ source }) => source))
  const own = await ownWordsOf(local, laws)
  const places = Object.values(placesAt).flatMap((placesOf) => placesOf(keys))
  const plain: string[] = []
  for (const place of places.filter((one) => !notWhole.has(one))) {
    await arriveAt(local, place)
    const all = await texts(local)
    expect(all.filter((said) => said.includes('~')).length, place).toBeGreaterThan(5)
    for (const said of all) {
      const words = plainWords(said, own)
      if (words.length > 0) plain.push(`${place}: ${words.join(' ')} | ${said.slice(0, 160)}`)
    }
  }
  expect(plain).toEqual([])
}, 900_000)
