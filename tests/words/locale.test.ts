import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { showCount } from '../../src/domain/counted.ts'
import { show } from '../../src/domain/fields.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { monthWords } from '../../src/domain/rules/plannerWords.ts'
import { showNumber } from '../../src/ui/charts/chartScales.ts'
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
    speak(null)
    expect(showNumber(1.5)).toBe('1.5')
  })

  it('of records stay as they can be read again, whatever is spoken', () => {
    const field = { ...Pupil.fields.surname, kind: 'wholeNumber', min: 0, max: 9_999_999 } as const
    speak(polish)
    expect(show(field, 1_234_567)).toBe('1,234,567')
  })
})
