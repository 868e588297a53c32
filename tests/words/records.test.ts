import { afterEach, describe, expect, it } from 'vitest'
import { wordList } from '../../src/cli/wordList.ts'
import { complaint, parse, saidOf, show } from '../../src/domain/fields.ts'
import { blank, check, fieldsOf } from '../../src/domain/record.ts'
import { Cycle } from '../../src/domain/records/cycle.ts'
import { recordTypes } from '../../src/domain/records/index.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { columnsOf } from '../../src/graph/columns.ts'
import { languageOf } from '../../src/words/languageFile.ts'
import { pseudoLanguage, pseudoWords } from '../../src/words/pseudo.ts'
import { speak } from '../../src/words/spoken.ts'
import { entriesInWords } from '../../src/words/t.ts'

afterEach(() => speak(null))
const { words, counts } = wordList()
const pseudo = languageOf(pseudoLanguage(Object.keys(words), counts))

describe('labels, choices and refusals of records', () => {
  it('are shown in the language that is spoken', () => {
    speak(pseudo)
    expect(saidOf(Pupil.fields.status, 'K')).toBe(pseudoWords('SEN support'))
    expect(saidOf(Cycle.fields.parentsCame, true)).toBe(pseudoWords('Yes'))
    expect(entriesInWords(Pupil.fields.status.choices)[0]).toEqual(['E', pseudoWords('EHC plan')])
    expect(complaint(Pupil.fields.surname, null)).toContain(pseudoWords('Surname'))
    const wrong = check(Pupil, blank(Pupil, {})).map(({ message }) => message)
    expect(wrong.length).toBeGreaterThan(0)
    for (const message of wrong) expect(message).toContain('~')
  })

  it('stay English where they are kept, and are read from English', () => {
    const all = () => recordTypes.flatMap(columnsOf)
    const before = all()
    speak(pseudo)
    expect(all()).toEqual(before)
    expect(show(Pupil.fields.status, 'K')).toBe('SEN support')
    expect(parse(Pupil.fields.status, 'SEN support')).toEqual({ value: 'K' })
  })

  it('all stand in the list of words', () => {
    const lacking = recordTypes.flatMap((type) =>
      fieldsOf(type).flatMap(([, field]) =>
        [field.label, field.help ?? field.label].filter((said) => !(said in words)),
      ),
    )
    expect(lacking).toEqual([])
  })
})
