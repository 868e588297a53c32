import { useState } from 'react'
import type { Row } from './rows.ts'

/** Pupils ticked in the register, by key. They stay ticked while filters change. */
export type Selection = {
  readonly keys: ReadonlySet<string>
  toggle(key: string): void
  /** Ticks all of these rows; where all are ticked already, none of them. */
  toggleAll(rows: readonly Row[]): void
  clear(): void
}

export const useSelection = (): Selection => {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  return {
    keys,
    toggle: (key) => {
      const next = new Set(keys)
      if (!next.delete(key)) next.add(key)
      setKeys(next)
    },
    toggleAll: (rows) => {
      const next = new Set(keys)
      const all = rows.every(({ pupil }) => keys.has(pupil.key))
      for (const { pupil } of rows) {
        if (all) next.delete(pupil.key)
        else next.add(pupil.key)
      }
      setKeys(next)
    },
    clear: () => setKeys(new Set()),
  }
}

/** Whether all, some or none of the rows are ticked, for the box at the head. */
export const tickedAmong = (rows: readonly Row[], keys: ReadonlySet<string>): boolean | 'mixed' => {
  if (keys.size === 0 || rows.length === 0) return false
  let ticked = 0
  for (const { pupil } of rows) if (keys.has(pupil.key)) ticked += 1
  return ticked === 0 ? false : ticked === rows.length ? true : 'mixed'
}
