import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Trouble, troubleOf } from '../../../domain/problem.ts'
import type { TranslationRows } from '../../../importing/translationFile.ts'
import { translationPath, translationsOf } from '../../../ui/papers/translations.ts'
import { useServices } from '../../../ui/services.tsx'
import { useSay } from '../../../ui/undo.tsx'
import { t } from '../../../words/t.ts'
import { languageTag, type Translation } from '../../../words/translation.ts'

/** What is said of a language before its file is chosen. */
export type About = Pick<Translation, 'tag' | 'name' | 'by'>

const most = 5 * 1024 * 1024
const reader = () => import('../../../importing/translationFile.ts')
/** Every fixed saying of papers for families, and on which it stands. */
const sayings = async (): Promise<Readonly<Record<string, string>>> =>
  (await import('../../../words/papers.json')).default

/** The file for a translator, the file that comes back, and keeping what is sound of it. */
export const useBringTranslation = () => {
  const services = useServices()
  const { files, download, today } = services
  const queries = useQueryClient()
  const say = useSay()
  const [read, setRead] = useState<TranslationRows | null>(null)
  const [busy, setBusy] = useState(false)
  const [complaint, setComplaint] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)

  const working = async (act: () => Promise<void>) => {
    setBusy(true)
    setComplaint(null)
    setTrouble(null)
    try {
      await act()
    } catch (thrown) {
      setTrouble(troubleOf(thrown))
    } finally {
      setBusy(false)
    }
  }

  return {
    read,
    busy,
    complaint,
    trouble,
    forget: () => setRead(null),
    /** The file that a translator fills; `known`: with what is translated so far. */
    give: (known: Translation | null) =>
      working(async () => {
        const { translationCsv } = await reader()
        const text = translationCsv(await sayings(), known?.words ?? {}, known?.tag)
        const name = known ? t`Translation ${known.name}.csv` : t`Translation.csv`
        download(name, new TextEncoder().encode(text), 'text/csv')
      }),
    choose: (file: File, about: About) =>
      working(async () => {
        setRead(null)
        const { readTranslationFile, wrongAbout } = await reader()
        const wrong = wrongAbout(about)
        if (wrong) return setComplaint(wrong)
        if (file.size > most)
          return setComplaint(t`This file is larger than any translation: 5 MB is the most.`)
        const bytes = new Uint8Array(await file.arrayBuffer())
        const found = readTranslationFile(bytes, await sayings(), languageTag(about.tag))
        if ('refused' in found) return setComplaint(found.refused)
        if (Object.keys(found.words).length === 0 && found.wrong.length === 0)
          return setComplaint(t`Nothing is translated in this file yet: its third column is empty.`)
        setRead(found)
      }),
    keep: ({ tag, name, by }: About, onKept: () => void) =>
      working(async () => {
        if (!read) return
        const kept: Translation = {
          tag: languageTag(tag)!,
          name: name.trim(),
          by: by.trim(),
          on: today(),
          words: read.words,
        }
        const bytes = new TextEncoder().encode(`${JSON.stringify(kept, null, 1)}\n`)
        await files.save('senco', translationPath(kept), bytes, 'application/json')
        await queries.invalidateQueries({ queryKey: translationsOf(services).queryKey })
        setRead(null)
        say(t`Kept. Papers for families can now be made in ${kept.name}.`)
        onKept()
      }),
  }
}
