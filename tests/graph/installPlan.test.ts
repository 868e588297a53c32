import { beforeAll, expect, test } from 'vitest'
import { installPlan } from '../../src/cli/packaging/installPlan.ts'
import { installScript } from '../../src/cli/packaging/installScript.ts'
import { blank } from '../../src/domain/record.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { Action } from '../../src/domain/records/action.ts'
import { localConfig } from '../../src/emulator/localConfig.ts'
import { planIn } from '../build/installPlanIn.ts'
import { type Oakfield, oakfieldWithoutLists, sencoSite } from './oakfield.ts'

type Listed = { readonly value: readonly { readonly id: string; readonly [name: string]: unknown }[] }

let script = ''
beforeAll(async () => {
  script = await installScript(installPlan({ host: 'a.example', config: localConfig, version: '1.0.0' }))
})

/** The requests of 5-lists.ps1, from the data in the script, as IT; gives what was sent that changes something. */
const replay = async ({ emulator, admin }: Oakfield): Promise<string[]> => {
  const plan = planIn(script)
  const changes: string[] = []
  const ask = async (
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Listed['value'][number] & Listed> => {
    if (method !== 'GET') changes.push(`${method} ${decodeURIComponent(path.split('/lists')[1] ?? '')}`)
    const headers = { Authorization: `Bearer ${admin.tokenFor('it')}`, 'Content-Type': 'application/json' }
    const asked = new Request(`https://graph.microsoft.com/v1.0/${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const answer = await emulator.handle(asked)
    expect(answer.ok, `${method} ${path}: ${answer.status}`).toBe(true)
    return answer.json() as never
  }
  for (const site of plan.sites) {
    const { id } = await ask('GET', `sites/${site.address}?$select=id`)
    for (const { definition, marker } of plan.lists[site.audience]!) {
      const lists = (await ask('GET', `sites/${id}/lists?$select=id,displayName`)).value
      const there = lists.find(({ displayName }) => displayName === definition.displayName)
      const path = `sites/${id}/lists/${encodeURIComponent(definition.displayName)}`
      if (!there) await ask('POST', `sites/${id}/lists`, definition)
      else {
        const names = (await ask('GET', `sites/${id}/lists/${there.id}/columns`)).value.map(
          ({ name }) => name,
        )
        for (const column of definition.columns as readonly { name: string }[])
          if (!names.includes(column.name)) await ask('POST', `${path}/columns`, column)
      }
      const [row] = (await ask('GET', `${path}/items?${plan.markerQuery}`)).value
      if (!row) await ask('POST', `${path}/items`, { fields: marker })
      else if (
        !(
          Number(/^Record types (\d+),/.exec(String((row['fields'] as never)['gtArchivedReason']))?.[1]) >=
          plan.recordTypesVersion
        )
      )
        // prettier-ignore
        await ask('PATCH', `${path}/items/${row.id}/fields`, { gtArchivedReason: marker['gtArchivedReason'] })
    }
  }
  return changes
}

test('what the script asks of Graph sets up an empty school; the app works, nothing differs, a second run changes nothing', async () => {
  const school = await oakfieldWithoutLists()
  expect((await replay(school)).length).toBeGreaterThan(100)
  const reports = await school.as('it').check()
  for (const { list, state, drift, marked } of reports.flatMap(({ lists }) => lists))
    expect({ list, state, drift, marked }).toEqual({ list, state: 'ready', drift: [], marked: true })
  const pupil = blank(Pupil, { surname: 'Khan', forename: 'Amira', dateOfBirth: '2016-02-29', status: 'E' })
  await school.as('senco').records.store(Pupil).create(pupil)
  expect((await school.as('senco').records.store(Pupil).all()).records).toHaveLength(1)
  const before = school.emulator.admin.dump()
  expect(await replay(school)).toEqual([])
  expect(school.emulator.admin.dump()).toEqual(before)
  // Nor does the set-up screen find anything to do.
  await school.as('it').setUp()
  expect(school.emulator.admin.dump()).toEqual(before)
})

test('after a half-done run and in lists of an earlier version only what lacks is added', async () => {
  const school = await oakfieldWithoutLists()
  school.admin.fault({ answer: 'lostBefore', path: '/lists/Pupils/', times: 50 })
  await expect(replay(school)).rejects.toThrow('fetch failed')
  school.admin.clearFaults()
  await replay(school)
  await school.admin.dropColumn(sencoSite, Action.list, 'gtOwner')
  expect(await replay(school)).toEqual([`POST /${Action.list}/columns`])
  expect((await school.as('it').check()).flatMap(({ lists }) => lists.flatMap(({ drift }) => drift))).toEqual(
    [],
  )
})
