import { expect, test } from 'vitest'
import { blank } from '../../src/domain/record.ts'
import { Disclosure } from '../../src/domain/records/disclosure.ts'
import { ChronologyEntry } from '../../src/domain/records/chronologyEntry.ts'
import { newKey } from '../../src/domain/key.ts'
import { connect } from '../../src/graph/connect.ts'
import { oakfield, oakfieldSchool } from './oakfield.ts'

test('a small write outlives its page; reading does not, nor what is more than browsers carry then', async () => {
  const school = await oakfieldSchool()
  const sent: Request[] = []
  const { records } = connect({
    school: oakfield,
    token: async () => school.admin.tokenFor('senco'),
    send: (request) => {
      sent.push(request)
      return school.emulator.handle(request)
    },
    ...school.clock,
  })
  const opened = blank(Disclosure, { did: 'opened', what: 'Annual review', purpose: 'review' })
  await records.store(Disclosure).create(opened)
  await records.store(Disclosure).all()
  const entry = { pupil: newKey(), happenedOn: '2026-03-10', kind: 'other' } as const
  await records.store(ChronologyEntry).create(blank(ChronologyEntry, { ...entry, text: 'x'.repeat(50_000) }))
  const kept = (method: string) => sent.filter((each) => each.method === method).map((each) => each.keepalive)
  expect(kept('POST')).toEqual([true, false])
  expect(new Set(kept('GET'))).toEqual(new Set([false]))
})
