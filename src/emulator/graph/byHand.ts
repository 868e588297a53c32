import { instant, type Graph, type Site } from './call.ts'
import { binOf, type InBin } from './bin.ts'
import { newRows } from './fillRows.ts'
import { listsOf } from './findList.ts'
import { learnColumn } from './learnColumn.ts'
import { retyped } from './retyped.ts'
import type { Json } from './json.ts'
import type { Change, Column, Editing, Fields, ListState, Members, Role, Row } from './world.ts'

type ListPermissions = { members: Members; readOwnOnly?: boolean; editing?: Editing }

/** What people do in SharePoint itself, beside Graph: by hand or by IT's scripts. */
export type ByHand = {
  /** Makes a person a member of a site with this role, or no member with null. */
  member: (sitePath: string, persona: string, role: Role | null) => void
  membersOf: (sitePath: string) => Members
  /** Shows people only the rows that they made, owners excepted; the list keeps its permissions. */
  readOwnOnly: (sitePath: string, list: string, on: boolean) => Promise<void>
  /**
   * Breaks a list off from its site's permissions: only these members, with these roles. With `readOwnOnly` those
   * below owner read only the rows that they made; `editing` says whose rows they may change (`all` unless said).
   * Null gives the list its site's permissions again and everybody everything to read.
   */
  setListPermissions: (sitePath: string, list: string, permissions: ListPermissions | null) => Promise<void>
  /** Gives a list another title, by which Graph finds it then; its id stays. */
  renameList: (sitePath: string, list: string, title: string) => Promise<void>
  /** Gives a column another title. Its name, by which Graph knows it, never changes. */
  renameColumn: (sitePath: string, list: string, column: string, title: string) => Promise<void>
  /**
   * Gives a column another type; `definition` is like that of a new column, without name. What it holds is turned
   * into the new type where that can be done and is lost where not, as in SharePoint.
   */
  retypeColumn: (
    sitePath: string,
    list: string,
    column: string,
    definition: { [key: string]: Json },
  ) => Promise<void>
  dropColumn: (sitePath: string, list: string, column: string) => Promise<void>
  /** Writes a row's stored values without any check; null clears. Counts as an edit by `persona`. */
  editRow: (sitePath: string, list: string, id: number, fields: Fields, persona?: string) => Promise<void>
  /**
   * Puts many rows into a list at once, given as `POST …/items` takes its fields and checked like those, as
   * `persona` (the SENCO unless said). All of them or none. Gives back their ids.
   */
  fill: (sitePath: string, list: string, rows: readonly Fields[], persona?: string) => Promise<number[]>
  /** What lies in a site's recycle bin, the newest last. */
  binOf: (sitePath: string) => readonly InBin[]
  hasList: (sitePath: string, list: string) => boolean
  /** A list's rows as they are kept. They are this Graph's own: not to be changed. */
  rows: (sitePath: string, list: string) => readonly Row[]
}

const known = <T>(found: T | undefined, what: string): T => {
  if (found === undefined) throw new Error(`There is no ${what} here`)
  return found
}

const siteAt = (graph: Graph, path: string): Site =>
  known(
    graph.sites.find((site) => site.path === path),
    `site ${path}`,
  )

export const personaAt = (graph: Graph, id: string) =>
  known(
    graph.personas.find((each) => each.id === id),
    `persona ${id}`,
  )

export const byHand = (graph: Graph): ByHand => {
  const listAt = (path: string, name: string): ListState =>
    known(
      listsOf(graph, siteAt(graph, path)).find(({ head }) => head.id === name || head.displayName === name),
      `list ${name}`,
    )
  const putHead = (path: string, name: string, change: Partial<ListState['head']>) =>
    graph.commit([{ put: 'list', list: { ...listAt(path, name).head, ...change } }])
  const changeColumn = async (
    path: string,
    name: string,
    column: string,
    change: (found: Column) => readonly Column[],
  ) => {
    const { columns } = listAt(path, name).head
    known(
      columns.find((each) => each.name === column),
      `column ${column}`,
    )
    await putHead(path, name, {
      columns: columns.flatMap((each) => (each.name === column ? change(each) : [each])),
    })
  }
  return {
    member: (path, id, role) => {
      const { members } = siteAt(graph, path)
      if (role) members.set(personaAt(graph, id).id, role)
      else members.delete(id)
    },
    membersOf: (path) => Object.fromEntries(siteAt(graph, path).members),
    readOwnOnly: (path, name, on) => putHead(path, name, { readOwnOnly: on }),
    setListPermissions: async (path, name, permissions) => {
      if (!permissions) return putHead(path, name, { permissions: null, readOwnOnly: false, editing: 'all' })
      const { members, readOwnOnly = false, editing = 'all' } = permissions
      for (const id of Object.keys(members)) personaAt(graph, id)
      return putHead(path, name, { permissions: members, readOwnOnly, editing })
    },
    renameList: (path, name, title) => putHead(path, name, { displayName: title }),
    renameColumn: (path, name, column, title) =>
      changeColumn(path, name, column, (each) => [{ ...each, displayName: title }]),
    retypeColumn: async (path, name, column, definition) => {
      const list = listAt(path, name)
      const made = learnColumn({ ...definition, name: column }, '', true)
      await changeColumn(path, name, column, ({ id }) => [{ ...made, id }])
      let { sequence } = list
      // SharePoint counts no version for it and names nobody.
      const turned = [...list.rows.values()].map((row): Change => {
        const earlier = list.history.get(row.id) ?? []
        const history = earlier.map((each) => ({ ...each, fields: retyped(each.fields, made) }))
        sequence += 1
        return {
          put: 'row',
          list: list.head.id,
          row: { ...row, sequence, fields: retyped(row.fields, made) },
          history,
        }
      })
      await graph.commit(turned)
    },
    dropColumn: (path, name, column) => changeColumn(path, name, column, () => []),
    editRow: async (path, name, id, fields, persona) => {
      const list = listAt(path, name)
      const before = known(list.rows.get(id), `row ${id}`)
      const after = Object.fromEntries(
        Object.entries({ ...before.fields, ...fields }).filter(([, value]) => value !== null),
      )
      const row = {
        ...before,
        fields: after,
        number: before.number + 1,
        sequence: list.sequence + 1,
        modified: instant(graph.now()),
        modifiedBy: persona ?? before.modifiedBy,
      }
      graph.edited.add(`${list.head.id}/${id}`)
      await graph.commit([{ put: 'row', list: list.head.id, row }])
    },
    fill: async (path, name, rows, persona = 'senco') => {
      const list = listAt(path, name)
      const made = newRows(graph, list, rows, personaAt(graph, persona).id)
      for (let from = 0; from < made.length; from += 5000) {
        await graph.commit(
          made.slice(from, from + 5000).map((row) => ({ put: 'row', list: list.head.id, row })),
        )
      }
      return made.map(({ id }) => id)
    },
    binOf: (path) => binOf(graph, siteAt(graph, path)),
    hasList: (path, name) =>
      listsOf(graph, siteAt(graph, path)).some(({ head }) => head.displayName === name),
    rows: (path, name) => [...listAt(path, name).rows.values()],
  }
}
