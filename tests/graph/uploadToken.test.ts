import { expect, test } from 'vitest'
import { connect } from '../../src/graph/connect.ts'
import { oakfield, oakfieldSchool } from './oakfield.ts'

test('the token goes to Graph’s own host alone, not to the address that an upload is given', async () => {
  const { emulator, admin } = await oakfieldSchool()
  const sent: Request[] = []
  const send = (request: Request) => {
    sent.push(request)
    return emulator.handle(request)
  }
  const token = () => Promise.resolve(admin.tokenFor('senco'))
  const { files } = connect({ school: oakfield, token, send, sleep: async () => {} })
  await files.save('senco', 'Map.xlsx', new Uint8Array(6_000_000), 'application/octet-stream')
  const hostOf = ({ url }: Request) => new URL(url).host
  const pieces = sent.filter((request) => hostOf(request) !== 'graph.microsoft.com')
  expect(pieces).toHaveLength(2)
  for (const request of sent) {
    expect(request.headers.has('Authorization')).toBe(hostOf(request) === 'graph.microsoft.com')
  }
})
