import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { scopes } from '../../src/cli/dpia/scopes.ts'
import { configFrom } from '../../src/config.ts'
import { recordTypes } from '../../src/domain/records/index.ts'

const guide = readFileSync('docs/admin-guide.md', 'utf8')

test('the guide for IT counts the lists as they are', () => {
  const of = (audience: string) => recordTypes.filter((type) => type.audience === audience).length
  expect(guide).toContain(`in them ${of('senco')} lists for the SENCO and ${of('staff')} for staff`)
})

test('its config.json is one that the app takes, once the client id is in', () => {
  const [, block] = /```json\n([^]*?)```/.exec(guide)!
  const config = JSON.parse(block!) as object
  expect(configFrom({ ...config, clientId: '1b4e28ba-2fa1-11d2-883f-0016d3cca427' }).schools).toHaveLength(1)
})

test('it names every permission that the app asks for, and no other', () => {
  const table = guide.slice(guide.indexOf('| permission'), guide.indexOf('**What it can see.**'))
  const named = [...table.matchAll(/^\| `([\w.]+)`/gm)].map(([, scope]) => scope!)
  expect(named.toSorted()).toEqual(
    scopes()
      .map(({ scope }) => scope)
      .toSorted(),
  )
})
