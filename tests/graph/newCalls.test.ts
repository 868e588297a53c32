import { expect, test } from 'vitest'
import { Problem } from '../../src/domain/problem.ts'
import { blank } from '../../src/domain/record.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { oakfieldSchool } from './oakfield.ts'

const amira = blank(Pupil, { surname: 'Zyxwvut', forename: 'Amira', dateOfBirth: '2016-02-29', status: 'E' })
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const error = { code: 'invalidRequest', message: 'Bad value Zyxwvut' }
const faults = [
  { status: 400, body: { error } }, { status: 403, body: { error } }, { status: 500, body: { error } },
  { status: 410, body: { error } }, { status: 200, body: { error } }, 'lostBefore', 'conflict412', 'locked',
] as const // prettier-ignore

test.each(faults.map((answer) => [answer] as const))(
  'history, changes, disposal and documents that meet %j say nothing of a record',
  async (answer) => {
    const { as, admin } = await oakfieldSchool()
    const { records, files } = as('senco')
    const store = records.store(Pupil)
    const made = await store.create(amira)
    const { token } = await store.changes(null)
    await files.save('senco', 'Zyxwvut/Zyxwvut.docx', new Uint8Array(9), docx)
    const asked: readonly (() => Promise<unknown>)[] = [
      () => store.history(made),
      () => store.changes(token),
      () => store.changes(null),
      () => files.read('senco', 'Zyxwvut/Zyxwvut.docx'),
      () => files.list('senco', 'Zyxwvut'),
      () => files.dispose('senco', 'Zyxwvut/Zyxwvut.docx'),
      () => store.dispose(made),
    ]
    let thrown = 0
    for (const ask of asked) {
      admin.fault({ answer, times: 99 })
      const outcome: unknown = await ask().then(
        () => null,
        (why: unknown) => why,
      )
      admin.clearFaults()
      if (outcome === null) continue
      thrown += 1
      expect(outcome).toBeInstanceOf(Problem)
      const { message, cause, trouble } = outcome as Problem
      expect(`${message} ${JSON.stringify([cause, trouble.code])}`).not.toContain('Zyxwvut')
    }
    expect(thrown).toBeGreaterThan(3)
  },
)
