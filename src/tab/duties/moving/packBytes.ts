import { sha256 } from '../../../export/hash.ts'
import type { TransferContent } from '../../../export/transfer/transferDocument.ts'
import { writeTransferPack } from '../../../export/transfer/transferPack.ts'
import { collected } from '../../../export/writeZip.ts'
import type { Services } from '../../../ui/services.tsx'

/** The pack as one file, with the SHA-256 of it. */
export const makePackBytes = async (
  { school, files, now, today }: Services,
  content: Omit<TransferContent, 'schoolName' | 'today'>,
) => {
  const { sink, bytes } = collected()
  const index = await writeTransferPack(
    { content: { ...content, schoolName: school.name, today: today() }, files, now: now() },
    sink,
  )
  const whole = bytes()
  return { bytes: whole, mark: await sha256(whole), index }
}
