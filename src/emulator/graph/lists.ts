import { context, instant, type Call, type Reply } from './call.ts'
import { roleOn } from './access.ts'
import { titleColumn } from './builtInColumns.ts'
import { apartFromSystem, checkIndexes, columnsShown } from './columns.ts'
import { listIn, listsOf } from './findList.ts'
import { isObject, type JsonObject } from './json.ts'
import { learnColumn } from './learnColumn.ts'
import { personShown } from './persons.ts'
import {
  allowOnly,
  expanded,
  fromToken,
  linkWith,
  pick,
  selected,
  toToken,
  topOf,
  type Expanded,
} from './query.ts'
import { badArgument, badRequest, notEmulated, Refusal } from './refusal.ts'
import { readBody } from './readBody.ts'
import { webUrlOf } from './sites.ts'
import type { ListHead, ListState } from './world.ts'

const listShown = (call: Call, list: ListState, parts: readonly Expanded[]): JsonObject => {
  const { head } = list
  const columns = parts.find(({ name }) => name === 'columns')
  const shown: JsonObject = {
    '@odata.etag': `"${head.id},${list.sequence}"`,
    createdDateTime: head.created,
    description: head.description,
    eTag: `"${head.id},${list.sequence}"`,
    id: head.id,
    lastModifiedDateTime: head.modified,
    name: head.name,
    webUrl: `${webUrlOf(call.graph.host, call.site)}/${head.template === 'genericList' ? 'Lists/' : ''}${encodeURIComponent(head.name)}`,
    displayName: head.displayName,
    createdBy: personShown(call.graph, head.createdBy),
    lastModifiedBy: personShown(call.graph, head.modifiedBy),
    parentReference: { siteId: call.site.id },
    list: { contentTypesEnabled: false, hidden: head.hidden, template: head.template },
  }
  const keys = selected(call.query)
  return {
    ...pick(shown, keys && [...keys, 'columns']),
    ...(columns ? { columns: columnsShown(list, columns.select) } : {}),
  }
}

export const list = (call: Call): Reply => {
  allowOnly(call.query, '$select', '$expand')
  const shown = listShown(call, listIn(call), expanded(call.query, 'columns'))
  return {
    status: 200,
    body: { '@odata.context': context(`sites('${call.site.id}')/lists/$entity`), ...shown },
  }
}

export const lists = (call: Call): Reply => {
  if (call.query.has('$skip')) throw skipRefused()
  allowOnly(call.query, '$select', '$expand', '$filter', '$top', '$skiptoken')
  const parts = expanded(call.query, 'columns')
  const wanted = titleFilter(call.query.get('$filter'))
  const all = listsOf(call.graph, call.site).filter(
    (each) =>
      (wanted === null || each.head.displayName.toLowerCase() === wanted.toLowerCase()) &&
      roleOn(call.site, each, call.persona) !== undefined,
  )
  const top = topOf(call.query) ?? 200
  const from = startOf(call.query.get('$skiptoken'))
  const more = from + top < all.length
  return {
    status: 200,
    body: {
      '@odata.context': context(`sites('${call.site.id}')/lists`),
      ...(more
        ? { '@odata.nextLink': linkWith(call.url, '$skiptoken', toToken(`Paged=TRUE&p_Row=${from + top}`)) }
        : {}),
      value: all.slice(from, from + top).map((each) => listShown(call, each, parts)),
    },
  }
}

export const skipRefused = () =>
  badRequest('$skip is not supported on this API. Only URLs returned by the API can be used to page.')

const startOf = (token: string | undefined): number => {
  if (token === undefined) return 0
  const [, row] = /^Paged=TRUE&p_Row=(\d+)$/.exec(fromToken(token) ?? '') ?? []
  if (row === undefined) throw badArgument()
  return Number(row)
}

const titleFilter = (filter: string | undefined): string | null => {
  if (filter === undefined) return null
  const [, title] = /^\s*displayName\s+eq\s+'((?:[^']|'')*)'\s*$/.exec(filter) ?? []
  if (title === undefined) throw badRequest('The provided filter statement is not supported')
  return title.replaceAll("''", "'")
}

const otherTemplates = new Set([
  'documentLibrary',
  'survey',
  'links',
  'announcements',
  'contacts',
  'events',
  'tasks',
])

export const makeList = async (call: Call): Promise<Reply> => {
  const given = readBody(call)
  if (given['name'] !== undefined) {
    throw badRequest(
      "Cannot define a 'name' for a list as it is assigned by the server. Instead, provide 'displayName'",
    )
  }
  for (const key of Object.keys(given)) {
    if (!['displayName', 'description', 'columns', 'list'].includes(key) && !key.includes('@'))
      throw badArgument()
  }
  const { displayName, columns = [], description = '' } = given
  if (typeof displayName !== 'string' || displayName.trim() === '' || displayName.length > 255)
    throw badArgument()
  if (typeof description !== 'string' || !Array.isArray(columns)) throw badArgument()
  const { template, hidden } = infoOf(given)
  if (
    listsOf(call.graph, call.site).some(
      ({ head }) => head.displayName.toLowerCase() === displayName.toLowerCase(),
    )
  ) {
    throw new Refusal(409, 'nameAlreadyExists', 'A list with the same name already exists on this site')
  }
  const learned = columns.map((each) => apartFromSystem(learnColumn(each, call.graph.newGuid())))
  const made = instant(call.graph.now())
  const head: ListHead = {
    id: call.graph.newGuid(),
    site: call.site.id,
    name: displayName.replace(/[\\/:*?"<>|#%&{}~+.]/g, ''),
    displayName,
    description,
    template,
    hidden,
    created: made,
    createdBy: call.persona.id,
    modified: made,
    modifiedBy: call.persona.id,
    readOwnOnly: false,
    columns: [titleColumn, ...learned],
  }
  checkIndexes(head.columns)
  await call.graph.commit([{ put: 'list', list: head }])
  const body = listShown(call, call.graph.world.lists.get(head.id) as ListState, [])
  return {
    status: 201,
    body: { '@odata.context': context(`sites('${call.site.id}')/lists/$entity`), ...body },
  }
}

const infoOf = (given: JsonObject): { template: string; hidden: boolean } => {
  const info = given['list'] ?? {}
  if (!isObject(info)) throw badArgument()
  const { template = 'genericList', hidden = false, contentTypesEnabled = false, ...unknown } = info
  if (typeof template !== 'string' || typeof hidden !== 'boolean' || Object.keys(unknown).length > 0)
    throw badArgument()
  if (otherTemplates.has(template) || contentTypesEnabled !== false)
    throw notEmulated(`lists of template ${template} or with content types`)
  if (template !== 'genericList') throw badArgument()
  return { template, hidden }
}
