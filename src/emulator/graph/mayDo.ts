import { mustBe, roleOn } from './access.ts'
import type { Call } from './call.ts'
import { listNamed, listNotFound } from './findList.ts'
import { accessDenied } from './refusal.ts'
import type { Role } from './world.ts'

/** Refuses a person who may not do this: on the list in the path, or on the site where the path names no list. */
export const mustMay = (call: Call, needed: Role): void => {
  const { graph, site, persona, params } = call
  const onSite = site.members.get(persona.id)
  const named = params['list']
  if (named === undefined) return mustBe(onSite, needed)
  const list = listNamed(graph, site, named)
  if (!list) {
    mustBe(onSite, 'read')
    throw listNotFound()
  }
  const role = roleOn(site, list, persona)
  // To who is in the site a closed list may look like one that was never made.
  if (!role && onSite && graph.settings.closedListStatus === 404) throw listNotFound()
  if (!role) throw accessDenied()
  mustBe(role, needed)
}
