import { Problem } from '../domain/problem.ts'
import type { Graph } from './client.ts'
import type { Me } from './storeTypes.ts'

const about = { kind: 'person', name: 'people' } as const
const chosen = '$select=id,displayName,userPrincipalName'

/** The person who is signed in. */
export const readMe = async (graph: Graph): Promise<Me> => {
  const { body } = await graph.ask({ path: `/me?${chosen}`, about })
  const { id, displayName, userPrincipalName } = (body ?? {}) as Me
  if (typeof id === 'string') return { id, displayName, userPrincipalName }
  throw new Problem({ code: 'unexpected' }, 'Graph did not say who is signed in')
}

/** Asked for when somebody first looks for a colleague: daily work needs nobody else's name. */
export const peopleScopes: readonly string[] = ['https://graph.microsoft.com/User.ReadBasic.All']

/** Up to 10 people of the school whose name or address has a word that begins so; fewer than 2 letters find nobody. */
export const findPeople = async (graph: Graph, typed: string): Promise<Me[]> => {
  const text = typed.replace(/[^\p{L}\p{M}\p{N} .'’@-]+/gu, ' ').trim()
  if (text.length < 2) return []
  const search = encodeURIComponent(`"displayName:${text}" OR "mail:${text}"`)
  const { body } = await graph.ask({
    path: `/users?$search=${search}&${chosen}&$top=10`,
    about,
    headers: { ConsistencyLevel: 'eventual' },
    scopes: peopleScopes,
  })
  const found = (body as { value?: Me[] } | null)?.value
  if (!Array.isArray(found))
    throw new Problem({ code: 'unexpected' }, 'Graph’s answer for people holds no list')
  return found.map(({ id, displayName, userPrincipalName }) => ({ id, displayName, userPrincipalName }))
}
