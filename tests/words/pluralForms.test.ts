import { afterEach, describe, expect, it } from 'vitest'
import { counted } from '../../src/domain/counted.ts'
import { countedSayings, formsFrom, isSaidAlike } from '../../src/words/pluralForms.ts'
import { saidIn, speak } from '../../src/words/spoken.ts'
import { languageOfTranslation, type Translation, wrongPlaces } from '../../src/words/translation.ts'

afterEach(() => speak(null))

const translation = (tag: string, words: Readonly<Record<string, string>>): Translation => ({
  tag,
  name: tag,
  by: 'Anna Nowak',
  on: '2026-11-20',
  words,
})
const weeksIn = (tag: string, words: Readonly<Record<string, string>>, counts: readonly number[]) => {
  const missed = new Set<string>()
  const language = languageOfTranslation(translation(tag, words), missed)
  return { said: saidIn(language, () => counts.map((count) => counted(count, 'week'))), missed: [...missed] }
}

describe('what is counted on a paper in another language', () => {
  it('is said as Polish counts, from one saying for each of its forms', () => {
    const words = { '1 week': '1 tydzień', '2 weeks': '2 tygodnie', '5 weeks': '5 tygodni' }
    expect(weeksIn('pl', words, [1, 2, 4, 5, 12, 21, 22, 104, 112])).toEqual({
      said: [
        '1 tydzień',
        '2 tygodnie',
        '4 tygodnie',
        '5 tygodni',
        '12 tygodni',
        '21 tygodni',
        '22 tygodnie',
        '104 tygodnie',
        '112 tygodni',
      ],
      missed: [],
    })
  })

  it('is said as Welsh counts, which has a form of its own for two, three and six', () => {
    const words = {
      '1 week': '1 wythnos',
      '2 weeks': '2 bythefnos',
      '3 weeks': '3 o wythnosau',
      '6 weeks': '6 wythnos',
      '5 weeks': '5 wythnos',
    }
    const { said, missed } = weeksIn('cy', words, [1, 2, 3, 6, 7])
    expect(said).toEqual(['1 wythnos', '2 bythefnos', '3 o wythnosau', '6 wythnos', '7 wythnos'])
    expect(missed).toEqual([])
  })

  it('does without the figure only where the form is said of one number', () => {
    expect(weeksIn('ar', { '2 weeks': 'أسبوعان' }, [2]).said).toEqual(['أسبوعان'])
    // In Polish the form for two is the one for three: “dwa tygodnie” of three would be wrong.
    expect(weeksIn('pl', { '2 weeks': 'dwa tygodnie' }, [2, 3]).said).toEqual(['2 weeks', '3 weeks'])
    expect(wrongPlaces('5 weeks', 'pięć tygodni')).toContain('figure 5')
    expect(wrongPlaces('5 weeks', '15 tygodni')).toContain('figure 5')
    expect(wrongPlaces('2 weeks', 'أسبوعان')).toBeNull()
  })

  it('is said in English where its form is not translated, and that is told', () => {
    const { said, missed } = weeksIn('pl', { '1 week': '1 tydzień' }, [1, 2])
    expect(said).toEqual(['1 tydzień', '2 weeks'])
    expect(missed).toEqual(['{0} week'])
  })

  it('is asked for with a number for each form that any language of families has', () => {
    const tags = [
      'pl',
      'cy',
      'ar',
      'ur',
      'pa',
      'bn',
      'ro',
      'lt',
      'uk',
      'so',
      'gu',
      'ga',
      'gd',
      'sl',
      'lv',
      'zh',
    ]
    for (const tag of tags) {
      const rules = new Intl.PluralRules(tag)
      const asked = countedSayings('week|weeks').filter((english) => !isSaidAlike(tag, english))
      const forms = new Set(Array.from({ length: 150 }, (_, count) => rules.select(count + 1)))
      expect(asked.length, tag).toBe(forms.size)
      const { lacks } = formsFrom(tag, 'week|weeks', (english) =>
        asked.includes(english) ? english : undefined,
      )
      expect(lacks, tag).toBe(false)
    }
  })
})
