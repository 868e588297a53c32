import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { showCount } from '../../src/domain/counted.ts'
import { parse, saidOf, show } from '../../src/domain/fields.ts'
import { Rate } from '../../src/domain/records/rate.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { monthWords } from '../../src/domain/rules/plannerWords.ts'
import { showDay, showWeekday } from '../../src/domain/rules/day.ts'
import { showNumber as showFigure } from '../../src/domain/rules/figure.ts'
import { showMoney } from '../../src/domain/rules/money.ts'
import { showNumber } from '../../src/ui/charts/chartScales.ts'
import { textOf } from '../../src/ui/draft/textOf.ts'
import { clockTime } from '../../src/ui/words.ts'
import { languageOf } from '../../src/words/languageFile.ts'
import { speak } from '../../src/words/spoken.ts'

afterEach(() => speak(null))
const polish = languageOf({ tag: 'pl', words: {}, counts: {} })

describe('numbers, times and months', () => {
  it('are as Britain writes them while English is spoken', () => {
    fc.assert(
      fc.property(fc.integer(), (count) => {
        expect(showCount(count)).toBe(count.toLocaleString('en-GB'))
      }),
    )
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer({ min: 0, max: 4 }),
        (value, places) => {
          expect(showNumber(value, places)).toBe(
            value.toLocaleString('en-GB', { maximumFractionDigits: places }).replace('-', '−'),
          )
        },
      ),
    )
    expect(clockTime(new Date('2026-07-14T08:05:00Z'))).toBe('09:05')
    expect(monthWords('2026-03')).toBe('March 2026')
  })

  it('are as the language that is spoken writes them, and English again after it', () => {
    speak(polish)
    expect(showCount(1_234_567).replace(/\s/g, ' ')).toBe('1 234 567')
    expect(showNumber(1.5)).toBe('1,5')
    expect(monthWords('2026-03')).toBe('marzec 2026')
    expect(showDay('2026-03-10')).toBe('10 mar 2026')
    expect(showWeekday('2026-03-10')).toBe('wt., 10 mar 2026')
    expect(showMoney(12_345_678).replace(/\s/g, ' ')).toBe('123 456,78 £')
    expect(showFigure(-1.25, 2)).toBe('−1,25')
    speak(null)
    expect(showNumber(1.5)).toBe('1.5')
  })

  it('of records stay as they can be read again, whatever is spoken', () => {
    const field = { ...Pupil.fields.surname, kind: 'wholeNumber', min: 0, max: 9_999_999 } as const
    speak(polish)
    expect(show(field, 1_234_567)).toBe('1,234,567')
    for (const [kept, value] of [
      [Pupil.fields.dateOfBirth, '2016-02-29'],
      [Rate.fields.amount, 123_450],
      [Pupil.fields.lookedAfter, true],
    ] as const) {
      speak(null)
      const english = show(kept, value)
      expect(saidOf(kept, value)).toBe(english)
      speak(languageOf({ tag: 'pl', words: { Yes: 'Tak' }, counts: {} }))
      expect(show(kept, value)).toBe(english)
      expect(parse(kept, show(kept, value))).toEqual({ value })
      expect(parse(kept, textOf(kept, value))).toEqual({ value })
      expect(saidOf(kept, value)).not.toBe(english)
    }
  })

  it('are as in English where nobody here knows the language, and keep the digits and years of letters in all', () => {
    speak(languageOf({ tag: 'tlh', words: {}, counts: {} }))
    expect([showDay('2026-03-10'), showMoney(1_234_50), showCount(1234)]).toEqual([
      '10 Mar 2026',
      '£1,234.50',
      '1,234',
    ])
    for (const tag of ['fa', 'ar', 'th', 'bn', 'ne']) {
      speak(languageOf({ tag, words: {}, counts: {} }))
      expect(showDay('2026-03-10'), tag).toMatch(/10.*2026|2026.*10/)
    }
  })
})
