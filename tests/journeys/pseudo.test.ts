import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { goTo, type Local, openLocal } from './harness.ts'

const { words } = JSON.parse(readFileSync(new URL('../../src/words/en.json', import.meta.url), 'utf8')) as {
  words: Readonly<Record<string, string>>
}

/** Each text that stands on the screen, as one run of the page. */
const texts = async ({ frame }: Local): Promise<string[]> =>
  frame.locator('body').evaluate((body) => {
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
    const found = new Set<string>()
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const said = node.textContent!.trim()
      if (said && !node.parentElement!.closest('style, script')) found.add(said)
    }
    return [...found]
  })

/** Names that the school gave and abbreviations are the same in each language. */
const sameEverywhere = new Set(['SEND', 'SENCO', 'UPN', 'EHC plan', 'SEN support', 'No SEN'])

test('the tab speaks a made-up language on its main screens: nothing that the list of words has stays plain', async () => {
  const local = await openLocal({ page: 'teams', query: { lang: 'pseudo' } })
  const plain: string[] = []
  for (const place of ['register', 'school', 'school/translations', 'school/limits', 'import']) {
    await goTo(local, place)
    await local.frame.getByRole('heading', { level: 1 }).first().waitFor()
    await local.page.waitForTimeout(3_000)
    const all = await texts(local)
    expect(all.filter((said) => said.includes('~')).length, place).toBeGreaterThan(5)
    plain.push(
      ...all.filter((said) => said in words && !sameEverywhere.has(said)).map((said) => `${place}: ${said}`),
    )
    await local.shot(`pseudo ${place.replace('/', ' ')}`)
  }
  expect(plain).toEqual([])
}, 240_000)
