import type { Config } from '../config.ts'
import { recordTypes } from '../domain/records/index.ts'
import type { Admin } from './graph/admin.ts'
import type { Members, Role } from './graph/world.ts'

/**
 * Gives the guarded lists of every school the permissions that IT's script would, since Graph can't: whoever may
 * read the site may add rows, reads back only their own and changes none; the SENCO and the site's owners read all.
 * With `guarded` false the lists have their site's permissions again, as in a school where the script was never run.
 * Lists that are not made yet are left.
 */
export const guardLists = async (
  admin: Admin,
  config: Config,
  { senco = 'senco', guarded = true }: { senco?: string; guarded?: boolean } = {},
): Promise<void> => {
  const addOnly = recordTypes.filter(({ guard }) => guard === 'addOnly')
  for (const { sites } of config.schools) {
    for (const { list, audience } of addOnly) {
      const path = sites[audience]?.split(':')[1]
      if (path === undefined || !admin.hasList(path, list)) continue
      const members = membersWith(admin.membersOf(path), senco)
      await admin.setListPermissions(
        path,
        list,
        guarded ? { members, readOwnOnly: true, editing: 'none' } : null,
      )
    }
  }
}

const membersWith = (onSite: Members, senco: string): Members =>
  Object.fromEntries(
    Object.entries(onSite).map(([persona, role]): [string, Role] => [
      persona,
      persona === senco || role === 'owner' ? 'owner' : 'write',
    ]),
  )
