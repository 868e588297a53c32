import { createGraphEmulator, type GraphEmulator, type GraphOptions } from '../../src/emulator/graph/index.ts'
import { localHost, localPersonas, localSites } from '../../src/emulator/graph/local.ts'

export type Answer = { status: number; headers: Headers; body: any }
export type Ask = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>

/** A Graph of its own for one test, and a way to ask it as somebody: `ask('GET', '/me')`. */
export const startGraph = async (
  options: Partial<GraphOptions> = {},
): Promise<{ graph: GraphEmulator; as: (token: string) => Ask }> => {
  const graph = await createGraphEmulator({
    host: localHost,
    personas: localPersonas,
    sites: localSites,
    checkFields: true,
    ...options,
  })
  return { graph, as: (token) => asker(graph, token) }
}

export const asker =
  (graph: GraphEmulator, token: string): Ask =>
  async (method, path, body, headers = {}) => {
    const address = /^https?:/.test(path) ? path : `https://graph.microsoft.com/v1.0${path}`
    const raw = typeof body === 'string' || body instanceof Uint8Array
    const request = new Request(address, {
      method,
      redirect: 'manual',
      headers: {
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined || raw ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? null : raw ? (body as BodyInit) : JSON.stringify(body),
    })
    const response = await graph.handle(request)
    const text = await response.text()
    const json = response.headers.get('content-type')?.startsWith('application/json')
    return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text }
  }

export const sencoSite = `/sites/${localHost}:/sites/oakfield-senco:`
export const staffSite = `/sites/${localHost}:/sites/oakfield-staff:`

/** A list of books with a column of most kinds; `Key` is unique. Made by the site's owner. */
export const books = {
  displayName: 'Books',
  columns: [
    { name: 'Key', text: { maxLength: 26 }, indexed: true, enforceUniqueValues: true },
    { name: 'Shelf', text: {}, indexed: true },
    { name: 'Notes', text: { allowMultipleLines: true } },
    { name: 'Pages', number: { decimalPlaces: 'none', minimum: 0, maximum: 5000 }, indexed: true },
    { name: 'Lent', boolean: {}, indexed: true },
    { name: 'Bought', dateTime: { format: 'dateOnly' }, indexed: true },
    { name: 'Read', dateTime: {} },
    { name: 'Kind', choice: { choices: ['Story', 'Fact'], displayAs: 'dropDownMenu' } },
    { name: 'Tags', choice: { choices: ['Red', 'Blue'], displayAs: 'checkBoxes' } },
    { name: 'Keeper', personOrGroup: {} },
    { name: 'Secret', text: {}, hidden: true },
  ],
  list: { template: 'genericList' },
}

/** The address of a new list of books in the SENCO's site, with these rows in it. */
export const bookList = async (as: (token: string) => Ask, rows: readonly object[] = []): Promise<string> => {
  const made = await as('local:it')('POST', `${sencoSite}/lists`, books)
  if (made.status !== 201) throw new Error(JSON.stringify(made.body))
  const at = `${sencoSite}/lists/${made.body.id}`
  for (const fields of rows) {
    const row = await as('local:senco')('POST', `${at}/items`, { fields })
    if (row.status !== 201) throw new Error(JSON.stringify(row.body))
  }
  return at
}
