import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { paperWords, unsaid, wordList } from '../../src/cli/wordList.ts'
import { counted } from '../../src/domain/counted.ts'
import { languageOf } from '../../src/words/languageFile.ts'
import { pseudoLanguage } from '../../src/words/pseudo.ts'
import { saidIn, speak } from '../../src/words/spoken.ts'
import { t } from '../../src/words/t.ts'

afterEach(() => speak(null))

const welsh = languageOf({
  tag: 'cy',
  words: { 'Saved {0} of {1}': '{1} i gyd: cadwyd {0}', Today: 'Heddiw', Save: '' },
  counts: {
    'dog|dogs': {
      zero: '{0} cŵn',
      one: '{0} ci',
      two: '{0} gi',
      few: '{0} chi',
      many: '{0} chi',
      other: '{0} ci',
    },
  },
})

describe('words of a language', () => {
  it('are said in it, with what differs in its own order, and in English where nobody translated them', () => {
    const said = () => [t`Saved ${2} of ${'seven'}`, t`Today`, t`Save`, t`Never heard of`]
    expect(said()).toEqual(['Saved 2 of seven', 'Today', 'Save', 'Never heard of'])
    speak(welsh)
    expect(said()).toEqual(['seven i gyd: cadwyd 2', 'Heddiw', 'Save', 'Never heard of'])
  })

  it('count as the language counts', () => {
    const dogs = () => [0, 1, 2, 3, 6, 7, 1200].map((many) => counted(many, 'dog'))
    expect(dogs().slice(0, 3)).toEqual(['0 dogs', '1 dog', '2 dogs'])
    speak(welsh)
    expect(dogs()).toEqual(['0 cŵn', '1 ci', '2 gi', '3 chi', '6 chi', '7 ci', '1,200 ci'])
  })

  it('of one paper change nothing about the next, also when it can’t be made', () => {
    expect(saidIn(welsh, () => t`Today`)).toBe('Heddiw')
    expect(() =>
      saidIn(welsh, () => {
        throw new Error('no paper')
      }),
    ).toThrow('no paper')
    expect(t`Today`).toBe('Today')
  })

  it('never put a value where a translator’s text looks like a place for one', () => {
    speak(languageOf({ tag: 'cy', words: { 'About {0}': 'Am {0}' }, counts: {} }))
    expect(t`About ${'{0} and {1}'}`).toBe('Am {0} and {1}')
  })
})

describe('words of the interface', () => {
  it('stand in one list, as they are said', () => {
    const kept: unknown = JSON.parse(
      readFileSync(new URL('../../src/words/en.json', import.meta.url), 'utf8'),
    )
    expect(kept, 'run npm run words').toEqual(wordList())
  })

  it('of papers for families stand in a list of their own, which a school has translated', () => {
    const kept: unknown = JSON.parse(
      readFileSync(new URL('../../src/words/papers.json', import.meta.url), 'utf8'),
    )
    expect(kept, 'run npm run words').toEqual(paperWords())
  })

  it('of papers for families stand whole: none is a piece that another language would put elsewhere', () => {
    // Pieces that begin or end a sentence are found by the room or the mark that joins them to the rest.
    expect(Object.keys(paperWords()).filter((words) => /^[\s,.;:]|\s$/.test(words))).toEqual([])
  })

  it('are all said through t, so that they can be translated', () => {
    expect(unsaid()).toEqual([])
  })

  it('each have a pattern that keeps all that differs', () => {
    const { words, counts } = wordList()
    const pseudo = pseudoLanguage(Object.keys(words), counts)
    const places = (text: string) => text.match(/\{\d+\}/g) ?? []
    for (const [english, other] of Object.entries(pseudo.words))
      expect(places(other)).toEqual(places(english))
  })
})
