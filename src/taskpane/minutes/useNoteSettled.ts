import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { ReadDocument } from '../../documents/readControls.ts'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import { ownAfter } from '../../documents/update.ts'
import { identityXml } from '../../documents/word/parts.ts'
import { ownPartIds, writeOwnPart } from '../../host/wordParts.ts'
import { useServices } from '../../ui/services.tsx'
import type { Settled } from './useReadBack.ts'

/**
 * Notes in the file what its fields said when they were taken into the record, one writing after the other. What can't
 * be noted costs nothing: the field is then told as changed on both sides.
 */
export const useNoteSettled = (file: ReviewFile, document: ReadDocument, same: Settled) => {
  const services = useServices()
  const client = useQueryClient()
  const own = useRef<Pick<ReadDocument, 'identity' | 'provenance'>>(document)
  const turn = useRef<Promise<void>>(Promise.resolve())
  return (texts: Settled): void => {
    const noteThem = async () => {
      const after = ownAfter(file, own.current, new Map([...same, ...texts]), services.today())
      own.current = after
      await writeOwnPart(identityXml(after.identity, after.provenance), await ownPartIds())
      await client.invalidateQueries({ queryKey: ['openDocument'] })
    }
    turn.current = turn.current.then(noteThem).catch(() => undefined)
  }
}
