import type { Graph, Site } from './call.ts'
import { pathOf } from './fileTree.ts'

/** Something that lies in a site's recycle bin. `from` is the list's title, or the folder's path. */
export type InBin = {
  what: 'row' | 'file'
  id: string
  name: string
  from: string
  deleted: string
  deletedBy: string
}

/** What was deleted in a site and could be brought back by hand in SharePoint, which Graph can neither see nor do. */
export const binOf = ({ world }: Graph, site: Site): readonly InBin[] =>
  world.bin.flatMap((each): InBin[] => {
    const { deleted, deletedBy } = each
    if (each.kind === 'file') {
      const { id, name, site: of } = each.file
      if (of !== site.id) return []
      return [{ what: 'file', id, name, from: `${pathOf(world, each.file)}/`, deleted, deletedBy }]
    }
    const list = world.lists.get(each.list)
    if (list?.head.site !== site.id) return []
    const { id, fields } = each.row
    const name = String(fields['Title'] ?? '')
    return [{ what: 'row', id: String(id), name, from: list.head.displayName, deleted, deletedBy }]
  })
