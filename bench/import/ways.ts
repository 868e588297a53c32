import { graphfi } from '@pnp/graph'
import { DefaultHeaders, DefaultInit } from '@pnp/graph/behaviors/defaults.js'
import '@pnp/graph/batching.js'
import '@pnp/graph/list-item/index.js'
import '@pnp/graph/lists/index.js'
import '@pnp/graph/sites/index.js'
import { DefaultParse } from '@pnp/queryable'
import { Client } from '@microsoft/microsoft-graph-client'
import { Need } from '../../src/domain/records/need.ts'
import { Pupil } from '../../src/domain/records/pupil.ts'
import { connect } from '../../src/graph/connect.ts'
import { newPace } from '../../src/graph/pace.ts'
import { newColumns } from '../../src/graph/rows.ts'
import {
  checkRows,
  type ImportPlan,
  matchHeadings,
  readExisting,
  readFile,
  runImport,
} from '../../src/importing/index.ts'
import { middleware } from '../../src/graph/asking.ts'
import { type Carried, csvOf, school } from './school.ts'

const token = () => Promise.resolve('local:senco')

const recordsOf = ({ send, clock }: Carried) =>
  connect({ school, send, token, now: clock.now, sleep: clock.sleep, pace: newPace(clock) }).records

/** What the person sees before anything is stored; reading the school for it is no part of what is measured. */
export const planOf = async (carried: Carried, rows: number): Promise<ImportPlan> => {
  const file = readFile(csvOf(rows))
  if (file.kind === 'refused') throw new Error(file.why)
  const existing = await readExisting(connect({ school, send: carried.emulator.handle, token }).records)
  const plan = checkRows(file, matchHeadings(file.headings), existing, '2026-11-23')
  if (plan.counts.new !== rows) throw new Error(`Only ${plan.counts.new} of ${rows} rows would be stored`)
  return plan
}

/** Every row that an import writes: pupils, then their needs. */
const writesOf = (plan: ImportPlan) => {
  const fresh = plan.rows.flatMap((row) => (row.outcome === 'new' ? [row] : []))
  return [
    ...fresh.map(({ pupil: { key, record } }) => ({
      list: Pupil.list,
      fields: newColumns(Pupil, key, record),
    })),
    ...fresh.flatMap(({ needs }) =>
      needs.map(({ key, record }) => ({ list: Need.list, fields: newColumns(Need, key, record) })),
    ),
  ]
}

const siteId = async ({ emulator }: Carried): Promise<string> => {
  const request = new Request(`https://graph.microsoft.com/v1.0/sites/${school.sites.senco}`, {
    headers: { Authorization: 'Bearer local:senco' },
  })
  return ((await (await emulator.handle(request)).json()) as { id: string }).id
}

const retryAfter = (headers: Headers | undefined) => 1000 * (Number(headers?.get('Retry-After')) || 3)

/** The product's own run of an import. */
export const importOurs = async (carried: Carried, plan: ImportPlan): Promise<void> => {
  const { counts, ended } = await runImport(plan, recordsOf(carried))
  if (ended || counts.stored !== plan.rows.length) throw ended ?? new Error('Not every row was stored')
}

/** Microsoft's client, a row a request, in a loop that waits as long as SharePoint says and sends that row again. */
export const importPlain = async (carried: Carried, plan: ImportPlan): Promise<void> => {
  const { send, clock } = carried
  const client = Client.initWithMiddleware({
    middleware: [
      middleware(async (context) => {
        const headers = new Headers(context.options?.headers as HeadersInit)
        headers.set('Authorization', `Bearer ${await token()}`)
        context.response = await send(
          new Request(context.request as string, { ...(context.options as RequestInit), headers }),
        )
      }),
    ],
  })
  const id = await siteId(carried)
  for (const { list, fields } of writesOf(plan))
    for (;;) {
      try {
        await client.api(`/sites/${id}/lists/${list}/items`).post({ fields })
        break
      } catch (thrown) {
        const { statusCode, headers } = thrown as { statusCode?: number; headers?: Headers }
        if (statusCode !== 429) throw thrown
        await clock.sleep(retryAfter(headers))
      }
    }
}

/** PnPjs in batches of 20, in a loop that waits as long as SharePoint says and sends again what was throttled. */
export const importPnp = async (carried: Carried, plan: ImportPlan): Promise<void> => {
  const { send, clock } = carried
  const graph = graphfi().using(DefaultHeaders(), DefaultInit(), DefaultParse(), (instance) => {
    instance.on.send.replace(async (url: URL, init: RequestInit) => {
      const headers = new Headers(init.headers)
      headers.set('Authorization', `Bearer ${await token()}`)
      return send(new Request(url, { method: init.method!, headers, body: init.body ?? null }))
    })
    return instance
  })
  const id = await siteId(carried)
  const left = writesOf(plan)
  while (left.length > 0) {
    const [batched, execute] = graph.batched()
    const some = left.splice(0, 20)
    const adding = some.map(({ list, fields }) =>
      batched.sites
        .getById(id)
        .lists.getById(list)
        .items.add({ fields: fields as never }),
    )
    const told = Promise.allSettled(adding)
    await execute()
    let wait = 0
    const again = (await told).flatMap((each, at) => {
      if (each.status === 'fulfilled') return []
      const { status, response } = each.reason as { status?: number; response?: Response }
      if (status !== 429) throw each.reason
      wait = Math.max(wait, retryAfter(response?.headers))
      return [some[at]!]
    })
    left.unshift(...again)
    if (wait > 0) await clock.sleep(wait)
  }
}
