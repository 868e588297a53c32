import { expect, test } from 'vitest'
import { newKey } from '../../src/domain/key.ts'
import { blank } from '../../src/domain/record.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { connect } from '../../src/graph/connect.ts'
import { oakfield, oakfieldSchool } from './oakfield.ts'

const amira = blank(Pupil, { surname: 'Khan', forename: 'Amira', dateOfBirth: '2016-02-29', status: 'E' })

test.each([[0], [0.5]])(
  'rows added, changed, archived and deleted between the pages double and lose none (thin pages: %d)',
  async (thinPages) => {
    const school = await oakfieldSchool()
    const theirs = school.as('it').records.store(Pupil)
    const given = Array.from({ length: 3_500 }, (_, at) => ({ key: newKey(at + 1), record: amira }))
    await theirs.createMany(given)
    const before = (await theirs.all()).records
    school.admin.set({ thinPages, mostRows: 1_000 })
    let pages = 0
    const touched = new Set<string>()
    const send = async (request: Request) => {
      const answer = await school.emulator.handle(request)
      if (!new URL(request.url).pathname.endsWith('/items')) return answer
      pages += 1
      await theirs.create(amira, newKey(900_000 + pages))
      const [changed, archived, gone] = [0, 1, 2].map((at) => before[(pages * 37 + at * 1_100) % 3_500]!)
      for (const each of [changed!, archived!, gone!]) touched.add(each.key)
      await theirs.update(changed!, { className: `C${pages}` }).catch(() => null)
      await theirs.archive(archived!, 'Left').catch(() => null)
      await theirs.dispose(gone!).catch(() => null)
      return answer
    }
    const token = () => Promise.resolve(school.admin.tokenFor('senco'))
    const { records } = await connect({ school: oakfield, token, send }).records.store(Pupil).all()
    expect(pages).toBeGreaterThan(3)
    const keys = records.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    const untouched = given.map(({ key }) => key).filter((key) => !touched.has(key))
    expect(untouched.filter((key) => !keys.includes(key))).toEqual([])
  },
  30_000,
)
