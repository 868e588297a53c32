import { t } from '../../../words/t.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Design } from '../../../documents/design/design.ts'
import { docxType } from '../../../documents/word/names.ts'
import { newKey } from '../../../domain/key.ts'
import { blank, type Stored } from '../../../domain/record.ts'
import { DocumentDesign } from '../../../domain/records/documentDesign.ts'
import { Pupil } from '../../../domain/records/pupil.ts'
import { wrongChildGuard } from '../../../domain/rules/wrongChild.ts'
import { forgetLook, readDesign, templatesFolder } from '../../../ui/design.ts'
import { allOf, usePutStored } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'
import { useAttempt } from '../../../ui/useAttempt.ts'
import { logoPng } from './logoPng.ts'

/** A look that is being tried: nothing is stored, and no document has it yet. */
export type TriedLook = {
  readonly kind: 'template' | 'logo'
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly design: Design
  readonly told: readonly string[]
  /** What the header or footer says that may be a pupil's name. */
  readonly names: readonly string[]
}

const largest = 20 * 1024 * 1024
const tooLarge = t`This file is larger than 20 MB. Save a copy of the template with smaller pictures, and choose that.`
const noPicture = t`This picture can’t be read. Choose the logo as a PNG, JPEG or SVG.`
const isTemplate = (name: string) => /\.(docx|dotx|docm|dotm|doc|dot|pdf)$/i.test(name)

/** Tries a template or a logo, and stores the choice with the file: who, when, and what was left out. */
export const useLook = () => {
  const services = useServices()
  const client = useQueryClient()
  const put = usePutStored()
  const say = useSay()
  const { attempt, busy, trouble } = useAttempt()
  const [tried, setTried] = useState<TriedLook | null>(null)
  const [complaint, setComplaint] = useState<string | null>(null)
  const store = services.records.store(DocumentDesign)

  const namesIn = async (says: readonly string[]): Promise<string[]> => {
    const pupils = await client.fetchQuery(allOf(services, Pupil))
    return [
      ...new Set(
        wrongChildGuard(pupils.records, { about: new Set() })(says).map(({ paragraph, from, to }) =>
          says[paragraph]!.slice(from, to),
        ),
      ),
    ]
  }
  const stored = (row: Stored<DocumentDesign>) => {
    put(DocumentDesign, row)
    forgetLook(services)
  }
  const keep = async (given: Partial<DocumentDesign> & Pick<DocumentDesign, 'kind'>, words: string) => {
    const { displayName } = await services.me()
    const record = blank(DocumentDesign, { ...given, chosen: services.today(), chosenBy: displayName })
    const row = await store.create(record, newKey(services.now().getTime()))
    stored(row)
    say(words, () => void attempt(async () => stored(await store.archive(row, 'Taken back'))))
  }

  return {
    tried,
    complaint,
    busy,
    trouble,
    close: () => setTried(null),
    choose: (file: File) =>
      attempt(async () => {
        setComplaint(null)
        setTried(null)
        if (file.size > largest) return setComplaint(tooLarge)
        const kind = isTemplate(file.name) ? 'template' : 'logo'
        const bytes = kind === 'template' ? new Uint8Array(await file.arrayBuffer()) : await logoPng(file)
        if (!bytes) return setComplaint(noPicture)
        const read = await readDesign(kind, bytes, services.school.name)
        if ('complaint' in read) return setComplaint(read.complaint)
        setTried({
          kind,
          name: kind === 'template' ? file.name : `${file.name.replace(/\.[^.]*$/, '')}.png`,
          bytes,
          design: read.design,
          told: read.told,
          names: await namesIn(read.says),
        })
      }),
    use: ({ kind, name, bytes, told }: TriedLook) =>
      attempt(async () => {
        const type = kind === 'template' ? docxType : 'image/png'
        const { name: file } = await services.files.save('senco', `${templatesFolder}/${name}`, bytes, type)
        await keep(
          { kind, file, named: name.slice(0, 160), told: told.join('\n') || null },
          t`Kept. The next document has this look.`,
        )
        setTried(null)
      }),
    again: ({ kind, file, named, told }: Stored<DocumentDesign>) =>
      attempt(() => keep({ kind, file, named, told }, t`The next document has this look again.`)),
    plain: () => attempt(() => keep({ kind: 'plain' }, t`Documents have Goldthread’s own look again.`)),
  }
}
