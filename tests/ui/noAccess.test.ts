import { expect, test } from 'vitest'
import { recordTypes } from '../../src/domain/records/index.ts'
import { wordsOf } from '../../src/ui/words.ts'

const school = {
  name: 'Oakfield Primary School',
  sites: {
    senco: 'oakfieldtrust.sharepoint.com:/sites/oakfield-senco',
    staff: 'oakfieldtrust.sharepoint.com:/sites/oakfield-staff',
  },
}
const noAccess = (to: string, ownRowsOnly?: true) =>
  wordsOf({ code: 'noAccess', to, ...(ownRowsOnly ? { ownRowsOnly } : {}) }, school)

test('a refusal says whose records are shut, of which school, whom to ask, and what IT has to look at', () => {
  const { title, todo } = noAccess('Pupils')
  expect(title).toBe('You don’t have access to the SENCO’s records of Oakfield Primary School')
  expect(todo).toMatch(/ask the SENCO of your school/)
  expect(todo).toMatch(
    /For IT: the list “Pupils” on oakfieldtrust\.sharepoint\.com\/sites\/oakfield-senco\.$/,
  )
  expect(noAccess('Pupil profiles').title).toBe(
    'You don’t have access to the staff profiles of Oakfield Primary School',
  )
  expect(noAccess('oakfieldtrust.sharepoint.com/sites/oakfield-staff').title).toBe(
    noAccess('Pupil profiles').title,
  )
})

test('every list and every site has words of its own, and none is technical', () => {
  const sites = Object.values(school.sites).map((site) => site.replace(':', ''))
  for (const to of [...recordTypes.map(({ list }) => list), ...sites]) {
    for (const { title, todo } of [noAccess(to), noAccess(to, true)]) {
      expect(`${title} ${todo}`).not.toMatch(/\b(error|invalid|item|entity|sync|403)\b/i)
      expect(todo).toMatch(/[Aa]sk /)
    }
    expect(noAccess(to).title, to).not.toBe('You don’t have access to this')
  }
})

test('rows of one’s own alone are no empty list, and the words say so to the person and to IT', () => {
  const { title, todo } = noAccess('Pupils', true)
  expect(title).toBe('SharePoint shows you only the rows of “Pupils” that you added yourself')
  expect(todo).toMatch(/not the whole list/)
  expect(todo).toMatch(/For IT: .*advanced settings of the list “Pupils” on oakfieldtrust/)
})

test('a site that the school does not have is named as missing, not as shut', () => {
  const { title, todo } = wordsOf({ code: 'notSetUp', missing: 'site for staff' }, school)
  expect(title).toBe('This school has no site for staff yet')
  expect(todo).toMatch(/Everything else works without it/)
})
