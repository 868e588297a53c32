import type { AnyRecordType, Stored } from '../../domain/record.ts'
import { useSay } from '../undo.tsx'
import { useArchive } from '../useArchive.ts'

/** Says that something was added, with the way back: it is archived, which has a way back itself. */
export const useWayBack = (type: AnyRecordType, words: string) => {
  const say = useSay()
  const { archive } = useArchive(type)
  return (stored: Stored<unknown>) => say(words, () => void archive(stored, 'Taken back at once'))
}
