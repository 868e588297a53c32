import { Problem } from '../domain/problem.ts'
import type { Stored } from '../domain/record.ts'
import { isPassing, isUncertain } from './problem.ts'
import type { Loose } from './rows.ts'
import { afterFailure, type Rows } from './storeRows.ts'

/**
 * Deletes a row with If-Match. Gone is gone, whoever did it; when no answer came, the row itself tells. A row that
 * somebody changed since is left alone: Problem `changed` carries it.
 */
export const disposeOf =
  ({ graph, type, row, items, read, whole }: Rows) =>
  async (stored: Stored<Loose>): Promise<void> => {
    // SharePoint says the same of a row that it doesn't show this person: that one is not gone.
    const unseen = () => whole.mustShowAll()
    const path = `${await items()}/${stored.id}`
    const headers = { 'If-Match': stored.etag }
    for (let tries = 1; ; tries += 1) {
      try {
        await graph.ask({ method: 'DELETE', path, about: row, headers })
        return
      } catch (thrown) {
        if (isGone(thrown)) return await unseen()
        const moved = thrown instanceof Problem && thrown.code === 'changed'
        if (!moved && !isUncertain(thrown)) throw thrown
        const theirs = await read(stored.id, afterFailure).catch((why: unknown) => {
          if (isGone(why)) return null
          throw moved ? why : thrown
        })
        if (theirs === null) return await unseen()
        if (tries === 1 && theirs.etag === stored.etag && isPassing(thrown)) continue
        if (theirs.etag === stored.etag) throw thrown
        const trouble = { code: 'changed', mine: stored, theirs } as const
        throw new Problem(trouble, `${type.list} ${stored.id} was changed`, thrown)
      }
    }
  }

const isGone = (thrown: unknown): boolean => thrown instanceof Problem && thrown.code === 'gone'
