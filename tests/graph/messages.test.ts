import { expect, test } from 'vitest'
import { Problem } from '../../src/domain/problem.ts'
import { blank } from '../../src/domain/record.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { oakfieldSchool } from './oakfield.ts'

const error = { code: 'invalidRequest', message: 'Bad value Zyxwvut' }
const amira = blank(Pupil, { surname: 'Zyxwvut', forename: 'Amira', dateOfBirth: '2016-02-29', status: 'E' })

test.each([[400], [403], [404], [409], [422], [423], [500], [507]])(
  'what Graph says of a value with %i is in no message and no cause',
  async (status) => {
    const { as, admin } = await oakfieldSchool()
    const store = as('senco').records.store(Pupil)
    const made = await store.create(amira)
    admin.fault({ answer: { status, body: { error } }, method: 'PATCH', times: 9 })
    const thrown: unknown = await store.update(made, { surname: 'Zyxwvut-Two' }).catch((why: unknown) => why)
    expect(thrown).toBeInstanceOf(Problem)
    const { message, trouble, cause } = thrown as Problem
    expect(JSON.stringify([message, trouble, cause])).not.toContain('Zyxwvut')
  },
)
