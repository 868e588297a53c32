import { context, type Call, type Reply } from './call.ts'
import type { JsonObject } from './json.ts'
import { allowOnly, pick, selected, topOf } from './query.ts'
import { notEmulated, Refusal } from './refusal.ts'
import type { Persona } from './tenant.ts'

const userShown = ({ user, jobTitle }: Persona): JsonObject => {
  const [givenName = '', ...rest] = user.displayName.split(' ')
  return {
    businessPhones: [],
    displayName: user.displayName,
    givenName,
    jobTitle: jobTitle ?? null,
    mail: user.mail,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: 'en-GB',
    surname: rest.join(' '),
    userPrincipalName: user.userPrincipalName,
    id: user.id,
  }
}

const chosen = (call: Call, user: JsonObject): JsonObject => {
  const keys = selected(call.query)
  for (const key of keys ?? []) if (!(key in user)) throw notEmulated(`the property ${key} of a user`)
  return pick(user, keys)
}

const contextOf = (call: Call) =>
  context(`users${call.query.has('$select') ? `(${call.query.get('$select')})` : ''}`)

export const me = (call: Call): Reply => {
  allowOnly(call.query, '$select')
  return {
    status: 200,
    body: { '@odata.context': `${contextOf(call)}/$entity`, ...chosen(call, userShown(call.persona)) },
  }
}

export const user = (call: Call): Reply => {
  allowOnly(call.query, '$select')
  const asked = (call.params['user'] ?? '').toLowerCase()
  const found = call.graph.personas.find(
    (each) => each.user.id.toLowerCase() === asked || each.user.userPrincipalName.toLowerCase() === asked,
  )
  if (!found) {
    throw new Refusal(
      404,
      'Request_ResourceNotFound',
      `Resource '${asked}' does not exist or one of its queried reference-property objects are not present.`,
    )
  }
  return {
    status: 200,
    body: { '@odata.context': `${contextOf(call)}/$entity`, ...chosen(call, userShown(found)) },
  }
}

export const users = (call: Call): Reply => {
  allowOnly(call.query, '$select', '$filter', '$search', '$top', '$count', '$orderby')
  const filter = call.query.get('$filter')
  const search = call.query.get('$search')
  const count = call.query.get('$count')
  const order = call.query.get('$orderby')
  const eventual = call.headers.get('consistencylevel')?.toLowerCase() === 'eventual'
  if ((search !== undefined || count === 'true') && !eventual) {
    throw new Refusal(
      400,
      'Request_UnsupportedQuery',
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    )
  }
  if (order !== undefined && order !== 'displayName') throw notEmulated(`$orderby=${order} of users`)
  let found = call.graph.personas.map(userShown)
  if (filter !== undefined) found = found.filter(byFilter(filter))
  if (search !== undefined) found = found.filter(bySearch(search))
  if (order) found.sort((a, b) => String(a['displayName']).localeCompare(String(b['displayName']), 'en-GB'))
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(call),
      ...(count === 'true' ? { '@odata.count': found.length } : {}),
      value: found.slice(0, topOf(call.query) ?? 100).map((each) => chosen(call, each)),
    },
  }
}

const searchable = ['displayName', 'givenName', 'surname', 'mail', 'userPrincipalName']

const byFilter = (filter: string) => {
  const [, startKey, startText] =
    /^\s*startswith\(\s*(\w+)\s*,\s*'((?:[^']|'')*)'\s*\)\s*$/i.exec(filter) ?? []
  const [, sameKey, sameText] = /^\s*(\w+)\s+eq\s+'((?:[^']|'')*)'\s*$/.exec(filter) ?? []
  const key = startKey ?? sameKey ?? ''
  const text = (startText ?? sameText ?? '').replaceAll("''", "'").toLowerCase()
  if (!searchable.includes(key)) throw notEmulated(`this $filter of users`)
  return (user: JsonObject) => {
    const value = String(user[key]).toLowerCase()
    return startKey === undefined ? value === text : value.startsWith(text)
  }
}

// "displayName:wa" OR "mail:ad": a word that starts with the text.
const bySearch = (search: string) => {
  const terms = search.split(/\s+OR\s+/).map((term) => {
    const [, key = '', text = ''] = /^"(\w+):([^"]*)"$/.exec(term.trim()) ?? []
    if (!searchable.includes(key)) throw notEmulated(`this $search of users`)
    return { key, text: text.toLowerCase() }
  })
  return (user: JsonObject) =>
    terms.some(({ key, text }) =>
      String(user[key])
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .some((word) => word.startsWith(text)),
    )
}
