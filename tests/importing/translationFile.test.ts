import { strToU8 } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paperWords } from '../../src/cli/wordList.ts'
import { readTranslationFile, translationCsv, wrongAbout } from '../../src/importing/translationFile.ts'
import { pseudoWords } from '../../src/words/pseudo.ts'
import { isRightToLeft, languageTag, readTranslation, wrongPlaces } from '../../src/words/translation.ts'

const english = paperWords()
const read = (text: string) => {
  const found = readTranslationFile(strToU8(text), english)
  if ('refused' in found) throw new Error(found.refused)
  return found
}

describe('the file that a translator fills', () => {
  it('comes back as it went out, whatever was translated', () => {
    fc.assert(
      fc.property(fc.subarray(Object.keys(english)), (some) => {
        const wanted = new Set(some.map((one) => one.trim()))
        const words = Object.fromEntries(
          Object.keys(english)
            .filter((one) => wanted.has(one.trim()))
            .map((one) => [one, one.replace(/\S[^]*\S|\S/, pseudoWords)]),
        )
        const rows = new Set(Object.keys(english).map((one) => one.trim())).size
        expect(read(translationCsv(english, words))).toEqual({ words, wrong: [], empty: rows - wanted.size })
      }),
      { numRuns: 15 },
    )
  })

  it('names the rows that can’t be taken and takes the others', () => {
    const { words, wrong } = read(
      'English,Where,Translation\nDate,x,Data\nDear {0},x,Szanowna Pani\nBring a cake,x,Przynieś ciasto\nYours sincerely,x,\nDear {0},x,Pani {0} {1}\n',
    )
    expect(words).toEqual({ Date: 'Data' })
    expect(wrong.map(({ row }) => row)).toEqual([3, 4, 6])
    expect(wrong[0]!.why).toContain('{0}')
    expect(wrong[1]!.why).toContain('No paper says this')
  })

  it('is refused where it is another file', () => {
    expect(readTranslationFile(strToU8('Forename,Surname\nMimi,Khan\n'), english)).toHaveProperty('refused')
    expect(readTranslationFile(new Uint8Array(), english)).toHaveProperty('refused')
  })

  it('needs a language, its code and who translated it', () => {
    expect(wrongAbout({ tag: 'pl', name: 'Polish', by: 'Anna Nowak' })).toBeNull()
    expect(wrongAbout({ tag: 'en', name: 'English', by: 'A' })).toContain('not the code')
    expect(wrongAbout({ tag: '??', name: 'Polish', by: 'A' })).toContain('not the code')
    expect(wrongAbout({ tag: 'pl', name: 'Polish', by: ' ' })).toContain('who translated')
  })
})

describe('a translation', () => {
  it('knows its code and its direction', () => {
    expect(['PL', 'zh-hans', 'polish language', 'en-US', ''].map(languageTag)).toEqual([
      'pl',
      'zh-Hans',
      null,
      null,
      null,
    ])
    expect(['ur', 'ar', 'fa', 'he', 'pa-Arab', 'pl', 'pa', 'cy'].map(isRightToLeft)).toEqual([
      true, true, true, true, true, false, false, false,
    ]) // prettier-ignore
  })

  it('may change the order of what differs and repeat it, never lose it', () => {
    expect(wrongPlaces('{0} of {1}', '{1}: {0}')).toBeNull()
    expect(wrongPlaces('{0} of {1}', '{1}: {0}, {0}')).toBeNull()
    expect(wrongPlaces('{0} of {1}', '{1}')).toContain('{0} {1}')
    expect(wrongPlaces('Date', 'Data {0}')).toContain('none')
  })

  it('is read without what was spoilt in its file, and not at all from another', () => {
    const file = {
      tag: 'pl',
      name: 'Polish',
      by: 'Anna',
      on: '2026-11-20',
      words: { 'Dear {0}': 'Pani', Date: 'Data', x: 1 },
    }
    expect(readTranslation(JSON.stringify(file))?.words).toEqual({ Date: 'Data' })
    expect(readTranslation('{"tag":"pl"}')).toBeNull()
    expect(readTranslation('not json')).toBeNull()
  })
})
