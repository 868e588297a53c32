import { useState } from 'react'
import { type Trouble, troubleOf } from '../domain/problem.ts'

/** One act at a time that may fail: whether it is under way, and what went wrong the last time. */
export const useAttempt = () => {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  /** True when all of it was done. */
  const attempt = async (work: () => Promise<void>): Promise<boolean> => {
    setBusy(true)
    setTrouble(null)
    try {
      await work()
      return true
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { attempt, busy, trouble }
}
